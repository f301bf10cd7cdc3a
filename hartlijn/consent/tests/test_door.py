"""The door of every page."""

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from conftest import SignIn
from hartlijn.consent.access import admits
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db


def test_an_operator_with_a_password_alone_is_led_to_a_passkey(as_: SignIn, otto: Person) -> None:
    Authenticator.objects.filter(user=otto).delete()

    answer = as_(otto).get(reverse("people:operator"))

    assert answer.status_code == 302
    assert answer["Location"] == reverse("mfa_index")


def test_an_operator_with_a_second_factor_comes_in(as_: SignIn, otto: Person) -> None:
    assert as_(otto).get(reverse("people:operator")).status_code == 200


def test_for_noor_the_operators_page_does_not_exist(as_: SignIn, noor: Person) -> None:
    assert as_(noor).get(reverse("people:operator")).status_code == 404


def test_an_unknown_rule_lets_in_nobody(otto: Person) -> None:
    assert not admits("whoever", otto)


def test_a_blocked_person_is_nobody(noor: Person) -> None:
    noor.is_active = False

    assert not admits("signed_in", noor)
