"""On the wire a cry for help is a thank-you, and what comes back says not for what."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Request, expect

from journeys.hostile.parcels import unpack
from journeys.line import SLOW
from journeys.together import at_the_sheet, send, two_who_write
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

SUBJECTS = ("consult", "help", "boundary", "appreciation")
LONG = "Vandaag liep het anders dan ik dacht. " * 20


def told(request: Request) -> dict[str, Any]:
    """What a request tells whoever runs the server, without what is new each time."""
    body = request.post_data_buffer or b""
    shown: dict[str, Any] = {"way": request.method, "address": request.url.partition("#")[0]}
    if request.url.endswith("/store/"):
        header, _contents = unpack(body)
        shown["remove"] = len(header["remove"])
        shown["envelopes"] = [
            {"new": True, **{k: one.get(k, "-") for k in one.keys() - {"id", "was"}}}
            if one["was"] is None
            else {"new": False}  # the own list of contents: it grows with the line, whatever is new
            for one in header["envelopes"]
        ]
    elif body:
        shown["fields"] = sorted(json.loads(body))
    return shown


def told_while(page: Page, act: Any) -> list[dict[str, Any]]:
    """All that is asked while something is done, in order."""
    asked: list[Request] = []

    def hear(one: Request) -> None:
        asked.append(one)

    page.on("request", hear)
    act()
    page.remove_listener("request", hear)
    return [told(one) for one in asked if one.method == "POST" or "arrival" in one.url]


def test_every_subject_looks_alike_to_whoever_runs_the_server(visitors: Visitors) -> None:
    noor, _sam = two_who_write(visitors, "Nikita", "Safa")
    found = {}
    # The first message is looked at again by the second, whatever they are about; so one before.
    for about in ("help", *SUBJECTS):
        at_the_sheet(noor, about)
        noor.locator("[data-fields] textarea").first.fill(LONG)
        noor.locator("[data-people] input").first.check()
        found[about] = told_while(noor, lambda: send(noor))
    at_the_sheet(noor, "aftercare")
    noor.locator("[name=offer]").first.check()
    noor.locator("[data-people] input").first.check()
    found["aftercare"] = told_while(noor, lambda: send(noor))

    stored = [one for one in found["help"] if "envelopes" in one]
    assert len(stored) == 1
    for_sam = [one for one in stored[0]["envelopes"] if "to" in one]
    assert [sorted(one) for one in for_sam] == [["lasts", "new", "size", "to", "until"]]
    for about, wire in found.items():
        assert wire == found["help"], f"{about}: {wire} but help: {found['help']}"


def test_aftercare_comes_back_as_a_parked_thought_does(visitors: Visitors) -> None:
    noor, _sam = two_who_write(visitors, "Nasrin", "Sofie")

    def park() -> None:
        noor.goto("/journal/park/")
        noor.locator("#text").fill("De sleutel ligt nog op kantoor.")
        noor.locator("[data-view=park] form button").last.click()
        expect(noor.locator('[data-view="parked"], [data-view="saved"]')).to_be_visible(
            timeout=SLOW
        )

    def care() -> None:
        noor.goto("/together/aftercare/")
        noor.get_by_role("button", name="Beginnen").click()
        expect(noor.locator('[data-view="moment"]')).to_be_visible(timeout=SLOW)

    def nudges(act: Any) -> list[dict[str, Any]]:
        return [one for one in told_while(noor, act) if "/due/" in one["address"]]

    thought = nudges(park)
    assert len(thought) == 1
    assert thought[0]["fields"] == ["object", "when"]
    assert nudges(care) == thought
