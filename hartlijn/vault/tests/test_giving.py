"""Noor gives something to Sam until a day, and takes it back."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from conftest import SignIn
from hartlijn.consent.models import Grant
from hartlijn.consent.tasks import end_grants
from hartlijn.people.models import Person
from hartlijn.people.tests.factories import a_person, walking_along
from hartlijn.vault.models import Envelope
from hartlijn.vault.tests.sealed import (
    NEVER,
    digest,
    envelope,
    fetched,
    give,
    keeps,
    line,
    parcel,
    post,
    save,
    state,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def both_keep(noor: Person, sam: Person) -> None:
    """Both have keys."""
    keeps(noor, sam)


def test_sam_reads_what_noor_gives(as_: SignIn, noor: Person, sam: Person, today: date) -> None:
    until = today + timedelta(days=7)
    pk, content = give(as_(noor), sam, until)

    assert fetched(as_(sam), pk) == {pk: content}
    assert state(as_(sam))["received"] == [
        {
            "id": pk,
            "from": str(noor.pk),
            "name": noor.name,
            "until": until.isoformat(),
            "given_on": today.isoformat(),
        }
    ]
    given = {
        "id": pk,
        "to": str(sam.pk),
        "name": sam.name,
        "until": until.isoformat(),
        "held": False,
    }
    assert state(as_(noor))["given"] == [given]
    assert state(as_(noor))["own"] == []


def test_a_companion_gives_to_a_starter_too(as_: SignIn, noor: Person, sam: Person) -> None:
    pk, content = give(as_(sam), noor)

    assert fetched(as_(noor), pk) == {pk: content}


def test_whom_noor_may_give_to(as_: SignIn, noor: Person, sam: Person, joost: Person) -> None:
    walking_along(noor, joost, accepted=False)
    walking_along(noor, sam, "buddy")
    found = as_(noor).get("/vault/api/people/").json()["people"]
    back = as_(sam).get("/vault/api/people/").json()["people"]

    assert [(one["name"], one["as"]) for one in found] == [(sam.name, "buddy, werkbegeleider")]
    assert [(one["name"], one["as"]) for one in back] == [(noor.name, "starter")]
    assert found[0]["log"]


def test_the_last_day_is_the_first_on_which_it_does_not_open(
    as_: SignIn, noor: Person, sam: Person, today: date
) -> None:
    pk, _content = give(as_(noor), sam, today + timedelta(days=1))

    with time_machine.travel(timezone.now() + timedelta(days=1)):
        never = post(as_(sam), "fetch", {"ids": [NEVER]})
        answer = post(as_(sam), "fetch", {"ids": [pk]})

        assert answer.content == never.content
        assert {**answer.headers} == {**never.headers}
        assert state(as_(sam))["received"] == []
        assert Envelope.objects.filter(pk=pk).exists()
        end_grants.call()
        assert not Envelope.objects.filter(pk=pk).exists()
        assert post(as_(sam), "fetch", {"ids": [pk]}).content == never.content


def test_a_month_after_it_ended_no_row_tells_of_it(
    as_: SignIn, noor: Person, sam: Person, today: date
) -> None:
    give(as_(noor), sam, today + timedelta(days=1))

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        end_grants.call()
    assert Grant.objects.exists()
    with time_machine.travel(timezone.now() + timedelta(days=40)):
        end_grants.call()
    assert not Grant.objects.exists()


def test_taking_back_takes_bytes_and_grant_at_once(as_: SignIn, noor: Person, sam: Person) -> None:
    pk, _content = give(as_(noor), sam)
    kept, content = give(as_(noor), sam)

    assert post(as_(noor), "store", parcel(remove=(pk,))).status_code == 200

    assert fetched(as_(sam), pk, kept) == {kept: content}
    assert not Envelope.objects.filter(pk=pk).exists()
    assert Grant.objects.get(envelope_id=pk).ended_on


def test_a_reader_takes_nothing_away(as_: SignIn, noor: Person, sam: Person) -> None:
    pk, content = give(as_(noor), sam)

    assert post(as_(sam), "store", parcel(remove=(pk,))).status_code == 200

    assert fetched(as_(sam), pk) == {pk: content}


def test_a_reader_writes_nothing_over_it(as_: SignIn, noor: Person, sam: Person) -> None:
    pk, content = give(as_(noor), sam)
    other = envelope()

    answer = post(as_(sam), "store", parcel((line(other, id=pk, was=digest(content)), other)))

    assert answer.status_code == 409
    assert fetched(as_(noor), pk) == {pk: content}


def test_giving_twice_is_once_and_may_move_the_day(
    as_: SignIn, noor: Person, sam: Person, today: date
) -> None:
    pk, content = give(as_(noor), sam)
    until = (today + timedelta(days=3)).isoformat()

    save(as_(noor), content, id=pk, to=str(sam.pk), until=until)

    assert Grant.objects.get().until == today + timedelta(days=3)


def test_another_reader_does_not_take_the_place(
    as_: SignIn, noor: Person, sam: Person, joost: Person
) -> None:
    walking_along(noor, joost)
    keeps(joost)
    pk, content = give(as_(noor), sam)

    answer = post(as_(noor), "store", parcel((line(content, id=pk, to=str(joost.pk)), content)))

    assert answer.status_code == 409
    assert fetched(as_(joost), pk) == {}


def test_what_is_private_is_never_given_afterwards(as_: SignIn, noor: Person, sam: Person) -> None:
    pk, content = save(as_(noor))

    answer = post(as_(noor), "store", parcel((line(content, id=pk, to=str(sam.pk)), content)))

    assert answer.status_code == 409
    assert fetched(as_(sam), pk) == {}


def test_a_day_that_is_over_gets_a_sentence(
    as_: SignIn, noor: Person, sam: Person, today: date
) -> None:
    content = envelope()
    about = line(content, to=str(sam.pk), until=today.isoformat())

    answer = post(as_(noor), "store", parcel((about, content)))

    assert answer.status_code == 422
    assert "voorbij" in answer.json()["sentence"]


def refused(as_: SignIn, noor: Person, to: str) -> str:
    content = envelope()
    answer = post(as_(noor), "store", parcel((line(content, to=to), content)))
    assert answer.status_code == 409, answer.content
    assert not Envelope.objects.filter(author=noor).exists()
    return str(answer.json()["sentence"])


def test_nothing_goes_to_somebody_else_and_nothing_is_told_about_them(
    as_: SignIn, noor: Person, stranger: Person
) -> None:
    keeps(stranger)
    asked = a_person("Piet")
    keeps(asked)
    walking_along(noor, asked, accepted=False)
    blocked = a_person("Bea", is_active=False)
    keeps(blocked)
    walking_along(noor, blocked)
    ids = (str(stranger.pk), str(asked.pk), str(blocked.pk), str(noor.pk), NEVER)

    assert len({refused(as_, noor, one) for one in ids}) == 1


def test_to_somebody_without_keys_it_waits(as_: SignIn, noor: Person) -> None:
    piet = a_person("Piet")
    walking_along(noor, piet)

    assert "nog niets ontvangen" in refused(as_, noor, str(piet.pk))


def test_who_kept_nothing_gives_nothing(as_: SignIn, sam: Person) -> None:
    tess = a_person("Tess")
    walking_along(tess, sam)

    assert "zes woorden" in refused(as_, tess, str(sam.pk))


def test_with_one_refused_nothing_of_the_request_happens(
    as_: SignIn, noor: Person, sam: Person, stranger: Person
) -> None:
    one, other = envelope(), envelope()
    answer = post(
        as_(noor),
        "store",
        parcel((line(one, to=str(sam.pk)), one), (line(other, to=str(stranger.pk)), other)),
    )

    assert answer.status_code == 409
    assert not Grant.objects.exists()
    assert not Envelope.objects.exists()
