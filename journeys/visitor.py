"""Somebody with a browser in the demonstration world."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page

Scheme = Literal["light", "dark"]
PHONE, DESK = 320, 1280


@dataclass(frozen=True)
class House:
    """A served Hartlijn: its address, its data folder, its settings."""

    url: str
    data: Path
    environment: dict[str, str]


@dataclass
class Visitors:
    """Opens a browser window for each person who comes."""

    house: House
    browser: Browser
    open: list[BrowserContext] = field(default_factory=list)
    trouble: list[str] = field(default_factory=list)

    def come(self, key: str = "", *, width: int = 360, scheme: Scheme = "light") -> Page:
        """A page for one of the ten (signed in), or for somebody who is not signed in."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 760},
            color_scheme=scheme,
            base_url=self.house.url,
            reduced_motion="reduce",
        )
        self.open.append(context)
        page = context.new_page()
        page.on(
            "pageerror", lambda error: self.trouble.append(f"{page.url}: {error} {error.stack}")
        )
        page.on("console", self._heard(page))
        if key:
            page.goto("/account/login/")
            page.locator(f'button[name="person"][value="{key}"]').click()
            page.wait_for_url(f"{self.house.url}/")
            in_dutch(page)  # whoever came before may have left it in English
        return page

    def _heard(self, page: Page) -> Callable[..., None]:
        def hear(message: object) -> None:
            text = getattr(message, "text", "")
            if "Content Security Policy" in text or "TrustedHTML" in text:
                self.trouble.append(f"{page.url}: {text}")

        return hear

    def leave(self) -> None:
        """Close every window; nothing may have gone against the policy of the pages."""
        for context in self.open:
            context.close()
        assert not self.trouble, self.trouble


def in_dutch(page: Page) -> None:
    """The pages of this person are in Dutch, which is how they begin."""
    if page.locator("html").get_attribute("lang") != "nl":
        page.get_by_role("button", name="Nederlands").click()
        page.locator('html[lang="nl"]').wait_for()
