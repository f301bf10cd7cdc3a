"""A hall of sixty in the demonstration world.

Who leads, the phones that are plain clients, and real browsers that note when new words stand on
their screen.
"""

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from benchmarks._serving import Site

CODE = "ZEG HET"
WHO = ("student", "starter", "experienced", "leader", "teacher")
TICKET = re.compile(r'<live-room[^>]* ticket="([^"]+)"')
DIALOGUE = re.compile(r'href="/dialogues/([0-9a-f-]{36})/"')
NOTE = """
(() => {
  window.shown = [];
  const look = () => {
    const words = document.querySelector("live-part")?.textContent.replace(/\\s+/g, " ").trim();
    if (words && words !== window.last) {
      window.last = words;
      window.shown.push(performance.timeOrigin + performance.now());
    }
  };
  new MutationObserver(look).observe(document.querySelector("live-room"),
    {subtree: true, childList: true, characterData: true});
})()
"""


def leading(site: Site) -> str:
    """Sign in as who leads the dialogue that is open; its id."""
    token = site.token("/account/login/")
    site.ask("/demo/sign-in/", {"person": "rosa", "csrfmiddlewaretoken": token})
    for pk in DIALOGUE.findall(site.ask("/dialogues/")[1]):
        if CODE in site.ask(f"/dialogues/{pk}/")[1]:
            return str(pk)
    raise RuntimeError("no dialogue is open")


def joined(port: int, pid: int, number: int) -> tuple[dict[str, str], float]:
    """One phone comes in; where it listens, and how long it took (ms) from page to room."""
    began = time.perf_counter()
    phone = Site(port, pid)
    form = {"code": CODE, "perspective": WHO[number % len(WHO)]}
    status, _text = phone.ask("/join/", {**form, "csrfmiddlewaretoken": phone.token("/join/")})
    found = TICKET.search(phone.ask("/room/")[1])
    if not found:
        message = f"joining answered {status} and opened no room"
        raise RuntimeError(message)
    took = (time.perf_counter() - began) * 1000
    cookie = "; ".join(f"{name}={value}" for name, value in phone.cookies.items())
    phone.line.close()
    return {"address": f"/stream?ticket={found.group(1)}", "cookie": cookie}, took


def all_join(site: Site, number: int) -> tuple[list[dict[str, str]], list[float], float]:
    """Everybody at the same moment; how long each took, and all of them (ms)."""
    began = time.perf_counter()
    with ThreadPoolExecutor(number) as hands:
        found = list(hands.map(lambda one: joined(site.port, site.pid, one), range(number)))
    everybody = (time.perf_counter() - began) * 1000
    return [one for one, _took in found], [took for _one, took in found], everybody


@contextmanager
def phones(browser: Browser, site: Site, number: int) -> Iterator[list[Page]]:
    """Real browsers in the room."""
    pages = []
    for _number in range(number):
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, base_url=f"http://localhost:{site.port}"
        )
        page = context.new_page()
        page.goto("/join/")
        page.locator("input[name=code]").fill(CODE)
        page.locator("input[name=perspective][value=starter]").check()
        page.locator("main form button").last.click()
        page.wait_for_url("**/room/")
        page.locator("live-room[state=up]").wait_for()
        page.evaluate(NOTE)
        pages.append(page)
    yield pages
    for page in pages:
        page.context.close()


def forget(pages: list[Page]) -> None:
    """Count from here."""
    for page in pages:
        page.evaluate("window.shown = []")


def shown(pages: list[Page]) -> list[float]:
    """When new words stood on each screen (seconds since 1970)."""
    until = time.monotonic() + 20
    for page in pages:
        while not page.evaluate("window.shown.length"):  # the page's policy forbids waiting inside
            if time.monotonic() > until:
                raise TimeoutError("nothing new on a screen")
            time.sleep(0.01)
    return [float(page.evaluate("window.shown[0]")) / 1000 for page in pages]
