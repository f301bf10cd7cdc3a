"""The page "Wie ziet wat van mij?" is the register, as sentences about its reader."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from conftest import SignIn
from hartlijn.consent.register import register
from hartlijn.people.models import Membership, Person

pytestmark = pytest.mark.django_db
PAGE = "consent:who_sees_what"


def test_noor_reads_who_her_readers_are(
    as_: SignIn, noor: Person, sam: Person, ines: Person, fatima: Person
) -> None:
    page = as_(noor).get(reverse(PAGE)).content.decode()

    assert "Sam Jansen" in page
    assert "Ines Pereira" in page
    assert "Fatima Yilmaz" in page


def test_every_field_about_a_person_is_on_it(as_: SignIn, noor: Person) -> None:
    page = as_(noor).get(reverse(PAGE)).content.decode()

    for field in register().fields.values():
        assert (field.label.nl in page) is ("self" in field.readers), field.name


def test_who_has_nobody_reads_that(as_: SignIn, stranger: Person) -> None:
    assert "nu niemand" in as_(stranger).get(reverse(PAGE)).content.decode()


def test_what_only_a_desk_or_the_operator_does_is_not_said_to_a_starter(
    as_: SignIn, noor: Person, ines: Person, otto: Person
) -> None:
    mine = register().relations["logged"].nl

    assert mine not in as_(noor).get(reverse(PAGE)).content.decode()
    assert mine in as_(ines).get(reverse(PAGE)).content.decode()
    assert mine in as_(otto).get(reverse(PAGE)).content.decode()


def test_who_ran_a_desk_before_still_reads_about_whom_it_looked(
    as_: SignIn, ines: Person, today: date
) -> None:
    yesterday = today - timedelta(days=1)
    Membership.objects.filter(person=ines).update(starts_on=yesterday, ends_on=today)

    page = as_(ines).get(reverse(PAGE)).content.decode()

    assert register().relations["logged"].nl in page


def test_in_english_it_is_english(as_: SignIn, noor: Person) -> None:
    noor.language = "en"
    noor.save()

    page = as_(noor).get(reverse(PAGE)).content.decode()

    assert "Your e-mail address" in page
    assert "Je e-mailadres" not in page
