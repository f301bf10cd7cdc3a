"""Whatever people's lives look like: nothing leaves by any way outside them, late, or never.

In Hartlijn, by letter, by sign and in the calendar, with the real exits. The exception is declared:
the line on duty, of what cannot wait.
"""

from collections.abc import Iterator

import pytest
from django.db import transaction

from hartlijn.delivery.tests.servers import PushService, push_service
from hartlijn.people.tests.reachable_lives import SCENES
from tests.channels.world import World

pytestmark = pytest.mark.django_db
EACH = 100
PARTS = 20
NIGHTLY_PARTS = 50
WORLDS_AT_NIGHT = 20
"""In one test, each rolled back: fifty times twenty times a hundred lives."""


@pytest.fixture
def pushes() -> Iterator[PushService]:
    with push_service() as service:
        yield service


def a_world(seed: int, pushes: PushService) -> None:
    World(SCENES[seed % len(SCENES)], seed, EACH, pushes).run()


@pytest.mark.parametrize("seed", range(PARTS))
def test_two_thousand_lives(seed: int, pushes: PushService) -> None:
    a_world(seed, pushes)


@pytest.mark.sqlite
def test_a_hundred_lives_on_either_database(pushes: PushService) -> None:
    a_world(PARTS, pushes)


@pytest.mark.nightly
@pytest.mark.parametrize("part", range(NIGHTLY_PARTS))
def test_a_hundred_thousand_lives(part: int, pushes: PushService) -> None:
    """In parts, so that they can share the work; other lives than those of the day."""
    for number in range(WORLDS_AT_NIGHT):
        with transaction.atomic():
            a_world(1_000 + part * WORLDS_AT_NIGHT + number, pushes)
            transaction.set_rollback(True)
