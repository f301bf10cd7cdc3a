"""A place is held once, and a place is in a unit that is still there."""

from datetime import date, timedelta

import pytest

from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import guests, invitations, memberships, organisations
from hartlijn.people.actions.invitations import Guest
from hartlijn.people.actions.memberships import Place
from hartlijn.people.models import Membership, Organisation, Person, Role, Unit
from hartlijn.people.tests.factories import a_place, a_unit

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def come(person: Person, organisation: Organisation, by: Person, **fields: object) -> None:
    """Take a letter for a place."""
    guest = Guest("gast@thuis.example", **{"role": Role.MEMBER, **fields})  # type: ignore[arg-type]
    invitations.accept(invitations.invite(guest, organisation, by=by), by=person)


def held(person: Person) -> list[tuple[date, date | None]]:
    """From when until when somebody has a place."""
    places = Membership.objects.filter(person=person).order_by("starts_on")
    return list(places.values_list("starts_on", "ends_on"))


def test_a_place_that_ends_twice_on_one_day_takes_a_third_letter(
    stranger: Person, ines: Person, employer: Organisation, today: date
) -> None:
    ends_on = today + timedelta(days=90)
    for _twice in range(2):
        a_place(stranger, employer, Role.MEMBER, ends_on=ends_on)

    come(stranger, employer, ines, ends_on=ends_on)

    assert held(stranger) == [(today, ends_on)] * 2


@pytest.mark.parametrize(
    ("before", "letter", "after"),
    [
        ((0, 90), (0, 90), [(0, 90)]),
        ((0, 90), (10, 50), [(0, 90)]),
        ((0, 90), (10, 120), [(0, 120)]),
        ((0, 90), (10, None), [(0, None)]),
        ((20, 90), (0, 50), [(0, 90)]),
        ((20, None), (0, None), [(0, None)]),
        ((0, None), (10, 90), [(0, None)]),
        ((0, 90), (90, 120), [(0, 90), (90, 120)]),
        ((50, None), (0, 50), [(0, 50), (50, None)]),
    ],
)
def test_a_letter_for_a_place_somebody_has_makes_it_as_long_as_both(
    stranger: Person,
    ines: Person,
    employer: Organisation,
    today: date,
    before: tuple[int, int | None],
    letter: tuple[int, int | None],
    after: list[tuple[int, int | None]],
) -> None:
    def day(number: int | None) -> date | None:
        return None if number is None else today + timedelta(days=number)

    a_place(stranger, employer, Role.MEMBER, starts_on=day(before[0]), ends_on=day(before[1]))

    come(stranger, employer, ines, starts_on=day(letter[0]), ends_on=day(letter[1]))

    assert held(stranger) == [(day(start), day(end)) for start, end in after]


def test_nobody_is_moved_onto_a_place_they_have(
    noor: Person, ines: Person, employer: Organisation, team: Unit, today: date
) -> None:
    ends_on = today + timedelta(days=90)
    other = a_place(noor, employer, unit=a_unit(employer, "Team West"), ends_on=ends_on)

    with pytest.raises(Refused, match="heeft deze plek al"):
        memberships.move(other, Place(team, today, ends_on), by=ines)

    Membership.objects.filter(person=noor, unit=team).update(ends_on=today + timedelta(days=5))
    memberships.move(other, Place(team, today + timedelta(days=5), ends_on), by=ines)


def test_a_place_that_lost_its_name_is_in_nobodys_way(
    noor: Person, ines: Person, employer: Organisation, team: Unit, today: date
) -> None:
    nameless = [a_place(noor, employer, Role.MEMBER, unit=team) for _one in range(1)]
    Membership.objects.filter(unit=team).update(person=None)

    memberships.move(nameless[0], Place(team, today, None), by=ines)


def test_a_unit_that_was_removed_a_moment_ago_is_refused(
    noor: Person, ines: Person, employer: Organisation, today: date
) -> None:
    gone = a_unit(employer, "Weg")
    place = Membership.objects.get(person=noor, organisation=employer)
    organisations.remove_unit(Unit.objects.get(pk=gone.pk), by=ines)
    organisations.remove_unit(gone, by=ines)  # of two clicks the second finds it done

    for try_it in (
        lambda: guests.invite_all([Guest("gast@thuis.example", unit=gone)], employer, by=ines),
        lambda: memberships.move(place, Place(gone, today, None), by=ines),
        lambda: organisations.add_unit(employer, "Eronder", parent=gone, by=ines),
    ):
        with pytest.raises(Refused, match="Dit onderdeel is er niet meer"):
            try_it()
