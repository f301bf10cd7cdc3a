"""Who comes in only through a school or employer is led to an own way in, in time."""

from datetime import date, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from pytest_django import DjangoAssertNumQueries

from hartlijn.people.models import Membership, Organisation, Person, Role
from hartlijn.people.own_sign_in import OwnSignIn, needs_own_sign_in
from hartlijn.people.tests.factories import a_person, a_place

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture(autouse=True)
def domains(employer: Organisation, school: Organisation) -> None:
    """Both hand out addresses."""
    for organisation, domain in ((employer, "jeugdzorg.example"), (school, "Delta.example")):
        organisation.email_domain = domain
        organisation.save()


def an_address(person: Person, email: str, *, verified: bool = True) -> None:
    """An address somebody added."""
    EmailAddress.objects.create(user=person, email=email, verified=verified)


def a_password(person: Person) -> None:
    """Not a hash anybody can sign in with, and cheap."""
    person.password = "argon2$nothing"
    person.save()


def a_passkey(person: Person) -> None:
    """A passkey on a phone."""
    Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data={})


def test_an_address_of_the_employer_alone_is_not_enough(
    noor: Person, employer: Organisation
) -> None:
    a_password(noor)
    an_address(noor, "noor@jeugdzorg.example")

    assert needs_own_sign_in(noor) == OwnSignIn(employer, None)


def test_it_says_by_which_day(noor: Person, school: Organisation, today: date) -> None:
    end = today + timedelta(days=60)
    Membership.objects.filter(person=noor, organisation=school).update(ends_on=end)
    a_password(noor)
    an_address(noor, "noor@student.delta.example")

    assert needs_own_sign_in(noor) == OwnSignIn(school, end)


def test_of_two_organisations_the_first_to_end_counts(
    noor: Person, employer: Organisation, school: Organisation, today: date
) -> None:
    end = today + timedelta(days=60)
    Membership.objects.filter(person=noor, organisation=school).update(ends_on=end)
    a_password(noor)
    an_address(noor, "noor@jeugdzorg.example")
    an_address(noor, "noor@delta.example")

    assert needs_own_sign_in(noor) == OwnSignIn(school, end)


def test_a_later_place_in_the_same_school_moves_the_day(
    noor: Person, school: Organisation, today: date
) -> None:
    Membership.objects.filter(person=noor, organisation=school).update(ends_on=today)
    a_place(noor, school, Role.TEACHER, ends_on=today + timedelta(days=90))
    a_password(noor)
    an_address(noor, "noor@delta.example")

    assert needs_own_sign_in(noor) == OwnSignIn(school, today + timedelta(days=90))


@pytest.mark.parametrize("own", [a_password, a_passkey])
def test_an_own_address_with_a_password_or_passkey_is_enough(noor: Person, own: object) -> None:
    own(noor)  # type: ignore[operator]
    an_address(noor, "noor@jeugdzorg.example")
    an_address(noor, "noor@thuis.example")

    assert needs_own_sign_in(noor) is None


def test_an_own_address_that_was_never_checked_is_not_enough(noor: Person) -> None:
    a_password(noor)
    an_address(noor, "noor@jeugdzorg.example")
    an_address(noor, "noor@thuis.example", verified=False)

    assert needs_own_sign_in(noor) is not None


def test_a_passkey_with_only_the_schools_address_is_not_enough(noor: Person) -> None:
    a_passkey(noor)
    an_address(noor, "noor@delta.example")

    assert needs_own_sign_in(noor) is not None


def test_a_connected_account_alone_is_not_enough(
    noor: Person, employer: Organisation, school: Organisation, today: date
) -> None:
    Membership.objects.filter(person=noor, organisation=employer).update(ends_on=today)
    an_address(noor, "noor@thuis.example")
    SocialAccount.objects.create(user=noor, provider="werk", uid="a-b-c")

    assert needs_own_sign_in(noor) == OwnSignIn(employer, today)


def test_a_connected_account_without_any_place(db: None) -> None:
    somebody = a_person("Sem")
    SocialAccount.objects.create(user=somebody, provider="werk", uid="a-b-c")

    assert needs_own_sign_in(somebody) == OwnSignIn(None, None)


def test_a_school_somebody_was_never_at_says_nothing_by_claiming_a_domain(
    school: Organisation, today: date
) -> None:
    """Any coordinator may claim any domain, also that of everybody's own mailbox."""
    somebody = a_person("Sem", email="sem@delta.example")
    an_address(somebody, "sem@delta.example")
    a_password(somebody)
    assert needs_own_sign_in(somebody) is None

    a_place(somebody, school, starts_on=today - timedelta(days=9), ends_on=today)
    assert needs_own_sign_in(somebody) == OwnSignIn(school, today)


def test_a_domain_that_only_looks_like_it_is_another(noor: Person) -> None:
    a_password(noor)
    an_address(noor, "delta.example@notdelta.example")

    assert needs_own_sign_in(noor) is None


def test_nobody_is_bothered_without_any_tie_to_an_organisation(stranger: Person) -> None:
    assert needs_own_sign_in(stranger) is None


def test_for_most_people_it_is_one_question(
    noor: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_password(noor)
    an_address(noor, "noor@thuis.example")

    with django_assert_num_queries(1):
        needs_own_sign_in(noor)
