"""Nobody of employer or school can tell that something comes back to Noor, or that she writes."""

from datetime import date, timedelta
from uuid import UUID

import pytest
import time_machine
from django.utils import timezone

from conftest import SignIn
from hartlijn.consent.tests.world import build
from hartlijn.journal.models import Due
from hartlijn.journal.tests.waiting import NEXT, ask, told
from hartlijn.people.models import Person
from hartlijn.vault.tests import test_nobody_can_tell as vault
from hartlijn.vault.tests.sealed import save

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ABOVE = ("vault:", "journal:", "line:", "today:", "consent:", "moved_")
"""Where what waits could show. All other pages are asked by the test of the vault."""


def parked(as_: SignIn, noor: Person, sam: Person) -> list[str]:
    """Noor keeps a line and gives; two letters wait, and one of them is back today."""
    client = as_(noor)
    ids = vault.with_vault(as_, noor, sam)
    later = save(client)[0]
    assert ask(client, {"object": ids[0], "when": NEXT}).status_code == 200
    on = timezone.localdate() + timedelta(days=3)
    assert ask(client, {"object": later, "when": on.isoformat()}).status_code == 200
    Due.objects.filter(pk=UUID(ids[0])).update(due_on=date(2020, 1, 1))
    return [*ids, later]


def test_every_answer_to_others_is_the_same_with_and_without(as_: SignIn) -> None:
    with time_machine.travel(timezone.now(), tick=False):  # a message carries its second
        different, leaked, asked = vault.compared(as_, parked, routes=ABOVE)

    assert asked > 50
    assert different == []
    assert leaked == []


@pytest.mark.nightly
def test_every_answer_to_anybody_is_the_same_with_and_without(as_: SignIn) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        different, leaked, asked = vault.compared(as_, parked, routes=ABOVE, every=True)

    assert asked > 300
    assert different == []
    assert leaked == []


def test_this_test_would_see_it(as_: SignIn) -> None:
    """What Noor herself is told does change."""
    world = build()
    noor, sam = world.people[vault.NOOR], world.people[vault.SAM]
    vault.without_vault()
    before = told(as_(noor))["due"]

    parked(as_, noor, sam)

    assert before == []
    assert len(told(as_(noor))["due"]) == 2
