"""The plan of a cohort, and its calendar at a secret address."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from conftest import SignIn
from hartlijn.learning import actions, tasks
from hartlijn.learning.models import OwnWord, PlanAddress, Planned
from hartlijn.learning.portable import PARTS
from hartlijn.learning.tests.conftest import ASSIGNMENT, Cohort
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Membership, Person

pytestmark = pytest.mark.django_db


def put(client: Client, cohort: Cohort, day: object, key: str = ASSIGNMENT) -> int:
    """Plan an assignment; the status of the answer."""
    form = {"assignment": key, "day": str(day)}
    return client.post(reverse("learning:plan_put", args=[cohort.unit.pk]), form).status_code


def feed(token: str, **headers: str) -> "tuple[int, bytes]":
    """What a calendar program gets, which never signs in."""
    answer = Client().get(reverse("learning:feed", args=[token]), headers=headers)
    return answer.status_code, answer.content


def test_joost_plans_and_noor_reads_it(as_: SignIn, cohort: Cohort, today: date) -> None:
    assert put(as_(cohort.joost), cohort, today + timedelta(days=7)) == 302

    for route, key in (("learning:plan", cohort.unit.pk), ("learning:assignment", ASSIGNMENT)):
        page = as_(cohort.noor).get(reverse(route, args=[key])).content.decode()
        assert "Waar ik voor kwam" in page
        assert str((today + timedelta(days=7)).year) in page
        assert "Uit de planning" not in page


def test_an_empty_plan_is_offered_to_who_may_fill_it_alone(
    as_: SignIn, cohort: Cohort, today: date
) -> None:
    def offered(person: Person) -> bool:
        shown = as_(person).get(reverse("learning:line")).content.decode()
        return reverse("learning:plan", args=[cohort.unit.pk]) in shown

    assert offered(cohort.joost)
    assert not offered(cohort.noor)

    put(as_(cohort.joost), cohort, today)

    assert offered(cohort.noor)


def test_planned_again_it_moves(as_: SignIn, cohort: Cohort, today: date) -> None:
    for days in (7, 14):
        put(as_(cohort.joost), cohort, today + timedelta(days=days))

    assert Planned.objects.get().on_day == today + timedelta(days=14)


def test_joost_takes_it_off(as_: SignIn, cohort: Cohort, today: date) -> None:
    put(as_(cohort.joost), cohort, today)
    route = reverse("learning:plan_take_off", args=[Planned.objects.get().pk])

    assert as_(cohort.noor).post(route).status_code == 403
    assert as_(cohort.lotte).post(route).status_code == 404
    assert Planned.objects.exists()
    assert as_(cohort.joost).post(route).status_code == 302
    assert not Planned.objects.exists()


def test_who_does_not_teach_it_cannot_plan(as_: SignIn, cohort: Cohort, today: date) -> None:
    assert put(as_(cohort.noor), cohort, today) == 403
    with pytest.raises(Refused, match="Alleen de docent"):
        actions.plan(cohort.unit, ASSIGNMENT, on=today, by=cohort.lotte)
    assert not Planned.objects.exists()


def test_for_a_desk_and_a_stranger_the_plan_does_not_exist(
    as_: SignIn, cohort: Cohort, stranger: Person, today: date
) -> None:
    for person in (cohort.lotte, stranger):
        client = as_(person)
        assert client.get(reverse("learning:plan", args=[cohort.unit.pk])).status_code == 404
        assert put(client, cohort, today) == 404


@pytest.mark.parametrize(
    ("day", "key", "sentence"),
    [
        ("2019-01-01", ASSIGNMENT, "Kies een dag binnen een jaar."),
        ("9999-12-31", ASSIGNMENT, "Kies een dag binnen een jaar."),
        ("", ASSIGNMENT, "Hier hoort nog een dag."),
        ("today", "not-there", "Deze opdracht is er niet meer. Kies een andere."),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(
    as_: SignIn, cohort: Cohort, today: date, day: str, key: str, sentence: str
) -> None:
    form = {"assignment": key, "day": day.replace("today", str(today))}
    answer = as_(cohort.joost).post(reverse("learning:plan_put", args=[cohort.unit.pk]), form)

    assert answer.status_code == 422
    said = [one for some in answer.context["form"].errors.values() for one in some]
    assert [one.startswith(sentence) for one in said] == [True]
    assert not Planned.objects.exists()


def test_an_assignment_that_went_says_so_on_the_plan(
    as_: SignIn, cohort: Cohort, today: date
) -> None:
    Planned.objects.create(unit=cohort.unit, assignment="of-long-ago", on_day=today)

    page = as_(cohort.joost).get(reverse("learning:plan", args=[cohort.unit.pk]))

    assert "deze opdracht is er niet meer" in page.content.decode()
    assert b"VEVENT" not in feed(actions.open_address(cohort.unit, by=cohort.joost))[1]


def test_the_calendar_has_days_and_names_and_nothing_of_a_person(
    cohort: Cohort, today: date
) -> None:
    OwnWord.objects.create(person=cohort.noor, assignment=ASSIGNMENT, word="done")
    actions.plan(cohort.unit, ASSIGNMENT, on=today, by=cohort.joost)

    status, content = feed(actions.open_address(cohort.unit, by=cohort.noor))

    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert status == 200
    assert event["summary"] == "Leerlijn: Waar ik voor kwam"
    assert event.decoded("dtstart") == today
    for name in ("Noor", "Joost", "Jaar 4", "Gedaan", str(cohort.unit.pk)):
        assert name.encode() not in content


def test_a_lesson_that_moves_is_the_same_one_in_a_calendar(cohort: Cohort, today: date) -> None:
    token, found = actions.open_address(cohort.unit, by=cohort.noor), set()
    for days in (1, 2):
        actions.plan(cohort.unit, ASSIGNMENT, on=today + timedelta(days=days), by=cohort.joost)
        found |= {str(one["uid"]) for one in Calendar.from_ical(feed(token)[1]).walk("VEVENT")}

    assert len(found) == 1


def test_a_calendar_that_has_it_already_gets_nothing_anew(cohort: Cohort) -> None:
    token = actions.open_address(cohort.unit, by=cohort.noor)
    etag = Client().get(reverse("learning:feed", args=[token]))["ETag"]

    assert feed(token, **{"if-none-match": etag}) == (304, b"")


def test_the_address_is_shown_once_and_a_new_one_closes_it(as_: SignIn, cohort: Cohort) -> None:
    client, route = as_(cohort.noor), reverse("learning:plan_calendar", args=[cohort.unit.pk])
    old = client.post(route).context["address"].rsplit("/", 1)[1].removesuffix(".ics")
    assert old not in client.get(reverse("learning:plan", args=[cohort.unit.pk])).content.decode()
    assert not PlanAddress.objects.filter(token_digest=old).exists()

    new = client.post(route).context["address"].rsplit("/", 1)[1].removesuffix(".ics")

    assert (feed(old)[0], feed(new)[0]) == (404, 200)
    client.post(reverse("learning:plan_calendar_close", args=[cohort.unit.pk]))
    assert feed(new)[0] == 404


def test_who_leaves_the_cohort_has_no_calendar_of_it(cohort: Cohort, today: date) -> None:
    token = actions.open_address(cohort.unit, by=cohort.noor)
    actions.open_address(cohort.unit, by=cohort.milan)
    Membership.objects.filter(person=cohort.noor).update(ends_on=today)

    assert feed(token)[0] == 404
    tasks.forget_addresses.call()
    assert PlanAddress.objects.get().person == cohort.milan


def test_of_an_account_that_is_closed_the_address_is_too(cohort: Cohort) -> None:
    token = actions.open_address(cohort.unit, by=cohort.noor)
    Person.objects.filter(pk=cohort.noor.pk).update(is_active=False)

    assert feed(token)[0] == 404


def test_noor_takes_along_that_she_has_one(cohort: Cohort, today: date) -> None:
    actions.open_address(cohort.unit, by=cohort.noor)

    assert list(PARTS[1].rows(cohort.noor)) == [("Jaar 4", today)]
    assert list(PARTS[1].rows(cohort.milan)) == []
