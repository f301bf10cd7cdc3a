"""A house with the demonstration world, and the program that serves it."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from journeys.visitor import House

START = 60.0
STOP = 30.0


def built(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A house with a port and a data folder of its own; nobody serves it yet."""
    data = tmp_path_factory.mktemp("house") / "data"
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {**kept, "HARTLIJN_DATA": str(data), "HARTLIJN_DEMO": "yes", "PORT": str(port)}
    shutil.copytree(_world(tmp_path_factory.getbasetemp(), environment), data)
    return House(f"http://localhost:{port}", data, environment)


@dataclass
class Door:
    """Of a house: open while the server runs, and it can open again at the same place."""

    house: House
    server: "subprocess.Popen[bytes] | None" = None

    def open(self) -> None:
        """Serve, and wait until people can come in."""
        with (self.house.data / "serve.log").open("ab") as log:
            self.server = subprocess.Popen(
                command("serve"), env=self.house.environment, stdout=log, stderr=log
            )
        _wait(int(self.house.environment["PORT"]), self.server)

    def close(self) -> None:
        """End the server as an installation does, and wait until it is gone."""
        if self.server:
            self.server.terminate()
            self.server.wait(STOP)
            self.server = None


@contextmanager
def opened(house: House) -> Iterator[Door]:
    """Open the door; it is closed in the end, whatever happened inside."""
    door = Door(house)
    try:
        door.open()
        yield door
    finally:
        door.close()


def command(*arguments: str) -> list[str]:
    """How one of the verbs of ``hartlijn`` is called."""
    return [sys.executable, "-c", "from config.cli import main; main()", *arguments]


def _world(base: Path, environment: dict[str, str]) -> Path:
    """The demonstration world; of those that test side by side one makes it for all."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    world = base.parent / f"world-{run}" if run else base / "world"
    with world.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not world.exists():
            draft = world.with_suffix(".draft")
            for verb in (["migrate", "--verbosity", "0"], ["demo"]):
                own = {**environment, "HARTLIJN_DATA": str(draft)}
                subprocess.run(command(*verb), env=own, check=True, capture_output=True)
            draft.rename(world)
    return world


def free_port() -> int:
    """A door that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START
    while time.monotonic() < until and server.poll() is None:
        try:
            with closing(HTTPConnection("localhost", port, timeout=10)) as line:
                line.request("GET", "/healthz")
                if line.getresponse().read() == b"ok\n":
                    return
        except OSError:
            time.sleep(0.05)  # nobody listens yet; there is nothing else to wait on
    message = "the house did not open"
    raise RuntimeError(message)
