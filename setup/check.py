"""`make check`: everything that can be seen without running the product, in seconds.

`python -m setup.check fix` formats and repairs what a machine can repair.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from setup.frontend import NODE

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
HARTLIJN = BIN / "hartlijn"
BIOME = (NODE, "node_modules/@biomejs/biome/bin/biome", "check")
TSC = (NODE, "node_modules/typescript/bin/tsc", "--project", ".")

Command = tuple[str | Path, ...]


def templates() -> list[str]:
    """Every page."""
    return sorted(
        str(path.relative_to(ROOT)) for path in ROOT.glob("hartlijn/**/templates/**/*.html")
    )


def run(*command: str | Path, folder: str = ".", env: Mapping[str, str] | None = None) -> str:
    """Run one tool; gives what it says when it is not content, else nothing."""
    done = subprocess.run(
        command,
        cwd=ROOT / folder,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return (done.stdout.strip() or f"ended with {done.returncode}") if done.returncode else ""


def deployed() -> str:
    """Django's own look at the settings of a real installation, and whether migrations are made."""
    with tempfile.TemporaryDirectory() as data:
        env = {"HARTLIJN_DATA": data, "HARTLIJN_URL": "https://hartlijn.example.org"}
        return run(HARTLIJN, "check", "--deploy", "--fail-level", "WARNING", env=env) or run(
            HARTLIJN, "makemigrations", "--check", "--dry-run", env=env
        )


def pages(*, fix: bool = False) -> str:
    """The form of the templates: djade for what Django reads, djhtml for how it is indented."""
    if not (names := templates()):
        return ""
    mode = () if fix else ("--check",)
    said = [
        run(BIN / "djade", "--target-version", "5.2", *mode, *names),
        run(BIN / "djhtml", "--tabwidth", "2", *mode, *names),
    ]
    return pages() if fix else "\n".join(filter(None, said))  # both end with 1 after a repair


CHECKS: dict[str, Callable[[], str]] = {
    "types": lambda: run(BIN / "mypy"),
    "settings and migrations": deployed,
    "translations": lambda: run(sys.executable, "-m", "setup.messages", "check"),
    "floors": lambda: run(BIN / "lint-imports", "--no-logo"),
    "format": lambda: run(BIN / "ruff", "format", "--check", "."),
    "lint": lambda: run(BIN / "ruff", "check", "--output-format=concise", "."),
    "templates": pages,
    "front end": lambda: run(*BIOME, ".", folder="frontend") or run(*TSC, folder="frontend"),
}

FIXES: dict[str, Callable[[], str]] = {
    "lint": lambda: run(BIN / "ruff", "check", "--fix", "--output-format=concise", "."),
    "format": lambda: run(BIN / "ruff", "format", "."),
    "templates": lambda: pages(fix=True),
    "front end": lambda: run(*BIOME, "--write", ".", folder="frontend"),
}


def timed(check: Callable[[], str]) -> tuple[str, float]:
    """What a check says, and the seconds it took."""
    start = time.monotonic()
    return check(), time.monotonic() - start


def main() -> int:
    """Run the checks two at a time, longest first; or the repairs one after the other."""
    fixing = "fix" in sys.argv
    jobs = FIXES if fixing else CHECKS
    failed = []
    with ThreadPoolExecutor(max_workers=1 if fixing else 2) as pool:
        results = {name: pool.submit(timed, job) for name, job in jobs.items()}
        for name, result in results.items():
            said, seconds = result.result()
            print(f"{'not yet' if said else 'good':8} {name} ({seconds:.1f} s)", flush=True)
            if said:
                failed.append(name)
                print(said, flush=True)
    if failed:
        print(
            f"\nNot yet: {', '.join(failed)}.",
            "" if fixing else "`make fix` repairs what a machine can.",
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
