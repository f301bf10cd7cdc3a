"""A house of which the clock can be moved: for its server, its worker and every program in it."""

import os
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from journeys.serving import Door, command
from journeys.visitor import House

HERE = ZoneInfo("Europe/Amsterdam")
CLOCK = Path(__file__).with_name("clock")
ROOT = CLOCK.parents[2]


def moved(environment: dict[str, str], moment: datetime) -> None:
    """From its next start a program in this environment lives at this moment, and time goes on."""
    environment["YEAR_MOVED"] = str(moment.timestamp() - time.time())


def at(text: str) -> datetime:
    """A moment here: ``2027-03-02 10:00``."""
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


def empty(data: Path, port: int, moment: datetime) -> House:
    """A house with the people of the story in it, and nothing that happened."""
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment = {
        **kept,
        "HARTLIJN_DATA": str(data),
        "HARTLIJN_DEMO": "yes",
        "PORT": str(port),
        "PYTHONPATH": os.pathsep.join((str(CLOCK), str(ROOT))),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    moved(environment, moment)
    run(command("migrate", "--verbosity", "0"), environment)
    run([sys.executable, "-m", "journeys.year.seed"], environment)
    return House(f"http://localhost:{port}", data, environment)


def run(words: list[str], environment: dict[str, str]) -> None:
    """Run a program of the house to its end."""
    done = subprocess.run(words, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def later(door: Door, moment: datetime, *, with_work: bool = False) -> None:
    """Close, and open again at another moment.

    ``with_work``: what the worker has to do on that day was done: first what the night plans,
    and two minutes later what arrives by it.
    """
    door.close()
    environment = door.house.environment
    moved(environment, moment)
    if with_work:
        run(command("worker", "--once"), environment)
        moved(environment, moment.replace(minute=moment.minute + 2))
        run(command("worker", "--once"), environment)
    door.open()
