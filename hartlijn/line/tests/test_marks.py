"""The own line shows where somebody studied and worked, and nobody else's places."""

from datetime import timedelta

import pytest
from django.db.models import F

from conftest import SignIn
from hartlijn.lib.civil_day import civil_day
from hartlijn.line.marks import marks_of
from hartlijn.people.models import Membership, Person

pytestmark = pytest.mark.django_db


def test_the_own_places_are_marks(as_: SignIn, noor: Person) -> None:
    place = Membership.objects.filter(person=noor).select_related("organisation")[0]
    html = as_(noor).get("/line/").content.decode()

    assert f'data-mark="{place.starts_on:%Y-%m-%d}"' in html
    assert f"Begonnen bij {place.organisation.name}" in html


def test_a_place_that_ended_has_two_marks(noor: Person) -> None:
    place = Membership.objects.filter(person=noor)[0]
    Membership.objects.filter(person=noor).exclude(pk=place.pk).delete()
    place.starts_on -= timedelta(days=400)
    place.ends_on = place.starts_on + timedelta(days=200)
    place.save()

    assert [mark.words.split()[0] for mark in marks_of(noor)] == ["Begonnen", "Weg"]


def test_a_place_that_was_taken_back_is_no_mark(noor: Person) -> None:
    Membership.objects.filter(person=noor).update(ends_on=F("starts_on"))

    assert marks_of(noor) == []


def test_a_place_to_come_is_no_mark_yet(noor: Person) -> None:
    Membership.objects.filter(person=noor).update(starts_on=civil_day() + timedelta(days=9))

    assert marks_of(noor) == []
