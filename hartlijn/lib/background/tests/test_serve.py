"""One command opens the door with a worker beside it, and closes both."""

import http.client
import os
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from pytest_django.fixtures import Settings

from hartlijn.lib.background.tests.chores import chore
from hartlijn.lib.background.tests.workshop import Workshop, wait_until

Process: TypeAlias = "subprocess.Popen[str]"
Start = Callable[..., Process]


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def serve(command: Start, port: int) -> Start:
    """Start the server and return when it has said that it is open."""

    def start() -> Process:
        process = command("serve", PORT=str(port))
        assert process.stdout
        assert process.stdout.readline() == (
            f"Hartlijn staat open op http://localhost:{port} (stop: Ctrl-C)\n"
        )
        assert process.stdout.readline() == "Kom erin als Noor.\n"
        return process

    return start


def ask(port: int, **headers: str) -> tuple[int, str, dict[str, str]]:
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    asked.request("GET", "/healthz", headers={"Host": f"localhost:{port}", **headers})
    response = asked.getresponse()
    answer = response.status, response.read().decode(), dict(response.getheaders())
    asked.close()
    return answer


def worker_beside(workshop: Workshop) -> int:
    """Have one chore done; the process id of who did it."""
    row = workshop.enqueue(chore, 1)
    wait_until(workshop.is_empty)
    row.refresh_from_db()
    return int(row.worker_ids[-1].split("-")[-2])


def leaves_nothing_behind(process: Process) -> bool:
    """The pipe that server and worker share ends when the last of them does."""
    process.communicate(timeout=20)
    return True


def test_it_answers_works_and_leaves_nothing_behind(
    workshop: Workshop, serve: Start, port: int
) -> None:
    process = serve()
    status, body, headers = ask(port, **{"X-Proxy": "hello"})
    _, forged, _ = ask(port, X_Proxy="forged")  # the way WSGI writes it: never let in
    worker_beside(workshop)

    process.send_signal(signal.SIGINT)

    assert process.wait(20) == 0
    assert leaves_nothing_behind(process)
    assert (status, body, forged) == (200, "hello", "ok")
    assert "server" not in headers


def test_a_dead_worker_is_replaced(workshop: Workshop, serve: Start) -> None:
    process = serve()
    first = worker_beside(workshop)

    os.kill(first, signal.SIGKILL)

    assert worker_beside(workshop) != first
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0


def test_when_the_server_is_killed_its_worker_goes_too(workshop: Workshop, serve: Start) -> None:
    process = serve()
    worker_beside(workshop)

    process.kill()

    assert leaves_nothing_behind(process)


@pytest.mark.nightly  # the journeys open them too
def test_the_real_pages_open_and_close_the_same_way(
    command: Start, port: int, tmp_path: Path
) -> None:
    own = {"HARTLIJN_DATA": str(tmp_path), "DATABASE_URL": "", "HARTLIJN_DEMO": "no"}
    own["DJANGO_SETTINGS_MODULE"] = "config.settings"
    assert command("serve", PORT=str(port), **own).wait(60) == 1  # nothing is migrated yet
    assert command("migrate", "--verbosity=0", **own).wait(100) == 0

    process = command("serve", PORT=str(port), **own)
    assert process.stdout
    assert str(port) in process.stdout.readline()

    assert ask(port)[:2] == (200, "ok\n")

    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0
    assert leaves_nothing_behind(process)


def test_a_busy_port_is_one_clear_line(settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        settings.PORT = taken.getsockname()[1]

        with pytest.raises(CommandError, match=f"^Poort {settings.PORT} is bezet.*[^\\n]$"):
            call_command("serve")


def test_other_machines_are_refused_over_plain_http(settings: Settings) -> None:
    settings.HOST = "0.0.0.0"

    with pytest.raises(CommandError, match=r"^HOST=0\.0\.0\.0 would serve .*[^\n]$"):
        call_command("serve")


@pytest.mark.django_db
def test_a_database_of_an_earlier_version_is_one_clear_line(settings: Settings, port: int) -> None:
    settings.PORT = port
    MigrationRecorder(connection).record_unapplied("background", "0001_initial")

    with pytest.raises(CommandError, match=r"run: hartlijn migrate$"):
        call_command("serve")
