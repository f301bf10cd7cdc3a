"""A push service and a mail server on this machine that answer as a test says, and count."""

import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes
from email.message import Message
from typing import ClassVar

from hartlijn.lib.tests.calendar_server import Answers, CalendarServer, calendar_server


class PushAnswers(Answers):
    """Takes a sign as a push service does: 201, or what the test says for that device."""

    asked: ClassVar[list[tuple[str, dict[str, str], bytes]]] = []
    statuses: ClassVar[dict[str, tuple[int, dict[str, str]]]] = {}
    silent: ClassVar[set[str]] = set()
    ended = threading.Event()

    def do_POST(self) -> None:  # noqa: N802 - the name of its parent
        """Note who asked what, and answer."""
        size = int(self.headers.get("Content-Length", 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.asked.append((self.path, headers, self.rfile.read(size)))
        if self.path in self.silent:
            self.ended.wait(30)
            return
        status, more = self.statuses.get(self.path, (201, {}))
        self.say(status, b"", **more)


class PushService:
    """What it heard, and what it will say."""

    def __init__(self, server: CalendarServer, answers: type[PushAnswers]) -> None:
        self.site, self.rules, self._answers = server.site, server.rules, answers

    @property
    def asked(self) -> list[str]:
        """The devices it was asked for, in order."""
        return [path for path, _headers, _body in self._answers.asked]

    @property
    def last(self) -> tuple[str, dict[str, str], bytes]:
        """What it was asked last: device, headers, body."""
        return self._answers.asked[-1]

    def device(self, name: str) -> str:
        """The address of a device."""
        return f"{self.site}/{name}"

    def says(self, name: str, status: int, **headers: str) -> None:
        """From now on, for this device."""
        self._answers.statuses[f"/{name}"] = (status, headers)

    def says_nothing(self, name: str) -> None:
        """From now on it keeps the line open, for this device."""
        self._answers.silent.add(f"/{name}")


@contextmanager
def push_service() -> Iterator[PushService]:
    """The service, until the block ends."""
    own = {"asked": [], "statuses": {}, "silent": set(), "ended": threading.Event()}
    answers = type("OwnAnswers", (PushAnswers,), own)
    with calendar_server(answers) as server:
        yield PushService(server, answers)
        answers.ended.set()  # type: ignore[attr-defined]


class MailServer(socketserver.ThreadingTCPServer):
    """As little SMTP as a letter needs; ``says`` answers a step otherwise, or with silence."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), _Talk)
        self.letters: list[tuple[list[str], Message]] = []
        self.says: dict[str, str] = {}
        self.pause = 0.0

    @property
    def port(self) -> int:
        """Where it stands."""
        return int(self.server_address[1])

    def at(self, address: str) -> int:
        """How many letters an address got."""
        return sum(address in to for to, _letter in self.letters)


class _Talk(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        with suppress(OSError):
            self._talk()

    def _talk(self) -> None:
        to: list[str] = []
        self._say("220 here")
        while line := self.rfile.readline():
            verb = line[:4].decode("ascii", "replace").upper().strip()
            if verb in self.server.says:
                answer = self.server.says[verb]
                if not answer:
                    return  # hangs up without a word
                self._say(answer)
            elif verb == "RCPT":
                to.append(line.decode().partition("<")[2].partition(">")[0])
                self._say("250 yes")
            elif verb == "DATA":
                self._say("354 go on")
                letter = self._letter()
                if answer := self.server.says.get("END", "250 taken"):
                    if answer.startswith("250"):
                        self.server.letters.append((to, message_from_bytes(letter)))
                    time.sleep(self.server.pause)  # a kill falls between taking and saying so
                    self._say(answer)
                    to = []
                else:
                    self.server.letters.append((to, message_from_bytes(letter)))
                    return
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 yes")

    def _letter(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            lines.append(line)
        return b"".join(lines)

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def mail_server(port: int = 0) -> Iterator[MailServer]:
    """The server, until the block ends."""
    with MailServer(port) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
