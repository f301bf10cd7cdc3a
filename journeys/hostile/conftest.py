"""One line, made once; for each story its browser as it was, and a server that lies."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from journeys.hostile.attacks import Worker
from journeys.hostile.clients import Clients
from journeys.hostile.server import HostileServer
from journeys.hostile.story import Story
from journeys.hostile.victim import BLANK, COPY, Two, two
from journeys.visitor import House, Visitors


@pytest.fixture(scope="session")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Clients:
    """The worker, whole and without what stops something."""
    return Clients(tmp_path_factory.mktemp("clients"))


@pytest.fixture(scope="session")
def both(house: House, browser: Browser) -> Iterator[Two]:
    """Hanna and Gijs."""
    visitors = Visitors(house, browser)
    yield two(visitors)
    visitors.leave()


@pytest.fixture
def story(request: pytest.FixtureRequest, both: Two, clients: Clients) -> Iterator[Story]:
    """Hanna's browser as it was; ``against`` says what her worker does without."""
    worker = getattr(request, "param", Worker())
    page = both.hanna.page.context.new_page()
    page.goto(BLANK)
    page.evaluate(COPY, ["as-it-was", "hartlijn"])
    server = HostileServer()
    server.stand_before(page, clients.get(worker.gone))
    yield Story(both, page, server, worker)
    page.close()
