"""The page "Wie ziet wat van mij?" is the register, as sentences about its reader."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from conftest import SignIn
from hartlijn.consent.register import register
from hartlijn.people.models import Membership, Organisation, Person, Unit
from hartlijn.people.tests.factories import a_place

pytestmark = pytest.mark.django_db
PAGE = "consent:who_sees_what"


def test_noor_reads_who_her_readers_are(
    as_: SignIn, noor: Person, sam: Person, ines: Person, fatima: Person
) -> None:
    page = as_(noor).get(reverse(PAGE)).content.decode()

    assert "Sam Jansen" in page
    assert "Ines Pereira" in page
    assert "Fatima Yilmaz" in page


def test_who_starts_soon_reads_who_knows_that_already(
    as_: SignIn, stranger: Person, ines: Person, fatima: Person, team: Unit, today: date
) -> None:
    place = a_place(stranger, team.organisation, unit=team)
    Membership.objects.filter(pk=place.pk).update(starts_on=today + timedelta(days=20))

    page = as_(stranger).get(reverse(PAGE)).content.decode()

    assert "Ines Pereira" in page
    assert "Fatima Yilmaz" in page


def test_who_left_reads_who_still_knows_the_place(
    as_: SignIn, noor: Person, ines: Person, employer: Organisation, today: date
) -> None:
    Membership.objects.filter(person=noor, organisation=employer).update(ends_on=today)

    page = as_(noor).get(reverse(PAGE)).content.decode()

    assert "Ines Pereira" in page
    place = page[page.index("Je plek") :]
    assert "Ines Pereira" in place[: place.index("</section>")]


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
