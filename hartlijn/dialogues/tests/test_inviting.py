"""Take part in writing: a link of one's own, once; the address is forgotten."""

import re
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import inviting
from hartlijn.dialogues.models import Dialogue, Invited, Seat
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person

LAST = civil_day() + timedelta(days=14)


@pytest.fixture
def writing(hall: Dialogue) -> Dialogue:
    """Two weeks to take part in."""
    hall.open_until = LAST
    hall.save()
    return hall


def invite(as_: SignIn, who: Person, dialogue: Dialogue, addresses: str) -> int:
    there = reverse("dialogues:invite", args=[dialogue.pk])
    return as_(who).post(there, {"addresses": addresses}).status_code


def link(letter: EmailMessage) -> str:
    found = re.search(r"https?://[^/]+(/invited/\S+)", str(letter.body))
    assert found is not None
    return found.group(1)


def test_a_link_opens_one_place_once_and_the_address_goes(
    as_: SignIn, writing: Dialogue, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    assert invite(as_, rosa, writing, "Noor@voorbeeld.nl sam@voorbeeld.nl") == 302
    assert invite(as_, rosa, writing, "noor@voorbeeld.nl") == 302, "sent once"
    assert [one.to[0] for one in mailoutbox] == ["noor@voorbeeld.nl", "sam@voorbeeld.nl"]
    there, phone = link(mailoutbox[0]), Client()
    assert writing.title in phone.get(there).content.decode()
    assert phone.post(there, {"perspective": "koning"}).status_code == 422

    assert phone.post(there, {"perspective": "starter"}).status_code == 302

    assert phone.get(reverse("dialogues:room")).status_code == 200
    assert phone.get(there).status_code == 302, "on the same device one goes on"
    assert Client().get(there).status_code == 410
    assert Client().post(there, {"perspective": "starter"}).status_code == 410
    assert Seat.objects.count() == 1
    assert sorted(Invited.objects.values_list("email", "came")) == [
        ("", True),
        ("sam@voorbeeld.nl", False),
    ]
    page = as_(rosa).get(reverse("dialogues:invite", args=[writing.pk])).content.decode()
    assert "noor@voorbeeld.nl" not in page


def test_who_did_not_come_is_reminded_once_with_a_fresh_link(
    as_: SignIn, writing: Dialogue, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    invite(as_, rosa, writing, "noor@voorbeeld.nl, sam@voorbeeld.nl")
    Client().post(link(mailoutbox[1]), {"perspective": "starter"})
    first = link(mailoutbox[0])
    assert inviting.remind(LAST - timedelta(days=5)) == 0

    assert inviting.remind(LAST - timedelta(days=4)) == 1
    assert inviting.remind(LAST - timedelta(days=3)) == 0

    assert mailoutbox[-1].to == ["noor@voorbeeld.nl"]
    assert Client().get(first).status_code == 404
    assert Client().get(link(mailoutbox[-1])).status_code == 200


def test_when_it_is_over_the_addresses_go_and_links_open_nothing(
    as_: SignIn, writing: Dialogue, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    invite(as_, rosa, writing, "noor@voorbeeld.nl")
    inviting.forget(LAST)
    assert Invited.objects.count() == 1
    Dialogue.objects.update(open_until=civil_day() - timedelta(days=1))

    assert Client().get(link(mailoutbox[0])).status_code == 404
    inviting.forget(civil_day())

    assert not Invited.objects.exists()


def test_without_a_last_day_nobody_is_invited(as_: SignIn, hall: Dialogue, rosa: Person) -> None:
    assert invite(as_, rosa, hall, "noor@voorbeeld.nl") == 403
    page = as_(rosa).get(reverse("dialogues:invite", args=[hall.pk])).content.decode()
    assert "laatste dag" in page


def test_what_the_server_did_not_take_is_not_kept(
    as_: SignIn, writing: Dialogue, rosa: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_self: EmailMessage, **_options: object) -> int:
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", away)
        assert invite(as_, rosa, writing, "noor@voorbeeld.nl") == 422
    assert not Invited.objects.exists()

    assert invite(as_, rosa, writing, "noor@voorbeeld.nl") == 302


@pytest.mark.parametrize("pasted", ["", " , ;", "geen", "a@b", "x" * 30_000, "a\u202e@b.nl"])
def test_rubbish_gets_a_sentence(as_: SignIn, writing: Dialogue, rosa: Person, pasted: str) -> None:
    assert invite(as_, rosa, writing, pasted) == 422
    assert not Invited.objects.exists()


def test_one_is_taken_back(
    as_: SignIn, writing: Dialogue, rosa: Person, noor: Person, mailoutbox: list[EmailMessage]
) -> None:
    invite(as_, rosa, writing, "noor@voorbeeld.nl")
    there = reverse("dialogues:invited_take_back", args=[Invited.objects.get().pk])
    assert as_(noor).post(there).status_code == 404

    assert as_(rosa).post(there).status_code == 302

    assert Client().get(link(mailoutbox[0])).status_code == 404
