"""Hanna, who has a line, and Gijs, who walks along; made once, through the real pages."""

import base64
import json
import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page, expect

from journeys import line
from journeys.hostile import parcels
from journeys.hostile.parcels import Envelope
from journeys.visitor import Visitors
from sealing import wraps
from sealing.envelope import open_private
from sealing.keyring import Keyring, Known
from sealing.letter import Expected
from sealing.notation import unb64

TEXTS = ("Kanarie een, van maandag.", "Kanarie twee, van dinsdag.", "Kanarie drie, van woensdag.")
CHANGED = "Kanarie vier, van maandag en later anders."
GIFTS = ("Kanarie vijf, van Gijs.", "Kanarie zes, ook van Gijs.")
# Copies this browser's storage; keys that cannot be taken out can still be copied within it.
COPY = """async ([from, to]) => {
  const promised = (asked) => new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const source = await promised(indexedDB.open(from));
  const tables = [...source.objectStoreNames];
  const asked = indexedDB.open(to);
  asked.onupgradeneeded = () => tables.forEach((table) => asked.result.createObjectStore(table));
  const target = await promised(asked);
  for (const table of tables) {
    const read = source.transaction(table).objectStore(table);
    const [keys, values] = await Promise.all([promised(read.getAllKeys()), promised(read.getAll())]);
    const write = target.transaction(table, "readwrite").objectStore(table);
    write.clear();
    const later = Date.now() + 24 * 3600 * 1000;
    await Promise.all(keys.map((key, at) => promised(write.put(
      table === "open" ? { ...values[at], until: later } : values[at], key))));
  }
  source.close();
  target.close();
}"""
FORGET = """(tables) => new Promise((done) => {
  const asked = indexedDB.open("hartlijn");
  asked.onsuccess = () => {
    const change = asked.result.transaction(tables, "readwrite");
    for (const table of tables) change.objectStore(table).clear();
    change.oncomplete = () => { asked.result.close(); done(); };
  };
})"""
KNOW = """(parts) => new Promise((done) => {
  const asked = indexedDB.open("hartlijn");
  asked.onsuccess = () => {
    const change = asked.result.transaction("known", "readwrite");
    const reading = change.objectStore("known").openCursor();
    reading.onsuccess = () => reading.result.update({ ...reading.result.value, ...parts });
    change.oncomplete = () => { asked.result.close(); done(); };
  };
})"""
BLANK = "/healthz"  # a page of this address on which nothing runs


@dataclass
class Somebody:
    """One person's browser, and what a test knows of their line."""

    page: Page
    csrf: str
    words: str
    keys: Keyring
    person: str
    texts: dict[str, str] = field(default_factory=dict)
    """What was written, to the id under which it is kept."""

    def fetched(self, *ids: str) -> dict[str, Envelope]:
        """The envelopes as the house has them."""
        answer = self.page.context.request.post(
            "/vault/api/fetch/",
            data=json.dumps({"ids": list(ids)}),
            headers={"X-CSRFToken": self.csrf, "Content-Type": "application/json"},
        )
        return parcels.fetched(answer.body())

    def contents(self) -> dict[str, Any]:
        """What is on the line."""
        sealed = self.fetched(self.keys.contents)[self.keys.contents].content
        expected = Expected(self.keys.contents, self.keys.keyring, kind="contents")
        found = open_private(sealed, self.keys.private, expected)
        return {**found.content, "version": found.version}

    def remember(self) -> None:
        """Keep this browser's storage as it is now."""
        self.page.goto(BLANK)
        self.page.evaluate(COPY, ["hartlijn", "as-it-was"])


@dataclass
class Two:
    """Hanna with everything on her line, and Gijs."""

    hanna: Somebody
    gijs: Somebody
    older: dict[str, Envelope]
    """Of Hanna's contents and first text, before she changed it."""


