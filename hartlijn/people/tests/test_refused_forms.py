"""What the sign-in pages refuse, answers so; what they take, goes on."""

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Person
from hartlijn.people.tests.ways_in import PASSWORD, sign_in, with_password

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("login", ["noor", "niemand@voorbeeld.nl"])
def test_who_is_not_let_in_reads_the_page_with_422(client: Client, login: str) -> None:
    refused = sign_in(client, login)

    assert refused.status_code == 422
    assert 'name="password"' in refused.content.decode()


def test_other_forms_of_the_library_do_the_same(as_: SignIn, noor: Person) -> None:
    client = as_(with_password(noor))

    changed = client.post(
        reverse("account_change_password"), {"oldpassword": "nee", "password1": PASSWORD}
    )

    assert changed.status_code == 422
    assert Client().post(reverse("account_reset_password"), {"email": "x"}).status_code == 422


def test_what_is_taken_and_what_is_only_read_stays_as_it_was(client: Client, noor: Person) -> None:
    with_password(noor)

    assert client.get(reverse("account_login")).status_code == 200
    assert sign_in(client, noor.email).status_code == 302
