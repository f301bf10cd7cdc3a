"""Two devices at the same moment: one day stands, and nothing breaks."""

import pytest
from django.test import Client

from conftest import SignIn
from hartlijn.journal.models import Due
from hartlijn.journal.tests.waiting import NEXT, a_letter, ask
from hartlijn.people.models import Person
from hartlijn.people.tests.test_invitations import at_the_same_time
from hartlijn.vault.models import Envelope
from hartlijn.vault.tests.sealed import parcel, post

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_devices_choose_a_day_and_one_stands(as_: SignIn, noor: Person) -> None:
    letter = str(a_letter(noor).pk)
    codes: list[int] = []

    def choose(client: Client, when: str) -> None:
        codes.append(ask(client, {"object": letter, "when": when}).status_code)

    first, second = as_(noor), as_(noor)
    at_the_same_time(lambda: choose(first, NEXT), lambda: choose(second, "2030-01-01"))

    assert codes == [200, 200]
    assert Due.objects.count() == 1


def test_a_letter_that_goes_while_a_day_is_chosen_leaves_no_day(as_: SignIn, noor: Person) -> None:
    letter = str(a_letter(noor).pk)
    codes: list[int] = []
    first, second = as_(noor), as_(noor)

    at_the_same_time(
        lambda: codes.append(ask(first, {"object": letter, "when": NEXT}).status_code),
        lambda: codes.append(post(second, "store", parcel(remove=(letter,))).status_code),
    )

    assert set(codes) <= {200, 404}
    assert not Envelope.objects.exists()
    assert not Due.objects.exists()