def two(visitors: Visitors) -> Two:
    """Write, keep, give and change, in the pages."""
    pair = line.two_who_walk_along(visitors, "Hanna", "Gijs")
    hanna = _with_a_line(pair.starter, TEXTS)
    gijs = _with_a_line(pair.companion, GIFTS)
    for text in GIFTS:
        give(gijs.page, gijs.texts[text], "Hanna")
    give(hanna.page, hanna.texts[TEXTS[2]], "Gijs")
    first = hanna.texts[TEXTS[0]]
    older = hanna.fetched(hanna.keys.contents, first)
    change(hanna.page, first, CHANGED)
    hanna.texts[CHANGED] = first
    for gift in hanna.page.context.request.get("/vault/api/state/").json()["received"]:
        read_gift(hanna, gift["id"])
    # The index of what there is to read, as it is on a device that is used.
    open_at(hanna.page, "/line/")
    expect(hanna.page.locator("[data-lines]")).to_contain_text(CHANGED, timeout=line.SLOW)
    expect(hanna.page.locator("[data-rest]")).to_be_hidden()
    hanna.remember()
    return Two(hanna, gijs, older)


def read_gift(somebody: Somebody, id_: str) -> None:
    """Read what was given, which pins who gave it."""
    open_at(somebody.page, f"/vault/received/#{id_}")
    text = somebody.page.locator("[data-text]")
    expect(text).to_have_text(re.compile("Kanarie"), timeout=line.SLOW)
    somebody.texts[text.inner_text()] = id_


def _with_a_line(page: Page, texts: tuple[str, ...]) -> Somebody:
    for text in texts:
        line.write(page, text)
    words = " ".join(line.keep(page))
    root = page.locator("#vault")
    person = root.get_attribute("data-person") or ""
    csrf = root.get_attribute("data-csrf") or ""
    said = page.context.request.get("/vault/api/wraps/").json()["wraps"]
    keys = wraps.unwrap(unb64(said[0]["content"]), wraps.lock("words", words), Known(person=person))
    somebody = Somebody(page, csrf, words, keys, person)
    for id_, one in somebody.fetched(*somebody.contents()["objects"]).items():
        letter = open_private(one.content, keys.private, Expected(id_, keys.keyring))
        somebody.texts[letter.content["text"]] = id_
    return somebody


def open_at(page: Page, address: str) -> None:
    """Come to an address anew, also when only what stands behind the # differs."""
    page.goto(BLANK)
    page.goto(address)


def choose(page: Page, object_: str, name: str) -> None:
    """Choose somebody to give a text to."""
    open_at(page, f"/journal/entry/#{object_}")
    page.get_by_role("button", name="Aan iemand geven").click()
    page.get_by_label(name).check()


def hand_over(page: Page) -> None:
    """Give it to whoever was chosen."""
    page.get_by_role("button", name="Geven", exact=True).click()


def give(page: Page, object_: str, name: str) -> None:
    """Give a text to somebody."""
    choose(page, object_, name)
    hand_over(page)
    expect(page.locator("[data-live]")).to_contain_text(
        f"{name} vindt het in eigen werktijd", timeout=line.SLOW
    )


def change(page: Page, object_: str, text: str) -> None:
    """Change a text."""
    open_at(page, f"/journal/entry/#{object_}")
    page.get_by_role("link", name="Verder schrijven").click()
    expect(page.locator('[data-view="editor"]')).to_be_visible(timeout=line.SLOW)
    page.locator("#text").fill(text)
    page.get_by_role("button", name="Verzegelen en bewaren").click()
    expect(page.locator("[data-text]")).to_have_text(text, timeout=line.SLOW)


def carried(text: str) -> set[bytes]:
    """A text as it could be carried in a request: plainly, or as base64 from any place."""
    raw = text.encode()
    found = {raw}
    for shift in range(3):
        coded = base64.b64encode(bytes(shift) + raw)
        found |= {coded[4:-4], coded[4:-4].translate(bytes.maketrans(b"+/", b"-_"))}
    return found
