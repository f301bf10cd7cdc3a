"""Noor's employer has an addressee, and enough starters to send something."""

from datetime import timedelta
from uuid import uuid4

import pytest

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Organisation, Person, Role
from hartlijn.people.tests.factories import a_person, a_place
from hartlijn.signalling.actions import gathering
from hartlijn.signalling.actions.gathering import Words
from hartlijn.signalling.models import ENOUGH, Addressee, Kind, Signal

TEXT = "Nieuwe collega’s krijgen in de eerste maand geen vaste inwerktijd."


@pytest.fixture
def board(employer: Organisation) -> Addressee:
    return Addressee.objects.create(
        organisation=employer,
        kind=Kind.BOARD,
        name="Raad van bestuur",
        address="bestuur@voorbeeld.nl",
    )


@pytest.fixture
def starters(employer: Organisation, noor: Person) -> list[Person]:
    """Noor and seven others, then a ninth."""
    others = [a_person(f"Starter {number}") for number in range(ENOUGH)]
    for one in others:
        a_place(one, employer, Role.STARTER)
    return [noor, *others]


@pytest.fixture
def draft(board: Addressee, noor: Person) -> Signal:
    """What Noor wrote; nobody signed it yet."""
    return written(board, noor)


def written(board: Addressee, by: Person, text: str = TEXT) -> Signal:
    words = Words(board, text, civil_day() + timedelta(days=42))
    return gathering.write(words, token=uuid4(), by=by)


def signed_by(signal: Signal, people: list[Person]) -> Signal:
    for one in people:
        signal = gathering.sign(signal, by=one)
    return signal
