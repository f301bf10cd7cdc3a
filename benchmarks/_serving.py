"""Start a site the way it is served, ask it for pages, and read what that cost."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"
BYTES = "application/octet-stream"
TICKS = os.sysconf("SC_CLK_TCK")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Site:
    """A running site and one visitor with cookies."""

    port: int
    pid: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self, address: str, form: dict[str, str] | bytes | None = None, **also: str
    ) -> tuple[int, str]:
        """One request over a kept connection, ``also`` with headers; answers status and body."""
        headers = {
            "Host": f"localhost:{self.port}",
            "Cookie": "; ".join(f"{key}={value}" for key, value in self.cookies.items()),
            **{name.replace("_", "-"): value for name, value in also.items()},
        }
        body: str | bytes | None = None
        if form is not None:
            body, headers["Content-Type"] = (
                (urlencode(form), FORM) if isinstance(form, dict) else (form, BYTES)
            )
            headers["Origin"] = f"http://localhost:{self.port}"
        self.line.request("POST" if form is not None else "GET", address, body, headers)
        answer = self.line.getresponse()
        text = answer.read().decode()
        for value in answer.headers.get_all("Set-Cookie", []):
            for key, morsel in SimpleCookie(value).items():
                self.cookies[key] = morsel.value
        return answer.status, text

    @property
    def line(self) -> http.client.HTTPConnection:
        """The kept connection."""
        if not hasattr(self, "_line"):
            self._line = http.client.HTTPConnection("localhost", self.port, timeout=30)
        return self._line

    def token(self, address: str) -> str:
        """The security token of a form on a page."""
        found = TOKEN.search(self.ask(address)[1])
        if not found:
            message = f"no form on {address}"
            raise RuntimeError(message)
        return found.group(1)

    def cpu(self) -> float:
        """Processor seconds the server used since it started (all its threads)."""
        stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        return (int(stat[11]) + int(stat[12])) / TICKS


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def demonstration(folder: str) -> Iterator[Site]:
    """Hartlijn with its demonstration world, on SQLite, until the block ends."""
    os.environ.pop("DATABASE_URL", None)
    ours = {"HARTLIJN_DATA": folder, "HARTLIJN_DEMO": "yes", "PORT": str(free_port())}
    for command in (["migrate", "-v", "0"], ["demo"]):
        python(["-c", "from config.cli import main; main()", *command], ours)
    with served("config.asgi:application", ours, "/healthz") as site:
        yield site


def python(arguments: list[str], environment: dict[str, str]) -> None:
    """Run Python to its end, in silence."""
    command = [sys.executable, *arguments]
    subprocess.run(command, env={**os.environ, **environment}, check=True, capture_output=True)


@contextmanager
def served(application: str, environment: dict[str, str], ready: str) -> Iterator[Site]:
    """The site behind one uvicorn process, until the block ends."""
    port = int(environment["PORT"])
    server = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", application, "--port", str(port), "--no-access-log",
         "--log-level", "warning", "--lifespan", "off",
         # The other site is measured meanwhile; a line that was kept is still there after it.
         "--timeout-keep-alive", "120"],
        env={**os.environ, **environment},
    )  # fmt: skip
    try:
        site = Site(port, server.pid)
        _wait(site, server, ready)
        yield site
    finally:
        server.terminate()
        server.wait(20)


def _wait(site: Site, server: subprocess.Popen[bytes], ready: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            site.ask(ready)
        except OSError:
            site.line.close()
            time.sleep(0.05)  # the server is not up yet; there is nothing to wait on but time
        else:
            return
    message = "the site did not start"
    raise RuntimeError(message)
