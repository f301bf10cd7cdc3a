"""Ines begins a path for Noor at her desk, looks before it is made, and changes or ends it."""

from datetime import date
from html import unescape
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.urls import reverse

from conftest import SignIn
from hartlijn.consent.models import LogEntry
from hartlijn.library.models import Version
from hartlijn.paths.actions import templates
from hartlijn.paths.models import Path, Side, Step
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_template, begun
from hartlijn.people.models import DefaultHours, DefaultWeek, LeavePeriod, Organisation
from hartlijn.people.tests.factories import a_person, an_organisation

pytestmark = pytest.mark.django_db


def words(answer: Any) -> str:
    return unescape(answer.content.decode())


def desk(work: Work, page: str = "begin", **asked: Any) -> str:
    address = reverse(f"paths:{page}", args=[work.organisation.pk])
    return f"{address}?{urlencode(asked)}" if asked else address


def for_noor(work: Work) -> str:
    place = work.noor.memberships.get(organisation=work.organisation)
    return desk(work, place=place.pk, template=work.template.pk)


def test_ines_sees_the_days_before_anything_is_made(as_: SignIn, work: Work) -> None:
    chosen = words(as_(work.ines).get(desk(work)))
    assert "Noor (Middelburg > Team Gezinnen)" in chosen
    assert "Sam" not in chosen.split("<select")[1]
    asked = as_(work.ines).get(for_noor(work))
    assert "De eerste werkdag" in words(asked)

    looked = as_(work.ines).post(for_noor(work), {"first_day": "2026-12-01"})

    assert looked.status_code == 200
    assert "4 december 2026" in words(looked)  # three days of work after the first
    assert not Path.objects.exists()
    done = as_(work.ines).post(
        for_noor(work), {"first_day": "2026-12-01", "sure": "yes"}, follow=True
    )
    assert "Het traject van Noor is begonnen" in words(done)
    side = Side.objects.get()
    assert (side.path.starter, side.unit) == (work.noor, work.team)
    nobody = words(as_(work.ines).get(desk(work)))
    assert "Iedereen die hier als starter staat, heeft al een traject" in nobody


def test_to_look_beforehand_tells_nothing_of_her_leave(as_: SignIn, work: Work) -> None:
    """The same page whatever she told of her times; the path itself follows them."""
    before = words(as_(work.ines).post(for_noor(work), {"first_day": "2026-12-01"}))
    LeavePeriod.objects.create(person=work.noor, first=date(2026, 12, 1), last=date(2026, 12, 13))

    after = words(as_(work.ines).post(for_noor(work), {"first_day": "2026-12-01"}))

    def days(page: str) -> str:
        return page.split('id="days"')[1].split("</section>", maxsplit=1)[0]

    assert days(before) == days(after)
    as_(work.ines).post(for_noor(work), {"first_day": "2026-12-01", "sure": "yes"})
    assert Step.objects.get(key="welcome").due_on == date(2026, 12, 14)


def test_it_is_counted_in_the_usual_week_of_the_organisation(as_: SignIn, work: Work) -> None:
    week = DefaultWeek.objects.create(organisation=work.organisation)
    DefaultHours.objects.create(week=week, weekday=5, start="09:00", end="17:00")

    looked = as_(work.ines).post(for_noor(work), {"first_day": "2026-12-01"})

    assert "5 december 2026" in words(looked)  # a Saturday


def test_dates_that_contradict_are_refused_and_nothing_begins(as_: SignIn, work: Work) -> None:
    twice = a_template(work.organisation, work.ines, a_body(anchors=["placement", "first_day"]))
    place = work.noor.memberships.get(organisation=work.organisation)
    address = desk(work, place=place.pk, template=twice.pk)
    typed = {"placement": "2026-12-01", "first_day": "2026-01-05", "sure": "yes"}

    answer = as_(work.ines).post(address, typed)

    assert answer.status_code == 422
    assert "spreken elkaar tegen" in words(answer)
    assert 'value="2026-12-01"' in words(answer)
    assert not Path.objects.exists()
    for wrong in ({"first_day": ""}, {"first_day": "2026-02-30"}, {"first_day": "1026-01-01"}):
        assert as_(work.ines).post(for_noor(work), wrong | {"sure": "yes"}).status_code == 422
    assert not Path.objects.exists()


def test_who_left_or_has_a_path_is_refused_with_a_sentence(as_: SignIn, work: Work) -> None:
    address = for_noor(work)
    begun(work.template, work.noor, work.ines, unit=work.team)

    answer = as_(work.ines).post(address, {"first_day": "2026-12-01", "sure": "yes"})

    assert answer.status_code == 422
    assert "heeft al een traject" in words(answer)
    assert Side.objects.count() == 1
    for rubbish in ("x", str(uuid4()), ""):
        strange = desk(work, place=rubbish, template=rubbish)
        assert as_(work.ines).get(strange).status_code == 200
        assert as_(work.ines).post(strange).status_code == 422


def test_a_template_of_an_older_hartlijn_is_not_begun_by(as_: SignIn, work: Work) -> None:
    body = {"title": {"nl": "Oud", "en": "Old"}, "was": "other"}
    work.template.version = Version.objects.create(hash="old", kind="path", key="old", body=body)
    work.template.save()

    answer = as_(work.ines).post(for_noor(work), {"first_day": "2026-12-01", "sure": "yes"})

    assert answer.status_code == 422
    assert "van een oudere Hartlijn" in words(answer)


def test_without_templates_the_desk_says_what_to_do(as_: SignIn, work: Work) -> None:
    templates.put_away(work.template, by=work.ines)

    assert "Neem er een over" in words(as_(work.ines).get(desk(work)))


def test_other_dates_are_looked_at_and_then_hold(as_: SignIn, work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    address = reverse("paths:side_dates", args=[side.pk])
    assert 'value="2026-12-01"' in words(as_(work.ines).get(address))

    looked = as_(work.ines).post(address, {"first_day": "2027-01-04"})
    assert "7 januari 2027" in words(looked)
    assert side.dates() == {"first_day": date(2026, 12, 1)}
    as_(work.ines).post(address, {"first_day": "2027-01-04", "sure": "yes"})

    assert side.dates() == {"first_day": date(2027, 1, 4)}
    assert Step.objects.get(key="talk").due_on == date(2027, 1, 7)


def test_a_side_is_ended_at_the_desk(as_: SignIn, work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    address = reverse("paths:side_end", args=[side.pk])
    listed = words(as_(work.ines).get(desk(work, "organisation")))
    assert "Noor" in listed
    assert LogEntry.objects.filter(about_id=work.noor.pk, by_id=work.ines.pk).exists()
    assert "Het traject van Noor hier afsluiten?" in words(as_(work.ines).get(address))

    answer = as_(work.ines).post(address, follow=True)

    assert "Afgesloten" in words(answer)
    assert "Er loopt nu geen traject" in words(answer)
    assert as_(work.ines).get(address).status_code == 404


def test_only_the_desk_of_the_side_comes_here(as_: SignIn, work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    school = an_organisation("Hogeschool", Organisation.Kind.EDUCATION)
    stranger = a_person("Lotte")
    del school
    for page in ("side_dates", "side_end"):
        address = reverse(f"paths:{page}", args=[side.pk])
        for somebody in (work.noor, work.fatima, stranger):
            assert as_(somebody).get(address).status_code == 404
            assert as_(somebody).post(address).status_code == 404
