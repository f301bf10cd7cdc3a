"""Noor parks a thought and it comes back when she works; an intention on the day she chose."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import SignIn
from hartlijn.journal.actions import due as actions
from hartlijn.journal.due import due_for
from hartlijn.journal.limits import DUE
from hartlijn.journal.models import Due
from hartlijn.journal.tests.waiting import NEXT, a_letter, ask, told, waiting
from hartlijn.people.models import Person, WeeklyHours, WeeklyPattern
from hartlijn.people.tests.times_told import hours, local
from hartlijn.vault.models import Envelope, Turn
from hartlijn.vault.tests.sealed import NEVER, give, keeps, parcel, post

pytestmark = pytest.mark.django_db
SATURDAY = local("2026-11-28T19:00")
MONDAY = date(2026, 11, 30)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """Saturday evening."""
    with time_machine.travel(SATURDAY, tick=False) as moment:
        yield moment


def test_a_thought_parked_on_saturday_comes_back_on_monday(as_: SignIn, noor: Person) -> None:
    letter = a_letter(noor)

    answer = ask(as_(noor), {"object": str(letter.pk), "when": NEXT})

    assert answer.json() == {
        "object": str(letter.pk),
        "on": "2026-11-30",
        "at": "2026-11-30T07:30:00Z",
        "in_words": "maandag 8.30",
    }
    row = Due.objects.get()
    assert (row.pk, row.owner, row.due_on) == (letter.pk, noor, MONDAY)


def test_in_english_it_is_told_in_english(as_: SignIn, noor: Person) -> None:
    noor.language = "en"
    noor.save()

    answer = ask(as_(noor), {"object": str(a_letter(noor).pk), "when": NEXT})

    assert answer.json()["in_words"] == "Monday 8:30"


def test_the_own_working_times_decide(as_: SignIn, noor: Person) -> None:
    pattern = WeeklyPattern.objects.create(person=noor)
    start, end = hours("22:45-07:15")
    WeeklyHours.objects.create(pattern=pattern, weekday=6, start=start, end=end)

    answer = ask(as_(noor), {"object": str(a_letter(noor).pk), "when": NEXT})

    assert answer.json()["in_words"] == "morgen 22.45"


def test_who_has_no_fixed_times_hears_no_moment(as_: SignIn, noor: Person) -> None:
    WeeklyPattern.objects.create(person=noor)

    answer = ask(as_(noor), {"object": str(a_letter(noor).pk), "when": NEXT})

    assert answer.json() | {"object": ""} == {
        "object": "", "on": "2026-11-28", "at": None, "in_words": "je volgende werkdag",
    }  # fmt: skip
    assert due_for(noor, SATURDAY) == []


def test_an_intention_comes_back_on_the_day_she_chose(as_: SignIn, noor: Person) -> None:
    letter = a_letter(noor)

    answer = ask(as_(noor), {"object": str(letter.pk), "when": "2026-12-08"})

    assert answer.json()["on"] == "2026-12-08"
    assert answer.json()["in_words"] == "dinsdag 8 december"
    assert due_for(noor, local("2026-12-07T10:00")) == []
    assert due_for(noor, local("2026-12-08T08:29")) == []
    assert [one.pk for one in due_for(noor, local("2026-12-08T08:30"))] == [letter.pk]
    assert due_for(noor, local("2026-12-12T10:00")) == []  # a Saturday: she is free
    assert due_for(noor, local("2026-12-14T10:00"))


def test_another_day_takes_the_place_of_the_first(as_: SignIn, noor: Person) -> None:
    letter = a_letter(noor)
    for when in ("2026-12-08", "2026-12-09", "2026-12-09"):
        assert ask(as_(noor), {"object": str(letter.pk), "when": when}).status_code == 200

    assert Due.objects.get().due_on == date(2026, 12, 9)


def test_what_is_no_longer_needed_comes_back_no_more(as_: SignIn, noor: Person) -> None:
    row = waiting(noor, MONDAY)

    for _ in range(2):
        answer = ask(as_(noor), {"object": str(row.pk), "when": None})
        assert answer.json() == {"object": str(row.pk), "on": None, "at": None, "in_words": ""}

    assert not Due.objects.exists()
    assert Envelope.objects.filter(pk=row.pk).exists()


def test_the_browser_hears_what_is_back_now(
    as_: SignIn, noor: Person, clock: time_machine.Traveller
) -> None:
    first, second = waiting(noor, MONDAY), waiting(noor, MONDAY + timedelta(days=3))

    found = told(as_(noor))

    assert not found["working"]
    assert found["next_working_moment"]["in_words"] == "maandag 8.30"
    assert [(one["object"], one["back"]) for one in found["due"]] == [
        (str(first.pk), False),
        (str(second.pk), False),
    ]
    clock.move_to(local("2026-11-30T09:00"))
    found = told(as_(noor))
    assert found["working"]
    assert [one["back"] for one in found["due"]] == [True, False]
    assert found["next_working_moment"]["in_words"] == "morgen 8.30"


def test_what_waited_longer_is_told_of_with_a_day_to_come(
    as_: SignIn, noor: Person, clock: time_machine.Traveller
) -> None:
    waiting(noor, MONDAY - timedelta(days=4))  # she was free since

    assert [one["in_words"] for one in told(as_(noor))["due"]] == ["maandag 8.30"]
    clock.move_to(local("2026-11-30T09:00"))
    assert [one["in_words"] for one in told(as_(noor))["due"]] == ["vandaag"]


@pytest.mark.parametrize("day", ["2026-11-27", "0001-01-01"])
def test_a_day_that_is_over_is_refused_with_what_to_do(as_: SignIn, noor: Person, day: str) -> None:
    answer = ask(as_(noor), {"object": str(a_letter(noor).pk), "when": day})

    assert answer.status_code == 422
    assert answer.json()["sentence"] == "Die dag is al voorbij. Kies vandaag of een latere dag."
    assert not Due.objects.exists()


@pytest.mark.parametrize("day", ["2031-12-03", "9999-12-31"])
def test_a_day_too_far_away_is_refused(as_: SignIn, noor: Person, day: str) -> None:
    answer = ask(as_(noor), {"object": str(a_letter(noor).pk), "when": day})

    assert answer.status_code == 422
    assert "binnen vijf jaar" in answer.json()["sentence"]


def test_today_is_by_the_own_calendar(
    as_: SignIn, noor: Person, clock: time_machine.Traveller
) -> None:
    noor.time_zone = "Pacific/Auckland"
    noor.save()
    clock.move_to(local("2026-11-28T12:00"))  # Sunday 0.00 there

    letter = str(a_letter(noor).pk)
    codes = [
        ask(as_(noor), {"object": letter, "when": f"2026-11-{day}"}).status_code for day in (28, 29)
    ]

    assert codes == [422, 200]


def test_only_an_own_letter_that_is_there_can_come_back(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    keeps(noor, sam)
    of_sam, given, received = a_letter(sam).pk, give(as_(noor), sam)[0], give(as_(sam), noor)[0]

    for pk in (NEVER, of_sam, given, received):
        for when in (NEXT, "2026-12-08"):
            answer = ask(as_(noor), {"object": str(pk), "when": when})
            assert answer.status_code == 404
            assert answer.content == ask(as_(noor), {"object": NEVER, "when": when}).content

    assert not Due.objects.exists()


def test_nobody_reaches_what_comes_back_to_another(
    as_: SignIn, noor: Person, sam: Person, otto: Person
) -> None:
    row = waiting(noor, MONDAY)

    for other in (sam, otto):
        assert told(as_(other))["due"] == []
        assert ask(as_(other), {"object": str(row.pk), "when": None}).json()["on"] is None
        assert ask(as_(other), {"object": str(row.pk), "when": NEXT}).status_code == 404

    assert Due.objects.get() == row


def test_a_letter_that_is_removed_takes_its_day_along(as_: SignIn, noor: Person) -> None:
    gone, stays = waiting(noor, MONDAY), waiting(noor, MONDAY)

    assert post(as_(noor), "store", parcel(remove=(str(gone.pk),))).status_code == 200

    assert list(Due.objects.all()) == [stays]


def test_removing_a_letter_does_not_fetch_its_bytes(as_: SignIn, noor: Person) -> None:
    gone = waiting(noor, MONDAY)

    with CaptureQueriesContext(connection) as queries:
        post(as_(noor), "store", parcel(remove=(str(gone.pk),)))

    assert not Envelope.objects.exists()
    assert not [one["sql"] for one in queries if '"content"' in one["sql"]]


@pytest.mark.parametrize("remove", [True, False])
def test_after_starting_over_nothing_comes_back_that_nobody_can_open(
    as_: SignIn, noor: Person, sam: Person, *, remove: bool
) -> None:
    waiting(noor, MONDAY)
    of_sam = waiting(sam, MONDAY)

    post(as_(noor), "publish", {"start_over": True, "remove_envelopes": remove})

    assert list(Due.objects.all()) == [of_sam]


def test_there_is_an_end_to_what_can_wait(
    as_: SignIn, noor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MOST", 1)
    row, other = waiting(noor, MONDAY), a_letter(noor)

    refused = ask(as_(noor), {"object": str(other.pk), "when": NEXT})

    assert refused.status_code == 409
    assert "Haal eerst iets weg" in refused.json()["sentence"]
    assert ask(as_(noor), {"object": str(row.pk), "when": "2026-12-08"}).status_code == 200


def test_enough_is_enough_for_an_hour(as_: SignIn, noor: Person, sam: Person) -> None:
    wish = {"object": str(a_letter(noor).pk), "when": NEXT}
    assert ask(as_(noor), wish).status_code == 200
    Turn.objects.update(taken=DUE.most)

    refused = ask(as_(noor), wish)

    assert (DUE.most, DUE.period) == (600, timedelta(hours=1))
    assert refused.status_code == 429
    assert "Wacht een uur" in refused.json()["sentence"]
    assert ask(as_(sam), {"object": str(a_letter(sam).pk), "when": NEXT}).status_code == 200


def test_it_asks_as_much_for_one_as_for_many(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    waiting(noor, MONDAY)

    def counted() -> list[int]:
        counts = []
        letter = a_letter(noor)
        for request in (
            lambda: client.get(reverse("journal:due")),
            lambda: ask(client, {"object": str(letter.pk), "when": NEXT}),
        ):
            with CaptureQueriesContext(connection) as queries:
                assert request().status_code == 200
            counts.append(len([one for one in queries if "SAVEPOINT" not in one["sql"]]))
        return counts

    counted()  # the first turn of an hour costs one more
    few = counted()
    for _ in range(5):
        waiting(noor, MONDAY)

    assert counted() == few
    assert max(few) <= 12
