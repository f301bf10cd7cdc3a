"""One device is signed out from another, and nobody else's."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from hartlijn.people.models import Person
from hartlijn.people.tests.ways_in import is_in, sign_in, with_password

pytestmark = pytest.mark.django_db


def signed_in(person: Person, device: str) -> Client:
    client = Client(HTTP_USER_AGENT=device)
    sign_in(client, person.email)
    return client


def end(client: Client, device: str) -> int:
    session = UserSession.objects.get(user_agent=device)
    return client.post(reverse("people:end_session", args=[session.pk])).status_code


def test_noor_signs_out_a_phone_she_lost_and_keeps_the_rest(noor: Person) -> None:
    with_password(noor)
    phone, laptop, tablet = (signed_in(noor, name) for name in ("phone", "laptop", "tablet"))
    page = laptop.get(reverse("usersessions_list")).content.decode()

    answered = end(laptop, "phone")

    assert page.count("/me/sessions/") == 2  # not this one
    assert answered == 302
    assert [is_in(one) for one in (phone, laptop, tablet)] == [False, True, True]


def test_ending_the_session_of_this_page_is_signing_out(noor: Person) -> None:
    with_password(noor)
    laptop = signed_in(noor, "laptop")

    end(laptop, "laptop")

    assert not is_in(laptop)
    assert not UserSession.objects.exists()


def test_a_session_of_somebody_else_does_not_exist(noor: Person, sam: Person) -> None:
    with_password(noor)
    with_password(sam)
    phone, laptop = signed_in(noor, "phone"), signed_in(sam, "laptop")

    assert end(laptop, "phone") == 404
    assert is_in(phone)


def test_looking_ends_nothing(noor: Person) -> None:
    with_password(noor)
    phone, laptop = signed_in(noor, "phone"), signed_in(noor, "laptop")
    session = UserSession.objects.get(user_agent="phone")

    assert laptop.get(reverse("people:end_session", args=[session.pk])).status_code == 405
    assert is_in(phone)
