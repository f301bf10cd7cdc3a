"""A house that is really served, and a real browser to walk through it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from journeys.browsers import launched
from journeys.serving import Door, built, opened
from journeys.visitor import House, Visitors
from setup.browser import found


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Hartlijn with its demonstration world, served as `make run` serves it."""
    with opened(built(tmp_path_factory)) as door:
        yield door.house


@pytest.fixture
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """The door of a house that one story has to itself, to close it and open it again."""
    with opened(built(tmp_path_factory)) as door:
        yield door


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives the browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    yield from launched(playwright, found())


@pytest.fixture
def visitors(house: House, browser: Browser) -> Iterator[Visitors]:
    """Let somebody in: ``visitors.come("noor")``; their windows close after the story."""
    visitors = Visitors(house, browser)
    yield visitors
    visitors.leave()


@pytest.fixture
def alone(door: Door, browser: Browser) -> Iterator[Visitors]:
    """Let somebody into a house that this story has to itself.

    For whoever closes the door, or changes what all others in a house come to see.
    """
    visitors = Visitors(door.house, browser)
    yield visitors
    visitors.leave()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """An empty browser of a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context
    context.close()


@pytest.fixture
def phone(context: BrowserContext) -> Page:
    """One page on that phone."""
    return context.new_page()


@pytest.fixture(scope="session")
def shots() -> Path:
    """Where pictures of the pages go, to be looked at; not kept in the history."""
    folder = Path(__file__).with_name("shots")
    folder.mkdir(exist_ok=True)
    return folder
