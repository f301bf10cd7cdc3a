"""A coordinator says whom starters can send a signal to."""

import pytest
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Organisation, Person
from hartlijn.signalling.models import Addressee, Signal

SAID = {
    "kind": "board",
    "name": "Raad van bestuur",
    "address": "bestuur@voorbeeld.nl",
    "language": "nl",
}


def test_a_coordinator_sets_one_up_changes_it_and_takes_it_away(
    as_: SignIn, ines: Person, employer: Organisation
) -> None:
    client, there = as_(ines), reverse("signalling:desk", args=[employer.pk])
    assert client.post(there, SAID).status_code == 302
    assert client.post(there, SAID | {"address": "rvb@voorbeeld.nl"}).status_code == 302
    assert client.post(there, SAID | {"name": "raad van Bestuur"}).status_code == 302
    assert Addressee.objects.get().address == SAID["address"], "one name, one addressee"
    assert client.post(there, SAID | {"address": "rvb@voorbeeld.nl"}).status_code == 302
    assert "rvb@voorbeeld.nl" in client.get(there).content.decode()
    one = Addressee.objects.get()

    client.post(reverse("signalling:remove", args=[one.pk]))

    assert not Addressee.objects.exists()


@pytest.mark.parametrize("wrong", [{"address": "geen"}, {"name": "a\u202eb"}, {"kind": "koning"}])
def test_what_is_wrong_gets_a_sentence(
    as_: SignIn, ines: Person, employer: Organisation, wrong: dict[str, str]
) -> None:
    answer = as_(ines).post(reverse("signalling:desk", args=[employer.pk]), SAID | wrong)

    assert answer.status_code == 422
    assert not Addressee.objects.exists()


@pytest.mark.parametrize("who", ["noor", "fatima", "lotte", "otto"])
def test_nobody_else_does(
    as_: SignIn,
    employer: Organisation,
    board: Addressee,
    who: str,
    request: pytest.FixtureRequest,
) -> None:
    client = as_(request.getfixturevalue(who))

    assert client.get(reverse("signalling:desk", args=[employer.pk])).status_code in {403, 404}
    there = reverse("signalling:remove", args=[board.pk])
    assert client.post(there).status_code in {403, 404}


def test_a_desk_sees_no_signal(as_: SignIn, ines: Person, draft: Signal) -> None:
    page = as_(ines).get(reverse("signalling:desk", args=[draft.organisation_id])).content.decode()

    assert draft.text not in page
