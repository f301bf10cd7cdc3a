"""Opening 1,000 envelopes of 2 KB in a real browser, beside a bare loop of the library and `age`.

Ours is what a page does with its line: the digest that the contents name, the age file, the
letter and its bindings. One run, in turn; the goals are ratios: at most 1.5 times the bare loop,
and at least 5 times as fast as the `age` program started for each file. Unlocking with the six
words (scrypt, work factor 18) stands beside the bare library too.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, Route

from benchmarks import _browser, _machine
from benchmarks._browser import nothing_took_long, slowed
from benchmarks._serving import demonstration
from setup import frontend

ROUNDS = 5
GOAL_BARE = 1.5
GOAL_AGE = 5.0
ADDRESS = "http://localhost:9/"
SIX_WORDS = "boomhut vlinder koffie regen lantaarn kompas"
SUBMIT = "setTimeout(() => document.querySelector('[data-words-form]').requestSubmit())"
TASK_ROUNDS = 3
ENTRY = Path("benchmarks") / "opening.ts"


def bundle(folder: Path) -> bytes:
    """The worker, built like everything that is served."""
    esbuild = next((frontend.MODULES / "@esbuild").glob("*/bin/esbuild"))
    command = [esbuild, ENTRY, *frontend.ESBUILD, f"--outdir={folder}"]
    subprocess.run(command, cwd=frontend.SOURCE, check=True)
    return (folder / "opening.js").read_bytes()


def answering(script: bytes) -> Any:
    """A page and its worker without a server: `localhost` is a secure place for keys."""

    def answer(route: Route) -> None:
        if route.request.url.endswith(".js"):
            route.fulfill(body=script, content_type="text/javascript")
        else:
            route.fulfill(body="<!DOCTYPE html><title>bench</title>", content_type="text/html")

    return answer


def ask(page: Page, what: str) -> dict[str, Any]:
    """Let the worker do one thing; it says how long that took."""
    answer: dict[str, Any] = page.evaluate(
        """what => new Promise(done => {
            window.keys ??= new Worker("/opening.js", {type: "module"});
            window.keys.onmessage = ({data}) => done(data);
            window.keys.postMessage(what);
        })""",
        what,
    )
    return answer


def age_here() -> str:
    """The ordinary program, brought here when we may; it has to run beside ours, in turn."""
    if not shutil.which("age") and os.geteuid() == 0 and shutil.which("apt-get"):
        command = ["apt-get", "install", "--yes", "--no-install-recommends", "age"]
        subprocess.run(command, check=False, capture_output=True)
    found = shutil.which("age")
    if found is None:
        sys.exit("This measures beside the program age: install it (Debian: apt-get install age).")
    return found


def age_program(program: str, folder: Path, prepared: dict[str, Any]) -> float:
    """Seconds for the ordinary program, one process for each file."""
    identity = folder / "identity"
    if not identity.exists():
        identity.write_text(prepared["identity"], encoding="utf-8")
        for number, text in enumerate(prepared["files"]):
            bytes_ = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
            (folder / f"{number}.age").write_bytes(bytes_)
    began = time.perf_counter()
    for file in folder.glob("*.age"):
        command = [program, "--decrypt", "--identity", identity, file]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def run(page: Page, program: str, folder: Path) -> dict[str, list[float]]:
    """All figures in turn, in seconds."""
    page.goto(ADDRESS)
    prepared = ask(page, "prepare")["answer"]
    figures: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for what in ("ours", "bare", "unlock", "bareUnlock"):
            figures.setdefault(what, []).append(ask(page, what)["milliseconds"] / 1000)
        figures.setdefault("age", []).append(age_program(program, folder, prepared))
    return figures


def report(figures: dict[str, list[float]]) -> bool:
    """Print every figure and the ratios; whether the goals were reached."""
    middle = {name: median(rounds) for name, rounds in figures.items()}
    for name, seconds in middle.items():
        print(json.dumps({"part": f"opening.{name}", "seconds": round(seconds, 3)}))
    bare = median([o / b for o, b in zip(figures["ours"], figures["bare"], strict=True)])
    faster = median([a / o for a, o in zip(figures["age"], figures["ours"], strict=True)])
    ratios = {"times_bare": (bare, GOAL_BARE), "faster_than_age": (faster, GOAL_AGE)}
    for name, (ratio, goal) in ratios.items():
        print(json.dumps({"part": f"opening.{name}", "ratio": round(ratio, 2), "goal": goal}))
    words = middle["unlock"] / middle["bareUnlock"]
    print(f"1,000 envelopes of 2 KB: ours {middle['ours']:.2f} s")
    print(f"  {bare:.2f} times the bare loop of the library ({middle['bare']:.2f} s; goal 1.5)")
    print(f"  {faster:.1f} times as fast as age ({middle['age']:.2f} s; goal at least 5)")
    print(f"unlocking with six words {middle['unlock']:.2f} s, {words:.2f} times the library")
    return bare <= GOAL_BARE and faster >= GOAL_AGE


def told(window: Browser) -> str:
    """The machine, and the versions of what was measured."""
    age = subprocess.run(["age", "--version"], capture_output=True, text=True, check=True)
    return _machine.told(f"Chromium {window.version}", f"age {age.stdout.strip()}")


def longest_tasks(page: Page, window: Browser) -> dict[str, list[float]]:
    """The longest task of the main thread while letters are opened, and while a line is (ms)."""
    tasks: dict[str, list[float]] = {"1,000 are opened": [], "six words unlock": []}
    for _ in range(TASK_ROUNDS):
        with slowed(page) as slow:
            ask(page, "ours")
            tasks["1,000 are opened"].append(slow.longest())
    with tempfile.TemporaryDirectory() as folder, demonstration(folder) as site:
        for _ in range(TASK_ROUNDS):
            page = window.new_context(base_url=f"http://localhost:{site.port}").new_page()
            page.goto("/account/login/")
            page.locator('button[name="person"][value="noor"]').click()
            page.wait_for_url("**/")
            page.goto("/vault/open/")
            page.locator("#words").wait_for()
            with slowed(page) as slow:
                slow.tell(f"document.querySelector('#words').value = '{SIX_WORDS}'")
                slow.tell(
                    "sessionStorage.only = '/vault/open/'"
                )  # what comes after is another page
                slow.tell(SUBMIT)
                slow.until("location.pathname === '/line/'")
                tasks["six words unlock"].append(slow.longest())
    return tasks


def main() -> int:
    """Open a browser, measure, report."""
    frontend.packages(tools=False)
    program = age_here()
    with tempfile.TemporaryDirectory() as folder, _browser.opened() as window:
        page = window.new_page()
        page.route("**/*", answering(bundle(Path(folder))))
        figures = run(page, program, Path(folder))
        print(f"\n{told(window)}; {ROUNDS} rounds in turn, medians")
        reached = report(figures)
        quick = nothing_took_long("opening", longest_tasks(page, window))
    return 0 if reached and quick else 1


if __name__ == "__main__":
    sys.exit(main())
