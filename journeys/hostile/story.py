"""One window before a server that lies, and what is to be seen in it."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

from journeys import line
from journeys.hostile.attacks import Worker
from journeys.hostile.forging import contents
from journeys.hostile.parcels import Envelope
from journeys.hostile.server import HostileServer, Lie
from journeys.hostile.victim import (
    BLANK,
    CHANGED,
    FORGET,
    GIFTS,
    KNOW,
    TEXTS,
    Somebody,
    Two,
    carried,
    open_at,
)
from sealing.envelope import recipient_of, seal_private


@dataclass
class Story:
    """One window of Hanna's, before a server that lies."""

    two: Two
    page: Page
    server: HostileServer
    worker: Worker

    @property
    def careless(self) -> bool:
        """Whether the worker is without what stops the attack of this story."""
        return self.worker.careless

    @property
    def hanna(self) -> Somebody:
        """Whose window it is."""
        return self.two.hanna

    @property
    def gijs(self) -> Somebody:
        """Who walks along."""
        return self.two.gijs

    def lie(self, **lies: Lie) -> None:
        """From now on: `state`, `people`, `wraps`, `log` or `fetch` is answered otherwise."""
        self.server.lies |= {f"{what}/": lie for what, lie in lies.items()}

    def forget(self, *tables: str) -> None:
        """Take something out of this browser's storage."""
        self.page.goto(BLANK)
        self.page.evaluate(FORGET, list(tables))

    def knows(self, **parts: Any) -> None:
        """As if this device had learned something else of the line before."""
        self.page.goto(BLANK)
        self.page.evaluate(KNOW, parts)

    def with_index(self, index: str) -> None:
        """``warm``: this browser knows what there is to read; ``cold``: it opens all of it anew."""
        if index == "cold":
            self.forget("index")

    def on_the_line(self, text: str) -> Locator:
        """Where one of Hanna's own texts stands on her line."""
        link = f'a[href$="#{self.hanna.texts[text]}"]'
        return self.page.locator(f"[data-lines] ol > li:has({link})")

    def forget_received(self) -> None:
        """As if nothing that was given had been read yet."""
        self.rewrite(received={})

    def as_before_knowing_anybody(self, pins: dict[str, Any] | None = None, **parts: Any) -> None:
        """As if nobody's keys had been met yet, but for these."""
        self.rewrite(received={}, given={}, pins=pins or {}, **parts)
        # What they gave would be opened by itself, with the keys they have.
        self.lie(state=lambda said: {**said, "received": []})

    @property
    def pin_of_gijs(self) -> dict[str, Any]:
        """As what Hanna knows Gijs."""
        pin: dict[str, Any] = self.hanna.contents()["pins"][self.gijs.person]
        return pin

    def rewrite(self, **parts: Any) -> None:
        """Write the contents as another device of Hanna's could have, with these parts."""
        before = self.hanna.contents()
        version = before.pop("version") + 1
        said = contents(self.hanna.keys, version, **{**before, **parts})
        sealed = seal_private(said, self.hanna.keys.private[0])
        self.server.instead[self.hanna.keys.contents] = Envelope(sealed)

    def type_words(self, words: str = "") -> None:
        """Open the line with the six words."""
        open_at(self.page, "/vault/open/")
        self.page.get_by_label("Je zes woorden").fill(words or self.hanna.words)
        self.page.get_by_role("button", name="Openen", exact=True).click()

    def opens(self) -> None:
        """The line opens, as if nothing happened."""
        self.page.wait_for_url("**/line/", timeout=line.SLOW)
        expect(self.page.locator("[data-bar]")).to_contain_text("Open tot")

    def finds_nothing(self, text: str) -> None:
        """Searching the line for this text finds nothing."""
        self.page.locator('[data-tools] [name="find"]').fill(text)
        expect(self.page.locator("[data-found]")).to_contain_text("Niets gevonden")

    def reads(self, text: str) -> None:
        """This text is on the page."""
        expect(self.page.locator("[data-text]")).to_have_text(text, timeout=line.SLOW)

    def refused(self, why: str, *forged: str, behind: str = "") -> None:
        """The page says why it refuses, shows nothing forged, and gave nothing away.

        ``behind``: what the second line of defence says, where that differs.
        """
        if self.worker.behind and behind:
            why = behind
        sentence = self.page.locator(f'[data-refusal] [data-why="{why}"]')
        expect(sentence).to_be_visible(timeout=line.SLOW)
        expect(sentence).not_to_be_empty()
        shown = self.page.content()
        assert not [text for text in forged if text in shown]
        self.keeps_quiet()

    def keeps_quiet(self) -> None:
        """Nothing that the browser sent carries a text or a key."""
        keys = self.hanna.keys
        secrets = [*TEXTS, CHANGED, *GIFTS, self.hanna.words, keys.keyring]
        secrets += [*keys.private, *keys.sharing, *keys.signing, recipient_of(keys.private[0])]
        sent = b"\n".join(
            request.url.encode() + b"\n" + (request.post_data_buffer or b"")
            for request in self.server.sent
        )
        assert not [secret for secret in secrets if any(one in sent for one in carried(secret))]
