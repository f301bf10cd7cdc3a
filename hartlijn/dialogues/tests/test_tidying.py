"""The key of a place ends; the words that hang on the place stay."""

from datetime import date, timedelta

import pytest

from hartlijn.dialogues.actions import room
from hartlijn.dialogues.actions.tidying import KEPT, forget_keys
from hartlijn.dialogues.models import Dialogue, Mark, PutFinding, Seat
from hartlijn.people.models import Organisation


@pytest.fixture
def dialogue(school: Organisation, today: date) -> Dialogue:
    """One that is open, and held today."""
    made: Dialogue = Dialogue.objects.create(
        organisation=school, title="Dialoog", state="open", code="ZEG HET", on_day=today
    )
    return made


def test_a_key_opens_nothing_sixty_days_after(dialogue: Dialogue, today: date) -> None:
    keys = [room.join(dialogue, "student") for _ in range(2)]
    put = PutFinding.objects.create(dialogue=dialogue, order=1, text="Rust helpt")
    Mark.objects.create(seat=Seat.objects.all()[0], put=put, word="partly")

    assert forget_keys(today + KEPT) == 0
    assert forget_keys(today + KEPT + timedelta(days=1)) == 2

    assert room.seats_of(keys) == []
    assert Mark.objects.count() == 1
    assert forget_keys(today + KEPT + timedelta(days=2)) == 0


def test_who_reads_a_draft_along_keeps_the_key_until_it_is_closed(
    dialogue: Dialogue, today: date
) -> None:
    key = room.join(dialogue, "student")
    late = today + KEPT + timedelta(days=9)
    Dialogue.objects.update(state="checked", code="", check_until=late)

    assert forget_keys(late) == 0
    assert len(room.seats_of([key])) == 1


def test_in_writing_it_counts_from_the_last_day(dialogue: Dialogue, today: date) -> None:
    room.join(dialogue, "student")
    Dialogue.objects.update(open_until=today + timedelta(days=14))

    assert forget_keys(today + KEPT + timedelta(days=14)) == 0
    assert forget_keys(today + KEPT + timedelta(days=15)) == 1
