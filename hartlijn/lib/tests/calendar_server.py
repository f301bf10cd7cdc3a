"""A real https server on this machine that answers as a test says, and rules that allow it."""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme

from hartlijn.lib.public_fetch import Rules


class CalendarServer:
    """What it serves, and how often it was asked."""

    def __init__(self, site: str, rules: Rules) -> None:
        self.site, self.rules = site, rules
        self.body, self.status = b"", 200
        self.asked = 0

    def serve(self, body: bytes, status: int = 200) -> str:
        """Answer this from now on; the address."""
        self.body, self.status = body, status
        return f"{self.site}/roster.ics"


class Answers(BaseHTTPRequestHandler):
    """Answers what the server was told."""

    calendars: CalendarServer

    def do_GET(self) -> None:
        """The body of now."""
        self.calendars.asked += 1
        self.say(self.calendars.status, self.calendars.body)

    def say(self, status: int, body: bytes, **headers: str) -> None:
        """One answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def calendar_server(answers: type[Answers] = Answers) -> Iterator[CalendarServer]:
    """The server, until the block ends."""
    authority = trustme.CA()
    here = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(here)
    handler = type("Handler", (answers,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.socket = here.wrap_socket(server.socket, server_side=True)
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    rules = Rules({"127.0.0.1", "::1"}.__contains__, server.server_port, trust)
    calendars = CalendarServer(f"https://localhost:{server.server_port}", rules)
    handler.calendars = calendars  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield calendars
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
