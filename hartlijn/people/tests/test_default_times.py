"""What an organisation starts people with never takes the place of what they said themselves."""

from collections.abc import Callable
from datetime import date, datetime, time
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.people import tasks
from hartlijn.people.actions import default_times as actions
from hartlijn.people.actions import invitations, working_times
from hartlijn.people.bounded_week import is_too_long_a_week, too_long_days
from hartlijn.people.default_times import concerned_by, default_week_of, who_came_or_went
from hartlijn.people.known_times import Hours, due_question, known_times, reachable_now
from hartlijn.people.models import DefaultWeek, Invitation, Membership, Organisation, Person, Role
from hartlijn.people.signals import times_changed
from hartlijn.people.tests.factories import a_place
from hartlijn.people.tests.times_told import MONDAY, NOW, local, taps

NIGHTS: dict[int, tuple[Hours, ...]] = {5: ((time(22), time(7)),)}
SATURDAY_NIGHT = local("2026-11-28T23:00")

pytestmark = pytest.mark.usefixtures("since_september")


@pytest.fixture
def since_september(noor: Person, ines: Person, lotte: Person) -> None:
    """The stories play in November; everybody has been here a while."""
    Membership.objects.update(starts_on=date(2026, 9, 1))


@pytest.fixture
def told() -> list[Person]:
    """Of whom it was said that they can be reached otherwise."""
    return []


@pytest.fixture
def hear(told: list[Person]) -> Callable[..., None]:
    def heard(about: Person, **_: object) -> None:
        told.append(about)

    times_changed.connect(heard)
    return heard


def reachable(person: Person, at: datetime) -> bool:
    return reachable_now(person, at)[0]


@time_machine.travel(NOW, tick=False)
def test_own_week_then_that_of_the_organisation_then_that_of_the_installation(
    noor: Person, employer: Organisation, ines: Person
) -> None:
    assert reachable(noor, NOW)

    actions.set_default_times(employer, NIGHTS, "Europe/Amsterdam", by=ines)
    assert not reachable(noor, NOW)
    assert reachable(noor, SATURDAY_NIGHT)

    working_times.set_usual_week({0: ((time(9), time(12)),)}, by=noor)
    assert reachable(noor, NOW)
    assert not reachable(noor, SATURDAY_NIGHT)

    working_times.forget_usual_week(by=noor)
    actions.forget_default_week(employer, by=ines)
    assert reachable(noor, NOW)


@time_machine.travel(NOW, tick=False)
def test_a_week_without_hours_says_that_there_are_no_fixed_times(
    noor: Person, employer: Organisation, ines: Person
) -> None:
    actions.set_default_times(employer, {}, "Europe/Amsterdam", by=ines)

    assert reachable_now(noor, NOW) == (False, None)


@time_machine.travel(NOW, tick=False)
def test_of_two_organisations_the_newest_place_counts_that_named_a_week(
    noor: Person, employer: Organisation, school: Organisation, ines: Person, lotte: Person
) -> None:
    Membership.objects.filter(organisation=school, person=noor).update(starts_on=date(2026, 10, 1))
    actions.set_default_times(employer, NIGHTS, "Europe/Amsterdam", by=ines)
    assert reachable(noor, SATURDAY_NIGHT)

    actions.set_default_times(school, {6: ((time(9), time(12)),)}, "Europe/Amsterdam", by=lotte)
    assert not reachable(noor, SATURDAY_NIGHT)
    week = default_week_of(noor)
    assert week
    assert week.organisation == school

    Membership.objects.filter(organisation=school, person=noor).update(ends_on=date(2026, 11, 1))
    assert reachable(noor, SATURDAY_NIGHT)


@time_machine.travel(NOW, tick=False)
def test_told_days_and_the_kind_question_are_as_they_were(
    noor: Person, employer: Organisation, ines: Person
) -> None:
    actions.set_default_times(employer, NIGHTS, "Europe/Amsterdam", by=ines)

    assert due_question(noor, MONDAY)
    working_times.tell_exception(date(2026, 11, 28), (), by=noor)
    assert not reachable(noor, SATURDAY_NIGHT)


