"""A house that is really served, and a real browser to walk through it."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from journeys.visitor import House, Visitors

FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
START = 60.0


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Hartlijn with its demonstration world, served as `make run` serves it."""
    data = tmp_path_factory.mktemp("house") / "data"
    port = _free_port()
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {**kept, "HARTLIJN_DATA": str(data), "HARTLIJN_DEMO": "yes", "PORT": str(port)}
    shutil.copytree(_world(tmp_path_factory.getbasetemp(), environment), data)
    log = (data / "serve.log").open("wb")
    server = subprocess.Popen(_command("serve"), env=environment, stdout=log, stderr=log)
    try:
        _wait(port, server)
        yield House(f"http://localhost:{port}", data, environment)
    finally:
        server.terminate()
        server.wait(30)
        log.close()


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
                subprocess.run(_command(*verb), env=own, check=True, capture_output=True)
            draft.rename(world)
    return world


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from config.cli import main; main()", *arguments]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visitors(house: House, browser: Browser) -> Iterator[Visitors]:
    """Let somebody in: ``visitors.come("noor")``; their windows close after the story."""
    visitors = Visitors(house, browser)
    yield visitors
    visitors.leave()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """An empty browser of a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


@pytest.fixture
def phone(context: BrowserContext) -> Page:
    """One page on that phone."""
    return context.new_page()


@pytest.fixture(scope="session")
def shots() -> Path:
    """Where pictures of the pages go, to be looked at; not kept in the history."""
    folder = Path(__file__).with_name("shots")
    folder.mkdir(exist_ok=True)
    return folder
