"""Starters sign together, nobody sees who or how many, and with eight it leaves."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import SignIn
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.people.actions.erasure import erase
from hartlijn.people.models import Membership, Organisation, Person, Role
from hartlijn.people.tests.factories import a_place
from hartlijn.signalling.actions import gathering, tidying
from hartlijn.signalling.actions.gathering import Words
from hartlijn.signalling.models import ENOUGH, Addressee, Signal, Signature
from hartlijn.signalling.tests.conftest import TEXT, signed_by, written


def page(as_: SignIn, who: Person, signal: Signal) -> str:
    return as_(who).get(reverse("signalling:signal", args=[signal.pk])).content.decode()


def test_a_draft_is_seen_by_who_wrote_it_and_frozen_by_the_first_signature(
    as_: SignIn, draft: Signal, board: Addressee, starters: list[Person]
) -> None:
    noor, other, *_rest = starters
    there = reverse("signalling:signal", args=[draft.pk])
    assert as_(other).get(there).status_code == 404
    with pytest.raises(Refused):
        gathering.sign(draft, by=other)

    as_(noor).post(reverse("signalling:sign", args=[draft.pk]))

    assert as_(other).get(there).status_code == 200
    with pytest.raises(Refused, match="De tekst staat vast"):
        gathering.change(draft, Words(board, "Iets anders", draft.answer_by), by=noor)
    assert as_(noor).get(reverse("signalling:change", args=[draft.pk])).status_code == 302
    assert Signal.objects.get().text == TEXT


def test_who_wrote_it_withdraws_it_until_it_leaves(
    as_: SignIn, draft: Signal, board: Addressee, starters: list[Person]
) -> None:
    noor, other, *_rest = starters
    signed_by(draft, starters[:3])
    there = reverse("signalling:drop", args=[draft.pk])
    assert "Intrekken" in page(as_, noor, draft)
    assert "Intrekken" not in page(as_, other, draft)
    assert as_(other).post(there).status_code == 403

    assert as_(noor).post(there).status_code == 302

    assert not Signal.objects.exists()
    assert not Signature.objects.exists()
    gone = signed_by(written(board, noor), starters[:ENOUGH])
    assert as_(noor).post(reverse("signalling:drop", args=[gone.pk])).status_code == 403
    assert Signal.objects.get().left_on


def test_starters_read_where_the_letter_arrives_before_they_sign(
    as_: SignIn, draft: Signal, board: Addressee, starters: list[Person]
) -> None:
    signed_by(draft, starters[:1])

    assert board.address in page(as_, starters[1], draft)
    choice = as_(starters[1]).get(reverse("signalling:write")).content.decode()
    assert board.address in choice


def test_with_the_eighth_it_leaves_and_only_who_signed_sees_it(
    as_: SignIn, draft: Signal, starters: list[Person]
) -> None:
    signed = signed_by(draft, starters[: ENOUGH - 1])
    assert signed.left_on is None

    signed = signed_by(draft, starters[ENOUGH - 1 : ENOUGH])

    assert signed.left_on == civil_day()
    assert "minstens 8 starters van Zeeuwse Jeugdzorg" in page(as_, starters[3], draft)
    late = starters[ENOUGH]
    with pytest.raises(Refused, match="al verstuurd"):
        gathering.sign(signed, by=late)
    assert Signal.objects.visible_to(late).count() == 0


def test_no_page_tells_how_many_signed_or_who(
    as_: SignIn, draft: Signal, starters: list[Person]
) -> None:
    reader = starters[-1]
    signed_by(draft, starters[:1])
    one = page(as_, reader, draft)

    signed_by(draft, starters[1 : ENOUGH - 1])

    seven = page(as_, reader, draft)
    assert without_tokens(one) == without_tokens(seven)
    assert not [who.name for who in starters[1:-1] if who.name in seven]
    listed = as_(reader).get(reverse("signalling:signals")).content.decode()
    assert not [who.name for who in starters[:-1] if who.name in listed]


def without_tokens(html: str) -> str:
    return "\n".join(line for line in html.split("\n") if "csrf" not in line)


@pytest.mark.parametrize("who", ["sam", "fatima", "ines", "joost", "stranger", "otto"])
def test_who_is_no_starter_there_sees_nothing_of_it(
    as_: SignIn, draft: Signal, noor: Person, who: str, request: pytest.FixtureRequest
) -> None:
    reader = request.getfixturevalue(who)
    signed_by(draft, [noor])

    answer = as_(reader).get(reverse("signalling:signal", args=[draft.pk]))

    assert answer.status_code == 404
    assert TEXT not in as_(reader).get(reverse("signalling:signals")).content.decode()


def test_a_signature_is_taken_back_until_it_left(
    as_: SignIn, draft: Signal, starters: list[Person]
) -> None:
    signed_by(draft, starters[: ENOUGH - 1])
    back = reverse("signalling:take_back", args=[draft.pk])
    assert as_(starters[2]).post(back).status_code == 302
    assert not Signature.objects.visible_to(starters[2]).exists()

    signed_by(draft, [starters[2], starters[ENOUGH - 1]])

    assert as_(starters[2]).post(back).status_code == 403
    assert Signature.objects.count() == ENOUGH


def test_a_double_click_signs_once(as_: SignIn, draft: Signal, noor: Person) -> None:
    there = reverse("signalling:sign", args=[draft.pk])
    assert [as_(noor).post(there).status_code for _time in range(2)] == [302, 302]

    assert Signature.objects.count() == 1


def test_the_same_form_sent_twice_is_one_signal(
    as_: SignIn, board: Addressee, noor: Person, lotte: Person
) -> None:
    said = {
        "token": str(uuid4()),
        "to": str(board.pk),
        "text": TEXT,
        "answer_by": (civil_day() + timedelta(days=30)).isoformat(),
    }
    there = reverse("signalling:write")
    assert as_(noor).post(there, said).status_code == 302
    assert as_(noor).post(there, said).status_code == 302

    assert Signal.objects.count() == 1
    assert as_(lotte).post(there, said).status_code == 422, "a desk has no addressees to choose"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("answer_by", "2020-01-01"),
        ("answer_by", "9999-12-31"),
        ("answer_by", "morgen"),
        ("text", "a\u202eb"),
        ("text", "\x00"),
        ("text", "x" * 100_000),
        ("to", "00000000-0000-0000-0000-000000000000"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_keeps_the_words(
    as_: SignIn, board: Addressee, noor: Person, name: str, value: str
) -> None:
    said = {
        "token": "geen-id",
        "to": str(board.pk),
        "text": TEXT,
        "answer_by": (civil_day() + timedelta(days=30)).isoformat(),
    }

    answer = as_(noor).post(reverse("signalling:write"), said | {name: value})

    assert answer.status_code == 422
    assert TEXT in answer.content.decode() or name == "text"
    assert Signal.objects.count() == 0


def test_who_leaves_does_not_count_any_more(
    draft: Signal, starters: list[Person], employer: Organisation
) -> None:
    signed_by(draft, starters[: ENOUGH - 1])
    Membership.objects.filter(person=starters[1], organisation=employer).update(ends_on=civil_day())

    assert signed_by(draft, [starters[ENOUGH - 1]]).left_on is None
    erase(starters[2])
    assert Signature.objects.filter(signal=draft).count() == ENOUGH - 2
    assert signed_by(draft, [starters[ENOUGH]]).left_on is None


def test_what_left_stays_when_somebody_who_signed_leaves(
    draft: Signal, starters: list[Person]
) -> None:
    signed_by(draft, starters[:ENOUGH])

    erase(starters[0])

    assert Signal.objects.get().left_on == civil_day()
    assert Signature.objects.count() == ENOUGH - 1
    assert Signal.objects.visible_to(starters[1]).exists()


def test_what_did_not_gather_enough_goes_with_its_signatures(
    draft: Signal, board: Addressee, noor: Person, starters: list[Person]
) -> None:
    signed_by(draft, starters[:3])
    written(board, noor, "Nog een")

    tidying.tidy(draft.gathers_until)
    assert Signal.objects.count() == 2
    tidying.tidy(draft.gathers_until + timedelta(days=1))

    assert Signal.objects.count() == Signature.objects.count() == 0


def test_after_the_last_day_nobody_signs(draft: Signal, starters: list[Person]) -> None:
    signed_by(draft, starters[:1])
    Signal.objects.update(answer_by=civil_day() + timedelta(days=13))

    with pytest.raises(Refused, match="voorbij"):
        gathering.sign(draft, by=starters[1])


def test_a_starter_of_two_organisations_reads_where_an_addressee_belongs(
    as_: SignIn, board: Addressee, noor: Person, school: Organisation
) -> None:
    Addressee.objects.create(
        organisation=school, kind="school", name="Opleiding", address="o@voorbeeld.nl"
    )
    html = as_(noor).get(reverse("signalling:write")).content.decode()

    assert "Raad van bestuur (Zeeuwse Jeugdzorg)" in html
    assert "Opleiding (Hogeschool Delta)" in html


def test_the_list_asks_no_more_for_more(
    as_: SignIn, board: Addressee, noor: Person, starters: list[Person]
) -> None:
    client, there = as_(noor), reverse("signalling:signals")
    counts = []
    for _time in range(2):
        written(board, noor)
        signed_by(written(board, noor), starters[:1])
        signed_by(written(board, noor), starters[:ENOUGH])
        with CaptureQueriesContext(connection) as asked:
            client.get(there)
        counts.append(len(asked.captured_queries))

    assert counts[0] == counts[1] <= 12


def test_without_an_addressee_the_page_says_what_to_do(as_: SignIn, noor: Person) -> None:
    there = as_(noor).get(reverse("signalling:write")).content.decode()

    assert "stelde nog niet in wie signalen beantwoordt" in there


def test_a_leader_does_not_begin_one(board: Addressee, fatima: Person) -> None:
    with pytest.raises(Refused, match="starter"):
        written(board, fatima)


def test_a_place_as_starter_is_what_counts(
    board: Addressee, sam: Person, employer: Organisation
) -> None:
    a_place(sam, employer, Role.STARTER)

    assert written(board, sam).is_draft


def test_a_drawer_of_drafts_has_an_end(as_: SignIn, board: Addressee, noor: Person) -> None:
    for number in range(gathering.MOST_DRAFTS):
        written(board, noor, f"Nummer {number}")
    said = {
        "to": str(board.pk),
        "text": TEXT,
        "answer_by": (civil_day() + timedelta(days=30)).isoformat(),
    }

    answer = as_(noor).post(reverse("signalling:write"), said)

    assert answer.status_code == 422
    assert TEXT in answer.content.decode()
