"""A line of 120 texts: all there in order, and the page never stands still."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from journeys.device import begin_worker_with
from journeys.line import SLOW, somebody_new
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

TEXTS = 120
MOST = 50  # milliseconds
TRACED = ["disabled-by-default-devtools.timeline", "__metadata"]
THROTTLED = 2  # times slower: what a busy machine can still tell apart from standing still
# The days of a worker can be moved, so that texts are of different days.
OTHER_DAYS = """
let DAYS = 0;
const Now = Date;
globalThis.Date = class extends Now {
  constructor(...given) {
    if (given.length) super(...given); else super(Now.now() - DAYS * 864e5);
  }
};
addEventListener("message", (event) => {
  if ("days" in event.data) {
    DAYS = event.data.days;
    event.stopImmediatePropagation();
  }
});
"""
WRITE_MANY = """
async ({ texts, person, csrf }) => {
  const worker = new Worker("/static/ui/dist/vault-worker.js", { type: "module" });
  const waiting = new Map();
  worker.onmessage = ({ data }) => waiting.get(data.id)?.(data);
  const ask = (id, name, asked) => new Promise((done) => {
    waiting.set(id, done);
    worker.postMessage({ id, name, ask: asked });
  });
  worker.postMessage({ begin: { person, csrf } });
  for (let id = 1; id <= texts; id += 1) {
    worker.postMessage({ days: Math.floor((texts - id) / 2) });
    const said = await ask(id, "save", { kind: "entry", content: { text: `Tekst ${id}.` } });
    if (said.refused) throw new Error(said.refused);
  }
  worker.terminate();
}
"""


def where_a_test_may_start_the_worker(visitors: Visitors, name: str) -> Page:
    """Somebody with a browser that lets a script of ours begin a worker of its own."""
    signed_in = somebody_new(visitors, name)
    context = visitors.browser.new_context(
        base_url=visitors.house.url,
        bypass_csp=True,
        viewport={"width": 360, "height": 740},
    )
    visitors.open.append(context)
    context.add_cookies(signed_in.context.cookies())  # type: ignore[arg-type]
    return context.new_page()


def longest_task(page: Page) -> float:
    """Open the line on a slow phone, to its end; gives the work of its longest task (ms)."""
    slow = page.context.new_page()
    session = slow.context.new_cdp_session(slow)
    session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLED})
    browser = slow.context.browser
    assert browser
    browser.start_tracing(page=slow, categories=TRACED)
    slow.goto("/line/")
    lines = slow.locator("[data-lines] ol > li")
    expect(lines).to_have_count(TEXTS, timeout=SLOW)
    expect(lines.last).to_contain_text("Tekst 1.", timeout=SLOW)
    trace = browser.stop_tracing()
    days = lines.locator("time").evaluate_all("all => all.map((one) => one.dateTime)")
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == TEXTS // 2
    texts = lines.locator("a[translate=no]").all_inner_texts()
    assert texts == [f"Tekst {number}." for number in range(TEXTS, 0, -1)]
    slow.close()
    return max(work_of_tasks(trace))


def work_of_tasks(trace: bytes) -> list[float]:
    """What each task of the page's own thread cost; waiting for a busy machine is not in it."""
    events: list[dict[str, Any]] = json.loads(trace)["traceEvents"]
    pages = {
        (event["pid"], event["tid"])
        for event in events
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    return [
        event.get("tdur", 0) / 1000
        for event in events
        if event["name"] == "RunTask" and (event["pid"], event["tid"]) in pages
    ]


@pytest.mark.nightly  # a figure in milliseconds wants a quiet machine; `make bench` prints it
def test_a_long_line_is_read_without_a_stop(visitors: Visitors) -> None:
    page = where_a_test_may_start_the_worker(visitors, "Pip")
    begin_worker_with(page, OTHER_DAYS)
    page.goto("/journal/write/")
    about = page.locator("#vault").evaluate("({ dataset }) => ({ ...dataset })")
    page.evaluate(WRITE_MANY, {"texts": TEXTS, "person": about["person"], "csrf": about["csrf"]})

    # The first time a browser reads a script it also translates it; a line is opened every day.
    runs = [longest_task(page) for _ in range(3)]
    assert min(runs) <= MOST, runs
