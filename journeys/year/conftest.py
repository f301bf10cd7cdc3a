"""One house for the whole year; a chapter that is asked for alone tells those before it first."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from journeys.serving import free_port, opened
from journeys.visitor import Visitors
from journeys.year.house import at, empty
from journeys.year.placement import BEGINS
from journeys.year.story import Story


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Story]:
    """The people are there, and nothing happened yet."""
    data = tmp_path_factory.mktemp("year") / "data"
    house = empty(data, free_port(), at(BEGINS))
    visitors = Visitors(house, browser)
    with opened(house) as door:
        yield Story(door, browser, visitors)
        visitors.leave()
