"""Whoever was there reads the draft along, and gets an answer; after its day it closes by itself."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import checking, guiding, room
from hartlijn.dialogues.actions.room import Said
from hartlijn.dialogues.models import Dialogue, Remark
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person

UNTIL = civil_day() + timedelta(days=14)


@pytest.fixture
def gathered(hall: Dialogue, rosa: Person) -> Dialogue:
    [(seat, _key)] = room.seats_of([room.join(hall, "student")])
    room.say(seat, Said("missing", "De reistijd naar het werk", uuid4()))
    guiding.gather(hall, by=rosa)
    hall.refresh_from_db()
    return hall


@pytest.fixture
def draft(gathered: Dialogue, rosa: Person) -> Dialogue:
    return checking.lay_open(gathered, UNTIL, by=rosa)


def link(dialogue: Dialogue) -> str:
    return reverse("dialogues:draft_read", args=[checking.link_token(dialogue)])


def remark(there: str, **said: str) -> int:
    form = {"key": "", "what": "wrong", "text": "Het was anders.", "token": str(uuid4())}
    return Client().post(there, form | said).status_code


def test_it_is_laid_open_and_whoever_has_the_link_reads(
    as_: SignIn, gathered: Dialogue, rosa: Person
) -> None:
    assert Client().get(link(gathered)).status_code == 404
    there = reverse("dialogues:draft_check", args=[gathered.pk])

    assert as_(rosa).post(there, {"until": UNTIL.isoformat()}).status_code == 302

    page = Client().get(link(gathered)).content.decode()
    assert "Dit is een concept" in page
    assert "?sentence=" in page
    opens, _time = link(gathered).split(":", 1)  # the rest holds the second it was made in
    assert opens in as_(rosa).get(there).content.decode()


def test_a_remark_stands_beside_its_sentence_and_is_answered(
    as_: SignIn, draft: Dialogue, rosa: Person
) -> None:
    key = "who/contributions"
    token = str(uuid4())
    for _time in range(2):
        assert remark(link(draft), key=key, text="Er waren er meer.", token=token) == 302
    one = Remark.objects.get()
    assert one.key == key
    client, there = as_(rosa), reverse("dialogues:draft_check", args=[draft.pk])
    assert "Er waren er meer." in client.get(there).content.decode()
    assert "Er waren er meer." not in Client().get(link(draft)).content.decode()

    answered = {"outcome": "kept", "answer": "We telden alleen wie een woord gaf."}
    where = reverse("dialogues:remark_answer", args=[one.pk])
    assert client.post(where, {"outcome": "kept", "answer": ""}).status_code == 422
    assert client.post(where, answered).status_code == 302

    assert "We telden alleen wie een woord gaf." in Client().get(link(draft)).content.decode()


@pytest.mark.parametrize(
    "said", [{"what": "mooi"}, {"text": " "}, {"token": "x"}, {"text": "x" * 100_000}]
)
def test_what_cannot_be_gets_a_sentence(draft: Dialogue, said: dict[str, str]) -> None:
    assert remark(link(draft), **said) == 422
    assert not Remark.objects.exists()


def test_the_link_shows_no_draft_after_its_day_and_nothing_after_two_months(
    draft: Dialogue,
) -> None:
    there = link(draft)
    assert Client().get(there).context["parts"]

    Dialogue.objects.update(check_until=civil_day() - timedelta(days=60))
    page = Client().get(there)
    assert page.status_code == 200
    assert page.context["parts"] == []

    Dialogue.objects.update(check_until=civil_day() - timedelta(days=61))
    assert Client().get(there).status_code == 404


def test_what_is_kept_is_said_beside_its_sentence(draft: Dialogue) -> None:
    there, key = link(draft), "who/contributions"
    form = {"key": key, "what": "wrong", "text": "Het was anders.", "token": str(uuid4())}

    for about, heading in ((key, ""), ("", "Over het geheel")):
        sent = Client().post(f"{there}?sentence={about}", form | {"key": about, "token": uuid4()})
        assert sent["Location"].endswith("#said")
        page = Client().get(sent["Location"]).content.decode()
        assert page.count('id="said"') == 1
        before = page[: page.index('id="said"')]
        last = before[before.rindex("href=") :] if about else before[before.rindex("<h2") :]
        assert (f"?sentence={about.replace('/', '%2F')}#say" if about else heading) in last

    assert 'id="said"' not in Client().get(there).content.decode()


def test_a_phone_that_stayed_open_hears_that_the_draft_is_there(
    gathered: Dialogue, rosa: Person
) -> None:
    before = gathered.changes

    checking.lay_open(gathered, UNTIL, by=rosa)

    assert Dialogue.objects.get(pk=gathered.pk).changes == before + 1


def test_a_sentence_that_is_none_is_about_the_whole(draft: Dialogue) -> None:
    assert remark(link(draft), key="bestaat-niet") == 302

    assert Remark.objects.get().key == ""


@pytest.mark.parametrize("token", ["x", "a:b:c", "%00", "0" * 500])
def test_a_link_that_is_none_does_not_exist(draft: Dialogue, token: str) -> None:
    assert Client().get(f"/draft/{token}/").status_code == 404
    assert draft.check_until == UNTIL


def test_after_its_day_it_closes_by_itself(draft: Dialogue) -> None:
    checking.close_past(UNTIL)
    draft.refresh_from_db()
    assert draft.state == "checked"

    checking.close_past(UNTIL + timedelta(days=1))

    draft.refresh_from_db()
    assert draft.state == "closed"
    assert not draft.seats.exists()
    page = Client().get(link(draft))
    assert page.status_code == 200
    assert "Er ligt nu geen concept" in page.content.decode()
    assert remark(link(draft)) == 422


def test_a_phone_of_the_room_finds_it(hall: Dialogue, enter: Enter, rosa: Person) -> None:
    phone = enter("student")
    seat = hall.seats.get()
    room.say(seat, Said("missing", "Reistijd", uuid4()))
    guiding.gather(hall, by=rosa)
    checking.lay_open(hall, UNTIL, by=rosa)

    assert reverse("dialogues:draft_mine") in phone.get(reverse("dialogues:room")).content.decode()
    assert phone.get(reverse("dialogues:draft_mine"))["Location"] == link(hall)
    assert Client().get(reverse("dialogues:draft_mine")).status_code == 302


def test_the_link_goes_by_letter_and_no_address_is_kept(
    as_: SignIn, draft: Dialogue, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    there = reverse("dialogues:draft_send", args=[draft.pk])
    pasted = "Noor <noor@voorbeeld.nl>, sam@voorbeeld.nl\nsam@voorbeeld.nl"

    assert as_(rosa).post(there, {"addresses": pasted}).status_code == 302

    assert [one.to for one in mailoutbox] == [["noor@voorbeeld.nl"], ["sam@voorbeeld.nl"]]
    assert link(draft) in str(mailoutbox[0].body)
    wrong = as_(rosa).post(there, {"addresses": "noor@voorbeeld.nl; geen adres"})
    assert wrong.status_code == 422
    assert "“geen” is geen e-mailadres" in wrong.content.decode()


@pytest.mark.parametrize("who", ["noor", "ines", "stranger"])
def test_only_who_leads_sees_the_remarks(
    as_: SignIn, draft: Dialogue, who: str, request: pytest.FixtureRequest
) -> None:
    remark(link(draft))
    client = as_(request.getfixturevalue(who))

    assert client.get(reverse("dialogues:draft_check", args=[draft.pk])).status_code == 404
    one = Remark.objects.get()
    assert client.post(reverse("dialogues:remark_answer", args=[one.pk])).status_code == 404


def test_a_draft_is_read_as_long_as_was_promised(
    as_: SignIn, draft: Dialogue, rosa: Person
) -> None:
    led = as_(rosa)
    home = led.get(reverse("dialogues:dialogue", args=[draft.pk])).content.decode()
    assert reverse("dialogues:close", args=[draft.pk]) not in home
    assert "leest wie erbij was het concept mee" in home

    led.post(reverse("dialogues:close", args=[draft.pk]))
    draft.refresh_from_db()
    assert draft.state == "checked"
    Dialogue.objects.update(check_until=civil_day() - timedelta(days=1))
    led.post(reverse("dialogues:close", args=[draft.pk]))

    draft.refresh_from_db()
    assert draft.state == "closed"
    page = led.get(reverse("dialogues:draft_check", args=[draft.pk])).content.decode()
    assert "Deze dialoog is afgesloten." in page
    assert "Haal eerst op" not in page
