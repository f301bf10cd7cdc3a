"""People weigh the relations of a map; nobody sees a thing before the round closes with five."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from hartlijn.factors.actions import weighing
from hartlijn.factors.actions.weighing import ParticipantKey
from hartlijn.factors.models import FactorMap, Weighing, WeighingRound
from hartlijn.factors.tests.factories import a_map
from hartlijn.factors.weighed import Answer, Way
from hartlijn.factors.words import Strength
from hartlijn.lib.verdict import Refused
from hartlijn.people.actions.erasure import erase
from hartlijn.people.models import Membership, Organisation, Person
from hartlijn.people.tests.factories import a_person, a_place

pytestmark = pytest.mark.django_db
STRONG = Answer(Way.MORE, Strength.STRONG)
WEAKENS = Answer(Way.LESS, Strength.WEAK)


@pytest.fixture
def map_(employer: Organisation, ines: Person) -> FactorMap:
    """Two relations, of which one is of unknown strength."""
    return a_map(employer, ines)


@pytest.fixture
def round_(map_: FactorMap, ines: Person) -> WeighingRound:
    """Open for two weeks, over both relations."""
    return weighing.open_round(map_.newest, by=ines, asked=["tijd-rust", "druk-rust"])


def colleagues(employer: Organisation, number: int) -> list[Person]:
    """So many people who work there."""
    found = [a_person(f"Collega {one}") for one in range(number)]
    for one in found:
        a_place(one, employer)
    return found


def test_who_keeps_the_map_opens_a_round_over_what_is_unknown(
    map_: FactorMap, ines: Person, noor: Person
) -> None:
    with pytest.raises(Refused, match="onderzoeker of coördinator"):
        weighing.open_round(map_.newest, by=noor)

    round_ = weighing.open_round(map_.newest, by=ines)

    assert round_.asked == ["druk-rust"]
    assert [one.key for one in round_.relations] == ["druk-rust"]
    assert weighing.open_round(map_.newest, by=ines) == round_  # opened twice is opened once


def test_noor_weighs_changes_her_mind_and_takes_it_back(
    round_: WeighingRound, noor: Person
) -> None:
    for answer in (STRONG, STRONG, WEAKENS):
        weighing.weigh(round_, "tijd-rust", answer, weigher=noor)
    weighing.weigh(round_, "druk-rust", Answer(Way.DONT_KNOW), weigher=noor)

    assert weighing.said_by(noor, round_) == {
        "tijd-rust": WEAKENS,
        "druk-rust": Answer(Way.DONT_KNOW),
    }
    assert Weighing.objects.count() == 1

    for key in ("tijd-rust", "druk-rust", "druk-rust"):
        weighing.weigh(round_, key, None, weigher=noor)

    assert not Weighing.objects.exists()


def test_a_relation_that_is_not_asked_cannot_be_weighed(
    round_: WeighingRound, noor: Person
) -> None:
    with pytest.raises(Refused, match="niet in deze ronde"):
        weighing.weigh(round_, "iets-anders", STRONG, weigher=noor)


def test_who_is_not_of_the_organisation_does_not_weigh(
    round_: WeighingRound, stranger: Person
) -> None:
    with pytest.raises(Refused, match="bij deze organisatie"):
        weighing.weigh(round_, "tijd-rust", STRONG, weigher=stranger)


def test_of_four_nothing_is_told_and_nothing_kept(
    round_: WeighingRound, employer: Organisation, ines: Person
) -> None:
    for one in colleagues(employer, 4):
        weighing.weigh(round_, "tijd-rust", STRONG, weigher=one)
    assert not weighing.enough(round_)

    closed = weighing.close_round(round_, by=ines)

    assert not closed.is_told
    assert closed.folded is None
    assert not Weighing.objects.exists()


def test_of_five_the_map_of_the_group_is_made_once(
    round_: WeighingRound, employer: Organisation, ines: Person
) -> None:
    people = colleagues(employer, 5)
    for one in people:
        weighing.weigh(round_, "tijd-rust", STRONG, weigher=one)
    assert weighing.enough(round_)

    closed = weighing.close_round(round_, by=ines)

    assert closed.folded is not None
    assert closed.folded.relations["tijd-rust"].middle == pytest.approx(0.7)
    with pytest.raises(Refused, match="al gesloten"):
        weighing.close_round(closed, by=ines)
    with pytest.raises(Refused, match="telt mee zoals het was"):
        weighing.weigh(round_, "tijd-rust", WEAKENS, weigher=people[0])


def test_what_somebody_said_goes_with_her_and_the_group_stays_as_it_was(
    round_: WeighingRound, employer: Organisation, ines: Person
) -> None:
    people = colleagues(employer, 5)
    for one in people:
        weighing.weigh(round_, "tijd-rust", STRONG, weigher=one)
    before = weighing.close_round(round_, by=ines).group

    erase(people[0])

    round_.refresh_from_db()
    assert round_.group == before
    assert round_.weighings.count() == 4


def test_nobody_else_reads_an_answer(round_: WeighingRound, noor: Person, ines: Person) -> None:
    weighing.weigh(round_, "tijd-rust", STRONG, weigher=noor)

    assert Weighing.objects.of(noor).count() == 1
    assert not Weighing.objects.of(ines).exists()


def test_participants_of_a_dialogue_weigh_with_a_key_and_stay_apart(
    map_: FactorMap, ines: Person, noor: Person
) -> None:
    round_ = weighing.open_round(map_.newest, by=ines, asked=["tijd-rust"], reference="dialogue:1")
    keys = [ParticipantKey(f"geheim {one}") for one in range(5)]
    for one in keys:
        weighing.weigh(round_, "tijd-rust", STRONG, weigher=one)
    weighing.weigh(round_, "tijd-rust", WEAKENS, weigher=keys[0])

    assert weighing.said_by(keys[0], round_) == {"tijd-rust": WEAKENS}
    assert weighing.said_by(keys[1], round_) == {"tijd-rust": STRONG}
    assert not any("geheim" in one.key_digest for one in round_.weighings.all())
    with pytest.raises(Refused, match="in de dialoog"):
        weighing.weigh(round_, "tijd-rust", STRONG, weigher=noor)

    assert weighing.reveal("") == []
    (closed,) = weighing.reveal("dialogue:1")

    assert closed.folded is not None
    assert closed.folded.relations["tijd-rust"].opposite
    assert weighing.reveal("dialogue:1") == []


def test_the_same_key_is_another_in_another_round(map_: FactorMap, ines: Person) -> None:
    one, other = (
        weighing.open_round(map_.newest, by=ines, reference=f"dialogue:{name}") for name in "ab"
    )

    assert ParticipantKey("x").digest(one) != ParticipantKey("x").digest(other)


def test_a_round_closes_by_itself_after_its_last_day(
    round_: WeighingRound, employer: Organisation, today: date
) -> None:
    people = colleagues(employer, 5)
    for one in people:
        weighing.weigh(round_, "tijd-rust", STRONG, weigher=one)
    days = {"opened_on": today - timedelta(days=9), "open_until": today - timedelta(days=1)}
    WeighingRound.objects.update(**days)
    late = WeighingRound.objects.get()
    with pytest.raises(Refused, match="voorbij"):
        weighing.weigh(late, "tijd-rust", STRONG, weigher=people[0])

    assert weighing.close_overdue() == 1
    assert weighing.close_overdue() == 0

    assert WeighingRound.objects.get().is_told


def test_a_year_later_only_the_map_of_the_group_is_left(
    round_: WeighingRound, employer: Organisation, ines: Person, today: date
) -> None:
    for one in colleagues(employer, 5):
        weighing.weigh(round_, "tijd-rust", STRONG, weigher=one)
    weighing.close_round(round_, by=ines)

    assert weighing.forget_answers(today + timedelta(days=365)) == 0
    assert weighing.forget_answers(today + timedelta(days=366)) == 5
    assert WeighingRound.objects.get().is_told


def test_an_open_round_can_tell_nothing(round_: WeighingRound) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        WeighingRound.objects.filter(pk=round_.pk).update(group={"people": 1, "relations": {}})


def test_rounds_are_of_those_who_belong_there(
    round_: WeighingRound, noor: Person, stranger: Person, today: date
) -> None:
    assert list(WeighingRound.objects.visible_to(noor)) == [round_]
    assert not WeighingRound.objects.visible_to(stranger).exists()

    Membership.objects.filter(person=noor).update(ends_on=today)

    assert not WeighingRound.objects.visible_to(noor).exists()


def test_what_the_group_agrees_on_becomes_a_next_version_once(
    round_: WeighingRound, map_: FactorMap, employer: Organisation, ines: Person, noor: Person
) -> None:
    for number, one in enumerate(colleagues(employer, 6)):
        weighing.weigh(round_, "druk-rust", WEAKENS, weigher=one)
        weighing.weigh(round_, "tijd-rust", WEAKENS if number else STRONG, weigher=one)
    closed = weighing.close_round(round_, by=ines)

    with pytest.raises(Refused, match="onderzoeker of coördinator"):
        weighing.adopt(closed, by=noor)
    version = weighing.adopt(closed, by=ines)
    again = weighing.adopt(closed, by=ines)

    found = {one.key: one for one in version.document.relations}
    assert (found["druk-rust"].sign, found["druk-rust"].strength) == ("-", Strength.WEAK)
    assert found["tijd-rust"].strength is Strength.STRONG  # they point opposite ways
    assert (version.number, version.changed_by) == (2, "group")
    assert again.number == 2


def test_without_a_map_of_the_group_there_is_nothing_to_take_over(
    round_: WeighingRound, ines: Person
) -> None:
    with pytest.raises(Refused, match="geen kaart van de groep"):
        weighing.adopt(round_, by=ines)
