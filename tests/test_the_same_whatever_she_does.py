"""Whatever Noor ticks, answers, prepares or learns: an organisation gets identical pages.

But for security token, nonce and date. What she seals at large is compared on every route in
``hartlijn/vault/tests/test_nobody_can_tell.py``; this is about paths and the learning line.
"""

from datetime import date, timedelta
from typing import Final

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from conftest import SignIn
from hartlijn.learning.models import OwnWord
from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.actions import board
from hartlijn.paths.models import Evaluation, Release, Step
from hartlijn.people.models import Person
from hartlijn.vault.tests.sealed import Keys, add_wrap, give, keeps, publish, save
from hartlijn.vault.tests.test_nobody_can_tell import compared, without_vault

pytestmark = [pytest.mark.django_db, pytest.mark.once]
ORGANISATIONS: Final = (
    "Fatima, own team leader",
    "Ines, own coordinator at work",
    "Lotte, own coordinator at school",
    "Joost, own teacher",
)
ROUTES: Final = ("paths:", "learning:", "today:")
ASSIGNMENT: Final = "what-i-came-for"


def nothing_of_her_own() -> None:
    """A world in which nobody sealed, answered or ticked anything for herself."""
    without_vault()
    OwnWord.objects.all().delete()
    Evaluation.objects.all().delete()


def does_everything(as_: SignIn, noor: Person, sam: Person) -> list[str]:
    """All that is hers alone; answers with the ids that nobody may see."""
    client = as_(noor)
    keys = Keys()
    assert add_wrap(client).status_code == 200
    assert publish(client, keys.line()).status_code == 200
    keeps(sam)
    unsent, prepared = save(client)[0], save(client)[0]  # for the server: letters as any other
    told = give(client, sam, civil_day() + timedelta(days=9))[0]
    answers(client, noor)
    ticks_what_she_learned(client)
    return [unsent, prepared, told, keys.id]


def answers(client: Client, noor: Person) -> None:
    """At a fixed moment, in chosen words."""
    moment = Step.objects.get(side__path__starter=noor, kind="evaluation")
    answer = client.post(reverse("paths:evaluation", args=[moment.pk]), {"talks": "seldom"})
    assert answer.status_code == 302
    assert Evaluation.objects.get().word == "seldom"


def ticks_what_she_learned(client: Client) -> None:
    """An assignment she did and will take along."""
    said = {"words": ["done", "taken_along"]}
    assert client.post(reverse("learning:say", args=[ASSIGNMENT]), said).status_code == 302
    assert OwnWord.objects.count() == 2


def test_an_organisation_gets_identical_pages_whatever_she_does_on_her_path(as_: SignIn) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        different, leaked, asked = compared(
            as_, does_everything, routes=ROUTES, readers=ORGANISATIONS, empty=nothing_of_her_own
        )

    assert asked > 150
    assert different == []
    assert leaked == []


def test_also_on_a_board_that_is_frozen_after_it(as_: SignIn) -> None:
    """Twice a month is frozen; what one starter answered in its quarter does not show in it."""

    def frozen() -> None:
        nothing_of_her_own()
        freeze_anew()

    def freeze_anew() -> None:
        Release.objects.all().delete()
        assert board.freeze_all() > 0

    def does_and_freezes(as_: SignIn, noor: Person, sam: Person) -> list[str]:
        ids = does_everything(as_, noor, sam)
        Evaluation.objects.update(said_on=date(2026, 9, 25))
        freeze_anew()
        return ids

    with time_machine.travel("2026-10-20T12:00:00+02:00", tick=False):
        different, _leaked, asked = compared(
            as_, does_and_freezes, routes=("paths:board",), readers=ORGANISATIONS, empty=frozen
        )

    assert asked >= 2
    assert different == []
