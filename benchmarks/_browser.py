"""A real browser, and how long one task holds a page up on a slow device."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from setup.browser import ready

SLOWED = 4
LONGEST = 50.0  # milliseconds
COMES = " comes"
WATCH = """
new PerformanceObserver((list) => {
  if ((sessionStorage.only ?? location.pathname) !== location.pathname) return;
  for (const {duration} of list.getEntries())
    sessionStorage.longest = Math.max(sessionStorage.longest ?? 0, duration);
}).observe({type: "longtask"});
"""
"""In the store of the window, so that going to another page does not forget it; `only` there says
of which page tasks count."""


@contextmanager
def opened() -> Iterator[Browser]:
    """Debian's Chromium, until the block ends."""
    path = ready()
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


class Slow:
    """A page on a processor four times as slow, asked without the driver's own scripts in it.

    Those would hold the page up themselves: only short expressions are evaluated.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)

    def tell(self, expression: str) -> Any:
        """The value of an expression in the page."""
        asked = {"expression": expression, "returnByValue": True}
        return self.session.send("Runtime.evaluate", asked)["result"].get("value")

    def until(self, expression: str, seconds: float = 120) -> None:
        """Wait until it is true; another page may come meanwhile."""
        end = time.monotonic() + seconds
        while not self.tell(expression):
            if time.monotonic() > end:
                message = f"never true: {expression}"
                raise TimeoutError(message)
            self.page.wait_for_timeout(100)

    def longest(self) -> float:
        """The longest task since it was asked last (ms); another one begins now.

        A browser tells of tasks from 50 ms on (W3C Long Tasks), so 0 says: none took that long.
        """
        self.page.wait_for_timeout(300)  # a task is told of some time after its end
        return float(self.tell("[sessionStorage.longest, sessionStorage.longest = 0][0]") or 0)


@contextmanager
def slowed(page: Page) -> Iterator[Slow]:
    """Until the block ends, the processor is four times as slow for this page."""
    slow = Slow(page)
    page.add_init_script(WATCH)
    slow.tell(WATCH)
    slow.session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    slow.longest()
    try:
        yield slow
    finally:
        slow.session.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def nothing_took_long(part: str, tasks: dict[str, list[float]]) -> bool:
    """Print the longest tasks (medians of rounds); say so when one was longer than it may be.

    While a page comes the browser itself works: those have no goal, but stand side by side.
    """
    middle = {name: median(rounds) for name, rounds in tasks.items()}
    for name, ms in middle.items():
        goal = {} if name.endswith(COMES) else {"goal": LONGEST}
        print(json.dumps({"part": f"{part}.longest task while {name}", "ms": round(ms), **goal}))
    reached = all(ms <= LONGEST for name, ms in middle.items() if not name.endswith(COMES))
    if not reached:
        print(f"A task of the main thread took more than {LONGEST:.0f} ms at 1/{SLOWED} speed.")
    return reached
