"""What somebody sealed is nowhere in the house: not in its database, its files, letters or log."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from journeys.line import SLOW, keep, open_with, two_who_walk_along, write
from journeys.test_vault import read_first
from journeys.traces import hidden_in_every_way, holding, traces
from journeys.visitor import Visitors

CANARY = "Zeegroene-kanarie-%s-op-de-vensterbank"


def test_the_search_finds_every_form(tmp_path: Path) -> None:
    text = CANARY % "zelf"
    for name, content in hidden_in_every_way(text).items():
        (tmp_path / name).write_bytes(content)

    assert holding(traces(tmp_path), [text]) == sorted(hidden_in_every_way(text))
    assert holding(traces(tmp_path), [CANARY % "anders"]) == []


class Typist:
    """Types a canary of its own in each field, and remembers all of them."""

    def __init__(self) -> None:
        """Nothing typed yet."""
        self.typed: list[str] = []

    def next(self) -> str:
        """The next canary."""
        self.typed.append(CANARY % len(self.typed))
        return self.typed[-1]


def listen(page: Page, sent: list[tuple[str, bytes]]) -> None:
    """Keep what the browser sends: addresses, headers and bodies, also of the worker."""

    def hear(request: Request) -> None:
        told = f"{request.url}\n{request.headers}".encode()
        sent.append((f"sent to {request.url}", told + (request.post_data_buffer or b"")))

    page.context.on("request", hear)


def change_and_leave_a_draft(page: Page, typist: Typist) -> None:
    """Change the newest text, and begin another one without keeping it."""
    read_first(page)
    page.get_by_role("link", name="Verder schrijven").click()
    page.locator("#text").fill(typist.next())
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.locator("[data-text]")).to_have_text(typist.typed[-1], timeout=SLOW)
    page.goto("/journal/write/")
    field = page.locator("#text")
    field.fill(typist.next())
    expect(page.locator("[data-write]")).to_have_attribute("data-safe", "yes")


def make_code(page: Page, words: list[str]) -> str:
    """Make a recovery code; wrong ones first."""
    page.goto("/vault/keys/")
    page.get_by_role("button", name="Herstelcode maken").click()
    page.get_by_label("Je zes woorden").locator("visible=true").fill(" ".join(words))
    page.get_by_role("button", name="Verder").locator("visible=true").click()
    shown = page.locator("[data-code-shown]")
    expect(shown).to_be_visible(timeout=SLOW)
    code = shown.inner_text()
    page.get_by_role("button", name="Ik heb hem opgeschreven").click()
    page.get_by_label("Je herstelcode").fill(code)
    page.get_by_role("button", name="Klaar").click()
    expect(page.locator("[data-live]")).to_contain_text("Je herstelcode werkt", timeout=SLOW)
    return code


def give(page: Page, name: str) -> None:
    """Give the newest text."""
    read_first(page)
    page.get_by_role("button", name="Aan iemand geven").click()
    page.get_by_label(name).check()
    page.get_by_role("button", name="Geven", exact=True).click()
    expect(page.locator("[data-live]")).to_contain_text(
        f"{name} vindt het in eigen werktijd", timeout=SLOW
    )


def type_wrong(page: Page, typist: Typist) -> None:
    """Type what is no word and no code wherever the keys are asked for."""
    page.get_by_role("button", name="Nu sluiten").click()
    page.goto("/vault/open/")
    page.get_by_label("Je zes woorden").fill(typist.next())
    page.get_by_role("button", name="Openen", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_text("Met de herstelcode").click()
    page.get_by_label("Je herstelcode").fill(typist.next())
    page.get_by_role("button", name="Openen met de code").click()
    expect(page.get_by_role("alert")).to_contain_text("gaat je lijn niet open", timeout=SLOW)


@pytest.mark.long
def test_nothing_that_was_typed_is_anywhere_in_the_house(visitors: Visitors) -> None:
    pair = two_who_walk_along(visitors, "Noa", "Ole")
    noa, ole = pair.starter, pair.companion
    sent: list[tuple[str, bytes]] = []
    typist = Typist()
    for page in (noa, ole):
        listen(page, sent)
    write(noa, typist.next())
    words = keep(noa)
    write(ole, typist.next())
    others = keep(ole)
    change_and_leave_a_draft(noa, typist)
    code = make_code(noa, words)
    give(noa, "Ole")
    ole.goto("/vault/received/")
    ole.get_by_role("link", name="Van Noa").click()
    expect(ole.locator("[data-text]")).to_contain_text("kanarie")
    noa.goto("/vault/keys/")
    type_wrong(noa, typist)
    open_with(noa, words)

    bare = "".join(part for part in code if part.isalnum())
    secrets = [*typist.typed, " ".join(words), " ".join(others), code, bare, bare[:26]]
    assert len(typist.typed) == 6
    assert len(sent) > 50
    everything = [*traces(visitors.house.data), *sent]
    names = {name for name, _content in everything}
    assert {"vault_envelope", "vault_wrappedkey", "people_person", "serve.log"} <= names
    assert any(name.startswith("mail/") for name in names)
    assert holding(iter(everything), ["Noa"])  # what may be known is found
    assert holding(iter(everything), secrets) == []
