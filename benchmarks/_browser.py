"""A real browser, and how long one task holds a page up on a slow device."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

SLOWED = 4
LONGEST = 50.0  # milliseconds
WATCH = """
new PerformanceObserver((list) => {
  for (const {duration} of list.getEntries())
    sessionStorage.longest = Math.max(sessionStorage.longest, duration);
}).observe({type: "longtask"});
"""
"""In the store of the window, so that going to another page does not forget it."""


@contextmanager
def opened() -> Iterator[Browser]:
    """Debian's Chromium, until the block ends."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def slowed(page: Page) -> Iterator[Callable[[], float]]:
    """A processor four times as slow; the block asks for the longest task of its page (ms).

    A browser tells of tasks from 50 ms on (W3C Long Tasks), so 0 says: none took that long.
    """
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.evaluate("() => { sessionStorage.longest = 0; }")
    page.evaluate(WATCH)
    page.add_init_script(WATCH)
    try:
        yield lambda: float(page.evaluate("() => sessionStorage.longest"))
    finally:
        session.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def nothing_took_long(tasks: dict[str, float]) -> bool:
    """Say so when a task held a page up longer than it may."""
    reached = all(ms <= LONGEST for ms in tasks.values())
    if not reached:
        print(f"A task of the main thread took more than {LONGEST:.0f} ms at 1/{SLOWED} speed.")
    return reached
