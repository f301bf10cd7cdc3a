"""The letter, the link, the answer, and how it comes back."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from conftest import SignIn
from hartlijn.delivery.models import Delivery
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Organisation, Person
from hartlijn.people.tests.factories import a_person
from hartlijn.signalling.actions import answering, send_from, sending
from hartlijn.signalling.actions.sending import To
from hartlijn.signalling.models import ENOUGH, AnswerNotice, Signal
from hartlijn.signalling.tests.conftest import TEXT, signed_by

SAID = {"answer": "Vanaf januari vier uur per week.", "answered_as": "de raad van bestuur"}


@pytest.fixture
def sent(draft: Signal, starters: list[Person]) -> Signal:
    return signed_by(draft, starters[:ENOUGH])


def posted(mailoutbox: list[EmailMessage]) -> str:
    """The address in the last letter, as a path."""
    sending.post(timezone.now())
    found = re.search(r"https?://[^/]+(/signals/answer/\S+)", str(mailoutbox[-1].body))
    assert found is not None
    return found.group(1)


def test_the_letter_holds_a_link_and_no_word_of_the_signal(
    sent: Signal, mailoutbox: list[EmailMessage], starters: list[Person]
) -> None:
    posted(mailoutbox)
    sending.post(timezone.now())

    assert len(mailoutbox) == 1
    (letter,) = mailoutbox
    assert letter.to == ["bestuur@voorbeeld.nl"]
    assert TEXT not in str(letter.body)
    assert not [one.name for one in starters if one.name in str(letter.body)]
    assert "Zeeuwse Jeugdzorg" in str(letter.body)
    assert not re.search(r"\b(je|jij|jouw)\b", str(letter.body))
    sent.refresh_from_db()
    assert sent.posted_on == civil_day()


def test_whoever_has_the_link_reads_and_answers_once(
    as_: SignIn, sent: Signal, mailoutbox: list[EmailMessage], starters: list[Person]
) -> None:
    there, anybody = posted(mailoutbox), Client()
    page = anybody.get(there).content.decode()
    assert TEXT in page.replace("&#x27;", "'")
    assert not re.search(r"\b(je|jij|jouw)\b", page)

    assert anybody.post(there, SAID).status_code == 302
    assert anybody.post(there, SAID).status_code == 200
    assert anybody.post(there, SAID | {"answer": "Toch niet."}).status_code == 200

    sent.refresh_from_db()
    assert sent.answer == SAID["answer"]
    assert sent.to_address == ""
    read = as_(starters[2]).get(reverse("signalling:signal", args=[sent.pk])).content.decode()
    assert SAID["answer"] in read
    assert "de raad van bestuur" in read
    late = as_(starters[ENOUGH]).get(reverse("signalling:signal", args=[sent.pk]))
    assert late.status_code == 404


def test_the_answer_waits_for_working_time_and_vandaag_says_it_once(
    as_: SignIn, sent: Signal, noor: Person
) -> None:
    saturday = datetime(2026, 11, 28, 22, tzinfo=UTC)
    with time_machine.travel(saturday, tick=False):
        Signal.objects.update(answer_by=civil_day() + timedelta(days=20), left_on=civil_day())
        Signal.objects.update(key_until=civil_day() + timedelta(days=60))
        answering.answer(sent, SAID["answer"], answered_as="het bestuur")
        assert set(Delivery.objects.values_list("state", flat=True)) == {"held"}
        assert "antwoord op een signaal" not in as_(noor).get("/").content.decode()
    Delivery.objects.update(state="arrived", arrived_on=civil_day())
    assert "antwoord op een signaal" in as_(noor).get("/").content.decode()

    as_(noor).get(reverse("signalling:signal", args=[sent.pk]))

    assert "antwoord op een signaal" not in as_(noor).get("/").content.decode()
    assert AnswerNotice.objects.count() == ENOUGH - 1


def test_an_empty_or_hidden_answer_keeps_what_was_typed(
    sent: Signal, mailoutbox: list[EmailMessage]
) -> None:
    there = posted(mailoutbox)

    answer = Client().post(there, {"answer": "Ja.\u202e", "answered_as": "bestuur"})

    assert answer.status_code == 422
    assert 'value="bestuur"' in answer.content.decode()
    assert Client().post(there, {"answer": " ", "answered_as": ""}).status_code == 422
    sent.refresh_from_db()
    assert sent.answered_on is None


@pytest.mark.parametrize("token", ["x", "0" * 300, "é", "%00"])
def test_a_link_that_is_none_says_so(sent: Signal, token: str) -> None:
    answer = Client().get(f"/signals/answer/{token}/")

    assert answer.status_code == 404
    assert "werkt niet meer" in answer.content.decode()
    assert sent.left_on is not None


def test_a_link_works_for_a_while(sent: Signal, mailoutbox: list[EmailMessage]) -> None:
    there = posted(mailoutbox)
    Signal.objects.update(key_until=civil_day() - timedelta(days=1))

    assert Client().get(there).status_code == 404
    assert Client().post(there, SAID).status_code == 404


def test_when_the_day_passed_the_page_says_so_and_the_letter_goes_again(
    as_: SignIn, sent: Signal, mailoutbox: list[EmailMessage], noor: Person
) -> None:
    first = posted(mailoutbox)
    again = reverse("signalling:send_again", args=[sent.pk])
    assert as_(noor).post(again).status_code == 403
    long_ago = civil_day() - timedelta(days=8)
    Signal.objects.update(answer_by=long_ago, posted_on=long_ago)
    page = as_(noor).get(reverse("signalling:signal", args=[sent.pk])).content.decode()
    assert "nog niet gekomen" in page

    assert as_(noor).post(again).status_code == 302

    second = posted(mailoutbox)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def test_a_letter_the_server_did_not_take_is_tried_again(
    sent: Signal, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_self: EmailMessage, **_options: object) -> int:
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", away)
        assert sending.post(timezone.now()) == 0
    sent.refresh_from_db()
    assert sent.posted_on is None

    assert sending.post(timezone.now()) == 1
    assert len(mailoutbox) == 1


def test_a_letter_of_which_nobody_knows_is_not_repeated(
    sent: Signal, mailoutbox: list[EmailMessage]
) -> None:
    Signal.objects.update(posting_since=timezone.now())

    assert sending.post(timezone.now()) == 0
    assert mailoutbox == []
    assert sent.left_on


def test_a_dialogue_sends_at_once_and_hears_the_answer(
    as_: SignIn, employer: Organisation, rosa: Person, mailoutbox: list[EmailMessage]
) -> None:
    def send() -> Signal:
        return send_from(
            "dialogue:1",
            TEXT,
            to=To("Ministerie", "post@voorbeeld.nl", language="en"),
            answer_by=civil_day() + timedelta(days=30),
            organisation=employer,
            by=rosa,
        )

    first, second = send(), send()

    assert first == second == Signal.objects.of("dialogue:1").get()
    there = posted(mailoutbox)
    assert "After a dialogue at Zeeuwse Jeugdzorg" in str(mailoutbox[-1].body)
    Client().post(there, SAID)
    read = as_(rosa).get(reverse("signalling:signal", args=[first.pk])).content.decode()
    assert SAID["answer"] in read
    assert not Signal.objects.visible_to(a_person("Ander")).exists()


def test_an_answer_after_an_answer_is_refused(sent: Signal, mailoutbox: list[EmailMessage]) -> None:
    posted(mailoutbox)
    answering.answer(sent, "Ja.", answered_as="bestuur")

    with pytest.raises(Refused, match="al verstuurd"):
        answering.answer(sent, "Nee.", answered_as="bestuur")
