"""The eighth and the ninth at once: it leaves once, with eight or with nine, never with seven."""

from contextlib import suppress
from functools import partial

import pytest

from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Person
from hartlijn.people.tests.test_invitations import at_the_same_time
from hartlijn.signalling.actions import answering, gathering
from hartlijn.signalling.models import ENOUGH, AnswerNotice, Signal, Signature
from hartlijn.signalling.tests.conftest import signed_by

# On SQLite in memory writers share one connection, so there is no "at once" to test.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]


def sign(signal: Signal, who: Person, late: list[Person]) -> None:
    try:
        gathering.sign(signal, by=who)
    except Refused:
        late.append(who)


def test_of_an_eighth_and_a_ninth_one_is_too_late(draft: Signal, starters: list[Person]) -> None:
    late: list[Person] = []
    signed_by(draft, starters[: ENOUGH - 1])

    at_the_same_time(*(partial(sign, draft, who, late) for who in starters[ENOUGH - 1 :]))

    assert len(late) == 1
    assert Signature.objects.count() == ENOUGH
    assert Signal.objects.left().count() == 1
    assert not Signature.objects.filter(person=late[0]).exists()


def test_signed_twice_at_once_is_signed_once(draft: Signal, noor: Person) -> None:
    late: list[Person] = []

    at_the_same_time(*[partial(sign, draft, noor, late)] * 2)

    assert Signature.objects.count() == 1
    assert late == []


def test_taken_back_while_the_eighth_signs_it_left_with_eight_or_waits(
    draft: Signal, starters: list[Person]
) -> None:
    signed_by(draft, starters[: ENOUGH - 1])

    def take_back() -> None:
        with suppress(Refused):
            gathering.take_back(draft, by=starters[1])

    at_the_same_time(take_back, partial(sign, draft, starters[ENOUGH - 1], []))

    left = Signal.objects.left().exists()
    assert Signature.objects.count() == (ENOUGH if left else ENOUGH - 1)


def test_two_answers_at_once_are_one(draft: Signal, starters: list[Person]) -> None:
    signed_by(draft, starters[:ENOUGH])
    Signal.objects.update(key_until=draft.answer_by)
    refused: list[str] = []

    def answer(said: str) -> None:
        try:
            answering.answer(draft, said, answered_as="bestuur")
        except Refused:
            refused.append(said)

    at_the_same_time(partial(answer, "Ja."), partial(answer, "Nee."))

    assert len(refused) == 1
    assert AnswerNotice.objects.count() == ENOUGH
    assert Signal.objects.get().answer not in refused
