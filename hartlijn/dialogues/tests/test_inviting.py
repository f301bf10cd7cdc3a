"""Take part in writing: a link of one's own, once; nobody is told who came."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import guiding, inviting, room
from hartlijn.dialogues.actions.room import Said
from hartlijn.dialogues.models import Dialogue, Invited, Seat, UsedLinks
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person

LAST = civil_day() + timedelta(days=14)
CHANGING = re.compile(r'(name="csrfmiddlewaretoken" value|ticket)="[^"]*"')


@pytest.fixture
def writing(hall: Dialogue) -> Dialogue:
    """Two weeks to take part in."""
    hall.open_until = LAST
    hall.save()
    return hall


def invite(as_: SignIn, who: Person, dialogue: Dialogue, addresses: str) -> int:
    there = reverse("dialogues:invite", args=[dialogue.pk])
    return as_(who).post(there, {"addresses": addresses}).status_code


def main(page: str) -> str:
    """What stands on a page, without its frame."""
    return page.partition("<main")[2].partition("</main>")[0] or page


def link(letter: EmailMessage) -> str:
    found = re.search(r"https?://[^/]+(/invited/\S+)", str(letter.body))
    assert found is not None
    return found.group(1)


def test_a_link_opens_one_place_once_and_no_page_tells_who_came(
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
    assert invite(as_, rosa, writing, "noor@voorbeeld.nl") == 302
    assert len(mailoutbox) == 2, "no second letter, so no second place"


def test_no_page_of_who_leads_moves_when_somebody_comes_and_writes(
    as_: SignIn, writing: Dialogue, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    invite(as_, rosa, writing, "noor@voorbeeld.nl sam@voorbeeld.nl")
    put, led = writing.put.get(order=1), as_(rosa)
    guiding.go(writing, 1, by=rosa)
    names = ("invite", "dialogue", "screen", "screen_now", "people", "about", "findings")

    def seen() -> list[str]:
        addresses = [reverse(f"dialogues:{name}", args=[writing.pk]) for name in names]
        return [CHANGING.sub("", main(led.get(one).content.decode())) for one in addresses]

    Client().post(link(mailoutbox[1]), {"perspective": "starter"})  # the first comes, from sam
    room.say(Seat.objects.get(), Said("missing", "Iets.", uuid4()))
    before = seen()
    phone = Client()
    phone.post(link(mailoutbox[0]), {"perspective": "student"})
    form = {"put": str(put.pk), "part": "1", "word": "not", "text": "Nee."}
    assert phone.post(reverse("dialogues:room_mark"), form).status_code == 302

    assert seen() == before
    assert "noor@voorbeeld.nl" in before[0]
    inviting.remind(LAST - timedelta(days=4))
    assert seen() == before


def test_an_invitation_taken_back_after_somebody_came_opens_no_second_place(
    as_: SignIn, writing: Dialogue, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    invite(as_, rosa, writing, "noor@voorbeeld.nl")
    Client().post(link(mailoutbox[0]), {"perspective": "starter"})
    there = reverse("dialogues:invited_take_back", args=[Invited.objects.get().pk])
    assert as_(rosa).post(there).status_code == 302
    assert not Invited.objects.exists()

    assert invite(as_, rosa, writing, "Noor@voorbeeld.nl") == 302

    assert len(mailoutbox) == 2, "who leads sees no difference"
    assert Client().post(link(mailoutbox[1]), {"perspective": "starter"}).status_code == 410
    assert Seat.objects.count() == 1


def test_who_did_not_come_is_reminded_once_with_the_same_link(
    as_: SignIn, writing: Dialogue, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    invite(as_, rosa, writing, "noor@voorbeeld.nl, sam@voorbeeld.nl")
    Client().post(link(mailoutbox[1]), {"perspective": "starter"})
    first = link(mailoutbox[0])
    assert inviting.remind(LAST - timedelta(days=5)) == 0

    assert inviting.remind(LAST - timedelta(days=4)) == 1
    assert inviting.remind(LAST - timedelta(days=3)) == 0

    assert mailoutbox[-1].to == ["noor@voorbeeld.nl"]
    assert link(mailoutbox[-1]) == first
    assert Client().get(first).status_code == 200


def test_no_row_with_an_address_tells_who_came_and_nothing_in_which_order(
    as_: SignIn, writing: Dialogue, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    names = [f"{number}@voorbeeld.nl" for number in range(6)]
    invite(as_, rosa, writing, " ".join(names))
    before = list(Invited.objects.order_by("pk").values())

    for letter in mailoutbox[:4]:
        assert Client().post(link(letter), {"perspective": "starter"}).status_code == 302

    assert list(Invited.objects.order_by("pk").values()) == before
    used = UsedLinks.objects.get().marks
    assert len(used) == 4
    assert used == sorted(used)
    assert not set(used) & {one["token_digest"] for one in before}
    inviting.remind(LAST - timedelta(days=4))
    assert Invited.objects.filter(reminded_on=None).count() == 0, "also not by who was reminded"
    assert len(mailoutbox) == 8


def test_the_letter_says_how_long_the_address_stays_and_who_sees_it(
    as_: SignIn, writing: Dialogue, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    invite(as_, rosa, writing, "noor@voorbeeld.nl")

    said = str(mailoutbox[0].body)

    assert "ziet dit adres tot en met" in said
    assert "ziet niet of je meedeed" in said
    assert "als je binnen bent" not in said


def test_when_it_is_over_the_addresses_go_and_links_open_nothing(
    as_: SignIn, writing: Dialogue, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    invite(as_, rosa, writing, "noor@voorbeeld.nl")
    Client().post(link(mailoutbox[0]), {"perspective": "starter"})
    inviting.forget(LAST)
    assert Invited.objects.count() == 1
    Dialogue.objects.update(open_until=civil_day() - timedelta(days=1))

    assert Client().get(link(mailoutbox[0])).status_code == 404
    inviting.forget(civil_day())

    assert not Invited.objects.exists()
    assert not UsedLinks.objects.exists()


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
