"""Before three sit down, each prepares: sealed, and given to those at that table alone."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from conftest import SignIn
from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.actions import meeting as actions
from hartlijn.paths.actions.beginning import end
from hartlijn.paths.actions.meeting import TOGETHER
from hartlijn.paths.meeting_people import table_of
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.test_meeting import AtTable, at_table
from hartlijn.people.actions import reaching
from hartlijn.people.actions.tidying import forget_past_seats
from hartlijn.people.models import Person, Seat
from hartlijn.people.reach import within_reach_of
from hartlijn.vault.access import NO_TIE
from hartlijn.vault.tests.sealed import (
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
__all__ = ["at_table"]
TOKENS = re.compile(r'nonce="[^"]+"|(csrfmiddlewaretoken" value|data-csrf)="[^"]+"')


def prepare(client: Client, at_table: AtTable) -> str:
    answer = client.get(reverse("paths:meeting_preparation", args=[at_table.meeting.pk]))
    assert answer.status_code == 200
    return answer.text


def may_write(one: Person, other: Person) -> bool:
    return within_reach_of(one).filter(pk=other.pk).exists()


def test_the_page_asks_what_the_card_asks_and_names_the_two_others(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    html = prepare(as_(at_table.joost), at_table)

    assert 'data-question="Wat kun jij beloven, en wanneer?"' in html
    assert re.findall(r"(\w+) krijgt het te lezen", html) == ["Noor", "Sam"]
    answer = as_(work.sam).get(reverse("paths:meeting_preparation", args=[at_table.meeting.pk]))
    assert re.search(r"trusted-types hartlijn-worker(;|$)", answer["Content-Security-Policy"])
    assert re.findall(r'dist/([\w-]+)\.js"', answer.text) == ["paths-pages"]
    assert "no-store" in answer["Cache-Control"]


def test_who_does_not_sit_there_finds_no_page(
    work: Work, at_table: AtTable, stranger: Person, as_: SignIn
) -> None:
    for nobody in (work.fatima, work.ines, at_table.lotte, stranger):
        address = reverse("paths:meeting_preparation", args=[at_table.meeting.pk])
        assert as_(nobody).get(address).status_code == 404


def test_teacher_and_mentor_who_never_met_can_give_each_other_what_they_prepared(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    keeps(at_table.joost, work.sam, work.noor)
    joost, sam = as_(at_table.joost), as_(work.sam)

    pk, content = give(joost, work.sam)

    assert fetched(sam, pk) == {pk: content}
    assert may_write(work.sam, work.noor)
    assert may_write(at_table.joost, work.noor)
    assert not may_write(at_table.joost, work.fatima)


def test_what_was_given_stays_after_the_meeting_until_its_day(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    keeps(at_table.joost, work.sam, work.noor)
    pk, content = give(as_(at_table.joost), work.sam)

    actions.drop(at_table.meeting, by=work.noor)
    end(at_table.school, by=at_table.lotte)

    assert fetched(as_(work.sam), pk) == {pk: content}
    with time_machine.travel(timezone.now() + TOGETHER, tick=False):
        assert fetched(as_(work.sam), pk) == {}
        assert not may_write(at_table.joost, work.sam)
        forget_past_seats()
        assert not Seat.objects.exists()


def test_a_block_between_two_of_them_wins_and_looks_like_no_tie(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    keeps(at_table.joost, work.sam, work.noor)
    reaching.block(work.sam, by=at_table.joost)
    sam = as_(work.sam)
    content = envelope(readers=2)

    answer = post(
        sam, "store", parcel((line(content, to=str(at_table.joost.pk), until=None), content))
    )

    assert answer.status_code == 409
    assert answer.json()["sentence"] == str(NO_TIE)
    give(sam, work.noor)  # with the third nothing changes
    assert "Joost" in prepare(sam, at_table)  # the page says the same of whoever has no keys


def pages(at_table: AtTable, reader: Person) -> list[tuple[int, str]]:
    """What has to do with meetings and people, as somebody gets it."""
    client = Client()
    client.force_login(reader)
    pk = at_table.meeting.pk
    addresses = [
        "/",
        reverse("paths:meetings"),
        reverse("paths:meeting", args=[pk]),
        reverse("paths:meeting_preparation", args=[pk]),
        reverse("paths:side", args=[at_table.school.pk]),
        reverse("paths:week"),
        reverse("vault:people"),
    ]
    answers = [client.get(address) for address in addresses]
    return [(answer.status_code, TOKENS.sub("", answer.text)) for answer in answers]


def test_a_desk_and_a_leader_get_the_same_pages_whatever_was_prepared_and_given(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    keeps(at_table.joost, work.sam, work.noor)
    readers = (work.ines, work.fatima, at_table.lotte)
    before = [pages(at_table, one) for one in readers]
    joost = as_(at_table.joost)

    save(joost)
    give(joost, work.sam)
    give(joost, work.noor)

    assert [pages(at_table, one) for one in readers] == before


def test_the_server_cannot_tell_who_prepared_from_who_did_not(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    before = pages(at_table, work.sam), state(as_(work.sam))

    save(as_(at_table.joost))

    assert (pages(at_table, work.sam), state(as_(work.sam))) == before


def test_everybody_at_it_sits_there_from_the_beginning(work: Work, at_table: AtTable) -> None:
    seats = Seat.objects.filter(table=at_table.meeting.pk)

    assert set(seats.values_list("person", flat=True)) == {
        work.noor.pk,
        work.sam.pk,
        at_table.joost.pk,
    }
    assert {one.until for one in seats} == {civil_day() + timedelta(days=98)}


def test_a_meeting_far_ahead_that_is_called_off_keeps_nobody_within_reach_for_longer(
    work: Work, at_table: AtTable
) -> None:
    table = table_of(work.noor)
    assert table is not None
    far = civil_day() + timedelta(days=360)
    meeting = actions.begin(table, at_table.joost, work.sam, far, by=work.noor)

    actions.drop(meeting, by=work.noor)

    seats = Seat.objects.filter(table=meeting.pk)
    assert {one.until for one in seats} == {civil_day() + TOGETHER}


def test_who_left_rises_from_a_table_that_is_still_far_away(work: Work, at_table: AtTable) -> None:
    table = table_of(work.noor)
    assert table is not None
    far = civil_day() + timedelta(days=360)
    meeting = actions.begin(table, at_table.joost, work.sam, far, by=work.noor)
    actions.rise()
    assert {one.until for one in Seat.objects.filter(table=meeting.pk)} == {far + TOGETHER}

    end(at_table.school, by=at_table.lotte)
    actions.rise()

    until = dict(Seat.objects.filter(table=meeting.pk).values_list("person__name", "until"))
    still = far + TOGETHER
    assert until == {"Joost": civil_day() + TOGETHER, "Sam": still, "Noor": still}


def test_when_noor_is_gone_her_two_guests_are_not_kept_together(
    work: Work, at_table: AtTable
) -> None:
    table = table_of(work.noor)
    assert table is not None
    far = civil_day() + timedelta(days=360)
    actions.begin(table, at_table.joost, work.sam, far, by=work.noor)

    work.noor.delete()
    actions.rise()

    assert max(Seat.objects.values_list("until", flat=True)) <= civil_day() + TOGETHER


def test_nobody_but_noor_sets_a_table_down_or_makes_anybody_sit_at_hers(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    before = set(Seat.objects.values_list("table", "person"))
    said = {"teacher": at_table.joost.pk, "guide": work.sam.pk, "day": civil_day()}
    stranger = {**said, "guide": work.fatima.pk, "teacher": at_table.lotte.pk}

    for one in (work.fatima, work.sam, work.ines, at_table.joost, at_table.lotte):
        as_(one).post(reverse("paths:meeting_begin"), said)
    answer = as_(work.noor).post(reverse("paths:meeting_begin"), stranger)

    assert answer.status_code == 422
    assert set(Seat.objects.values_list("table", "person")) == before


def test_a_seat_opens_writing_and_nothing_of_the_path_or_the_line(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    reaching.seat(at_table.meeting.pk, [at_table.lotte], civil_day() + TOGETHER)
    lotte = as_(at_table.lotte)

    for name in ("meeting", "meeting_preparation"):
        assert lotte.get(reverse(f"paths:{name}", args=[at_table.meeting.pk])).status_code == 404
    assert lotte.get(reverse("paths:promises")).context["sides"] == []
