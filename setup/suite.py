"""Run the tests with all they need.

`python -m setup.suite test | journeys | everything | nightly | bench`: `test` leaves out the long
stories in the browser; `journeys` tells every story but those of the night; `everything` is both,
each story told once; `nightly` adds the long runs.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from setup import browser, child, postgres

ROOT = Path(__file__).resolve().parent.parent
PYTEST = (sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "setup.sqlite_too")
OURS = ("HARTLIJN_", "DATABASE_URL", "PORT", "HOST", "DJANGO_", "PYTHONDONTWRITEBYTECODE")
"""Settings of an installation; and that Python may not keep what it compiled, for the tests start
many programs of ours."""
JOURNEYS = "journeys"
DAY = "not nightly"
FAILED, INTERRUPTED = 1, 2  # pytest's exit codes

Results = dict[str, tuple[int, str]]


@contextmanager
def clean_environment() -> Iterator[dict[str, str]]:
    """The environment without settings of an installation, with a data folder of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    with tempfile.TemporaryDirectory(prefix="hartlijn-data-") as folder:
        yield {**kept, "HARTLIJN_DATA": folder}


def pytest(environment: dict[str, str], *arguments: str) -> tuple[int, str]:
    """One run of pytest: its exit code and closing line."""
    color = "yes" if sys.stdout.isatty() else "no"
    return child.run([*PYTEST, f"--color={color}", *arguments], environment)


def everything(environment: dict[str, str], url: str, marks: str, *, short: bool) -> Results:
    """The scripts, the suite on PostgreSQL, what must also hold on SQLite, and the journeys."""
    real = {**environment, "DATABASE_URL": url}
    results = {
        "TypeScript": child.run([sys.executable, "-m", "setup.frontend", "test"], environment)
    }
    if not interrupted(results):
        results["PostgreSQL"] = pytest(real, "-m", marks)
    if not interrupted(results):
        results["SQLite"] = pytest(environment, "-m", f"sqlite and ({marks})")
    if not interrupted(results):
        results |= journeys(environment, url, f"({marks}) and not long" if short else marks)
    return results


def journeys(environment: dict[str, str], url: str, marks: str) -> Results:
    """The tests in the browser; a story that fails is told once more, and both results are said.

    A story that fails twice is a fault of ours; one that fails once leans on the machine's pace,
    and its name stands in the output, to be mended.
    """
    real = {**environment, "DATABASE_URL": url, "CHROMIUM": browser.ready()}
    ask = ("-p", "setup.together", "-m", marks, JOURNEYS)
    results = {"Journeys": pytest(real, *ask)}
    code, line = results["Journeys"]
    if code == FAILED:
        print("\nTelling once more the stories that failed:", flush=True)
        again, closing = pytest(real, *ask, "--last-failed", "--last-failed-no-failures=none")
        results["Journeys"] = (again, f"{line.strip('= ')}; told once more: {closing}")
    return results


def bench(environment: dict[str, str], url: str) -> Results:
    """Every benchmark, each in its own process."""
    names = sorted(path.stem for path in (ROOT / "benchmarks").glob("[a-z]*.py"))
    real = {**environment, "DATABASE_URL": url}
    return {name: child.run([sys.executable, "-m", f"benchmarks.{name}"], real) for name in names}


def interrupted(results: Results) -> bool:
    """Whether the last run was stopped by a person or a signal."""
    code = list(results.values())[-1][0]
    return code == INTERRUPTED or code < 0


def main(verb: str) -> int:
    """Run what was asked; the exit code is 0 when all of it passed."""
    os.chdir(ROOT)
    if verb in {"test", "everything", "nightly"}:
        browser.ready()  # ask for it now, not after minutes of tests
    if verb == "nightly":
        os.environ["HARTLIJN_TEST_PG"] = "embedded"
        os.environ["NIGHT"] = "yes"
    with postgres.running() as url, clean_environment() as environment:
        if verb == "bench":
            results = bench(environment, url)
        elif verb == "journeys":
            results = journeys(environment, url, DAY)
        else:
            marks = "nightly or not nightly" if verb == "nightly" else DAY
            results = everything(environment, url, marks, short=verb == "test")
    print()
    for name, (_, line) in results.items():
        print(f"{name}: {line.strip('= ')}")
    return 1 if any(code for code, _ in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
