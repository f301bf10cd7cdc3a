"""The people of a year, each with an own browser, and what they do on any page."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Locator, Page, expect

from journeys.line import SLOW
from journeys.serving import Door
from journeys.test_every_page import complaints, route_of
from journeys.visitor import DESK, PHONE, Scheme, Visitors
from journeys.year.house import at, later

DESKS: dict[str, tuple[int, Scheme]] = {"noor": (360, "light"), "sam": (DESK, "dark")}
"""Noor has a telephone, Sam a dark desk; the others sit at a desk."""
IN_ENGLISH = {"sam"}
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
LANGUAGES = {"nl": "Nederlands", "en": "English"}
LINK = re.compile(r'<a[^>]* href="(/[^"#]*)')
ABOUT_NOBODY = ("/static/", "/learning/", "/account/", "/paths/templates/", "/my-data/log/")
"""Words that come with Hartlijn, forms about oneself, and where one looked by walking here."""
CHANGING = (
    (re.compile(r'name="csrfmiddlewaretoken" value="\w+"'), ""),
    (re.compile(r'data-csrf="\w+"'), ""),
    (re.compile(r'nonce="[^"]+"'), ""),
)


@dataclass
class Story:
    """One house, its people, and what was told of them."""

    door: Door
    browser: Browser
    visitors: Visitors
    pages: dict[str, Page] = field(default_factory=dict)
    known: dict[str, str] = field(default_factory=dict)
    """Addresses and words that a later chapter needs."""
    words: list[str] = field(default_factory=list)
    """The six of Noor."""
    inside: set[str] = field(default_factory=set)
    looked: set[tuple[bool, str]] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    told: list[str] = field(default_factory=list)
    broken: str = ""

    def tell_until(
        self, chapter: "Callable[[Story], None]", all_of_it: "Sequence[Callable[[Story], None]]"
    ) -> None:
        """Tell this chapter, and first what comes before it and was not told yet."""
        assert not self.broken, f"The story ended in the chapter {self.broken}."
        for one in all_of_it[: all_of_it.index(chapter) + 1]:
            if one.__name__ in self.told:
                continue
            self.broken, self.wrong = one.__name__, []
            one(self)
            assert not self.wrong, self.wrong
            self.broken = ""
            self.told.append(one.__name__)

    def on(self, moment: str, *, with_work: bool = False) -> None:
        """Let it be this moment for the house. Everybody has to sign in again, as after a night."""
        later(self.door, at(moment), with_work=with_work)
        self.inside.clear()

    def page(self, key: str) -> Page:
        """The browser of somebody, who is signed in."""
        if key not in self.pages:
            width, scheme = DESKS.get(key, (DESK, "light"))
            self.pages[key] = self.visitors.come(width=width, scheme=scheme)
        page = self.pages[key]
        if key not in self.inside:
            page.context.clear_cookies()
            page.goto("/account/login/")
            page.locator(f'button[name="person"][value="{key}"]').click()
            page.wait_for_url(f"{self.visitors.house.url}/")
            self.inside.add(key)
            in_language(page, "en" if key in IN_ENGLISH else "nl")
        return page

    def go(self, key: str, path: str) -> Page:
        """Open a page, and look whether it is well made when nobody came there before.

        Noor is somebody, everybody else is the other: a page says different things to her.
        """
        page = self.page(key)
        page.goto(path)
        self.look(key)
        return page

    def look(self, key: str) -> None:
        """For axe and for the eye: on a phone and on a desk, in one language and in the other."""
        page = self.page(key)
        seen = (key == "noor", route_of(page.url))
        if seen in self.looked:
            return
        self.looked.add(seen)
        size, own = page.viewport_size, page.locator("html").get_attribute("lang") or "nl"
        assert size
        other = "nl" if own == "en" else "en"
        for language, width, further in ((own, size["width"], PHONE), (other, DESK, PHONE)):
            in_language(page, language)
            page.set_viewport_size({"width": width, "height": 760})
            self.wrong += complaints(page)
            page.set_viewport_size({"width": further, "height": 760})
            if page.evaluate(TOO_WIDE):
                self.wrong.append(f"{page.url}: wider than a phone, {language}")
        in_language(page, own)
        page.set_viewport_size(size)

    def said(self, key: str, path: str) -> str:
        """What a page says to somebody."""
        return self.go(key, path).locator("main").inner_text()

    def refused(self, key: str, path: str) -> bool:
        """Whether a page does not exist for somebody."""
        return self.page(key).request.get(path).status == 404

    def everything(self, key: str, *, beginning: tuple[str, ...] = ("/",)) -> dict[str, str]:
        """Every page that links lead somebody to, as it was sent, but for what differs each time.

        Without those that are about nobody.
        """
        ask, found, waiting = self.page(key).request, dict[str, str](), list(beginning)
        while waiting:
            path = waiting.pop()
            if path in found or path.startswith(ABOUT_NOBODY):
                continue
            answer = ask.get(path)
            if not answer.ok or "text/html" not in answer.headers.get("content-type", ""):
                found[path] = ""
                continue
            text = answer.text()
            for changes, same in CHANGING:
                text = changes.sub(same, text)
            found[path] = text
            waiting += [link.replace("&amp;", "&") for link in LINK.findall(text)]
        return found

    def open_line(self) -> None:
        """Noor opens her line with her words, when it is not open already."""
        noor = self.page("noor")
        noor.goto("/vault/open/")
        field = noor.get_by_label("Je zes woorden")
        bar = noor.locator("[data-bar]")
        expect(field.or_(bar).locator("visible=true").first).to_be_visible(timeout=SLOW)
        if field.is_visible():
            field.fill(" ".join(self.words))
            noor.get_by_role("button", name="Openen", exact=True).click()
            noor.wait_for_url("**/line/", timeout=SLOW)
        expect(bar).to_contain_text("Open tot", timeout=SLOW)


def in_language(page: Page, language: str) -> None:
    """Read the same page in this language."""
    if page.locator("html").get_attribute("lang") != language:
        page.get_by_role("button", name=LANGUAGES[language]).click()
        page.locator(f'html[lang="{language}"]').wait_for()


def month_of(page: Page, day: str) -> Locator:
    """The month of a promise that begins on a day, on the page of the promise."""
    return page.locator("ol.promise-months > li").filter(has=page.get_by_text(day))