def test_it_stays_one_question(
    noor: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        known_times(noor, MONDAY)


def test_only_the_coordinator_says_it(noor: Person, employer: Organisation, lotte: Person) -> None:
    for person in (noor, lotte):
        with pytest.raises(Refused):
            actions.set_default_times(employer, {}, "Europe/Amsterdam", by=person)
        with pytest.raises(Refused):
            actions.forget_default_week(employer, by=person)
    assert not DefaultWeek.objects.exists()


def test_those_it_concerns_are_told_and_no_others(
    noor: Person,
    fatima: Person,
    employer: Organisation,
    ines: Person,
    told: list[Person],
    hear: object,
) -> None:
    working_times.set_usual_week({}, by=fatima)
    told.clear()

    tasks.tell_other_default.func(str(employer.pk))

    assert set(told) == {noor, ines}
    assert fatima not in set(concerned_by(employer))


def test_on_the_day_a_place_begins_or_ends(
    stranger: Person, noor: Person, employer: Organisation, ines: Person
) -> None:
    actions.set_default_times(employer, NIGHTS, "Europe/Amsterdam", by=ines)
    a_place(stranger, employer, Role.MEMBER, starts_on=date(2026, 12, 1), ends_on=date(2027, 1, 1))

    assert list(who_came_or_went(date(2026, 12, 1))) == [stranger]
    assert list(who_came_or_went(date(2027, 1, 1))) == [stranger]
    assert not who_came_or_went(date(2026, 12, 2))


def test_who_begins_by_its_letter_has_its_clock_and_keeps_an_own_one(
    employer: Organisation, ines: Person, noor: Person
) -> None:
    actions.set_default_times(employer, NIGHTS, "America/Curacao", by=ines)
    noor.refresh_from_db()
    assert noor.time_zone == "Europe/Amsterdam"

    letter = invited(employer, ines)
    person = invitations.open_account(letter, name="Daan", password=uuid4().hex)

    assert person.time_zone == "America/Curacao"


def invited(organisation: Organisation, by: Person) -> Invitation:
    return Invitation.objects.create(
        email="daan@voorbeeld.nl",
        name="Daan",
        organisation=organisation,
        role=Role.STARTER,
        invited_by=by,
        token_digest="digest",
    )


@time_machine.travel(NOW, tick=False)
def test_the_desk_says_it_and_the_person_reads_where_it_comes_from(
    as_: SignIn, employer: Organisation, ines: Person, noor: Person
) -> None:
    Membership.objects.update(starts_on=date(2026, 9, 1))
    desk, there = as_(ines), reverse("people:desk_times", args=[employer.pk])
    assert desk.get(there).status_code == 200

    sent = taps(saturday="22:00-07:00") | {"time_zone": "Europe/Amsterdam"}
    assert desk.post(there, sent).status_code == 302
    assert "22:00" in desk.get(there).content.decode()

    page = as_(noor).get(reverse("people:times")).content.decode()
    assert f"de week die {employer.name} kiest" in page
    assert "zaterdag 22.00–7.00" in page
    desk.post(reverse("people:desk_times_forget", args=[employer.pk]))
    assert "werkdagen van 8.30 tot 17.00" in as_(noor).get(reverse("people:times")).content.decode()


def test_without_a_day_or_with_a_zone_that_does_not_exist_it_is_refused(
    as_: SignIn, employer: Organisation, ines: Person
) -> None:
    there = reverse("people:desk_times", args=[employer.pk])

    for sent in ({"time_zone": "Europe/Amsterdam"}, taps(monday="day") | {"time_zone": "Mars"}):
        assert as_(ines).post(there, sent).status_code == 422
    assert not DefaultWeek.objects.exists()


ALL_DAY = (time(0), time(0))
TWELVE = (time(8), time(20))


@pytest.mark.parametrize(
    ("days", "long_days", "long_week"),
    [
        ({}, [], False),
        (dict.fromkeys(range(5), (TWELVE,)), [], False),
        (dict.fromkeys(range(6), (TWELVE,)), [], True),
        (dict.fromkeys(range(7), (ALL_DAY,)), list(range(7)), True),
        ({2: ((time(8), time(20, 1)),)}, [2], False),
        ({2: ((time(8), time(14)), (time(12), time(20)))}, [], False),  # overlap counts once
        ({2: ((time(8), time(14)), (time(22), time(4, 30)))}, [2], False),
        # Sunday night runs on into Monday, which is then no fuller.
        ({6: ((time(20), time(8)),), 0: ((time(0), time(8)),)}, [], False),
    ],
)
def test_no_more_than_somebody_may_be_made_to_work(
    days: dict[int, tuple[Hours, ...]], long_days: list[int], *, long_week: bool
) -> None:
    assert too_long_days(days) == long_days
    assert is_too_long_a_week(days) is long_week


def test_an_organisation_names_no_week_without_end(employer: Organisation, ines: Person) -> None:
    always = dict.fromkeys(range(7), (ALL_DAY,))

    for days in (always, {0: (ALL_DAY,)}, dict.fromkeys(range(6), (TWELVE,))):
        with pytest.raises(Refused, match="hoogstens 12 uur"):
            actions.set_default_times(employer, days, "Europe/Amsterdam", by=ines)
    assert not DefaultWeek.objects.exists()


def test_the_desk_reads_which_day_is_too_long_and_keeps_what_was_typed(
    as_: SignIn, employer: Organisation, ines: Person
) -> None:
    there = reverse("people:desk_times", args=[employer.pk])
    zone = {"time_zone": "Europe/Amsterdam"}

    answer = as_(ines).post(there, taps(tuesday="08:00-20:30") | zone)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "dinsdag: Dit is meer dan 12 uur" in page
    assert "20:30" in page
    week = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "08:00-20:00")
    answer = as_(ines).post(there, taps(**week, saturday="10:00-11:00") | zone)
    assert answer.status_code == 422
    assert "Samen is dit meer dan 60 uur" in answer.content.decode()
    assert not DefaultWeek.objects.exists()
    assert as_(ines).post(there, taps(**week) | zone).status_code == 302


def test_what_people_say_of_themselves_has_no_such_bound(noor: Person) -> None:
    working_times.set_usual_week(dict.fromkeys(range(7), (ALL_DAY,)), by=noor)

    assert reachable(noor, SATURDAY_NIGHT)
