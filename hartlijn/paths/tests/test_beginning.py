"""Noor gets her path on the days she works, or not at all."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hartlijn.lib.verdict import Refused
from hartlijn.library.made import WrongError
from hartlijn.library.schema import Reader
from hartlijn.paths.actions import beginning, moving, steps, templates
from hartlijn.paths.days.schedule import days_of
from hartlijn.paths.definitions import PathTemplate
from hartlijn.paths.drafting.loops import a_loop_in
from hartlijn.paths.models import Path, Promise, Side, Step, Term, Tick
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import (
    FIRST_DAY,
    a_body,
    a_promise,
    a_step,
    a_template,
    begun,
)
from hartlijn.people.models import LeavePeriod, WeeklyHours, WeeklyPattern

pytestmark = pytest.mark.django_db


def days(side: Side) -> dict[str, date | None]:
    return dict(Step.objects.filter(side=side).values_list("key", "due_on"))


def test_steps_fall_on_days_she_works(work: Work) -> None:
    """Tuesdays and Thursdays, and leave in the second week."""
    pattern = WeeklyPattern.objects.create(person=work.noor)
    for weekday in (1, 3):
        WeeklyHours.objects.create(pattern=pattern, weekday=weekday, start="09:00", end="17:00")
    LeavePeriod.objects.create(person=work.noor, first=date(2026, 12, 7), last=date(2026, 12, 13))

    side = begun(work.template, work.noor, work.ines, unit=work.team)

    assert days(side) == {
        "welcome": date(2026, 12, 1),
        "talk": date(2026, 12, 17),  # the 3rd, then the 15th and 17th
        "look-back": date(2026, 12, 1),
    }


def test_a_promise_is_looked_at_month_by_month(work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)

    months = list(Term.objects.filter(promise__side=side).values_list("starts_on", "ends_on"))

    assert months[0] == (date(2026, 12, 1), date(2026, 12, 31))
    assert [start for start, _end in months] == [
        date(2026, 12, 1),
        date(2027, 1, 1),
        date(2027, 2, 1),
    ]
    assert all(end + timedelta(days=1) == start for (_s, end), (start, _e) in pairwise(months))


def test_dates_that_contradict_begin_nothing(work: Work) -> None:
    template = a_template(work.organisation, work.ines, a_body(anchors=["placement", "first_day"]))

    with pytest.raises(Refused, match="spreken elkaar tegen"):
        begun(template, work.noor, work.ines, placement=FIRST_DAY, first_day=date(2026, 1, 5))
    with pytest.raises(Refused, match="ontbreekt een datum"):
        begun(template, work.noor, work.ines, placement=FIRST_DAY)

    assert not Path.objects.exists()


def test_only_the_desk_begins_and_only_for_its_starters(work: Work, stranger: Any) -> None:
    with pytest.raises(Refused, match="Alleen een coördinator"):
        begun(work.template, work.noor, work.fatima, unit=work.team)
    with pytest.raises(Refused, match="geen starter"):
        beginning.begin(work.template, stranger, {"first_day": FIRST_DAY}, unit=None, by=work.ines)
    begun(work.template, work.noor, work.ines, unit=work.team)
    with pytest.raises(Refused, match="heeft hier al een traject"):
        begun(work.template, work.noor, work.ines, unit=work.team)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"steps": [a_step("a", who=["supervisor"])]}, "rol “supervisor”"),
        ({"steps": [a_step("a", phase="gone")]}, "geen fase “gone”"),
        ({"steps": [a_step("a", card="no-card")]}, "no-card"),
        (
            {
                "steps": [
                    a_step("a", when={"unit": "days", "number": 1, "after": "b"}),
                    a_step("b", when={"unit": "days", "number": 1, "after": "a"}),
                ]
            },
            "a → b",
        ),
        ({"steps": [a_step("a", when={"unit": "days", "number": 1})]}, "een van beide"),
        ({"steps": [a_step("a"), a_step("a")]}, "twee keer"),
        ({"promises": [a_promise("p", from_month=4, to_month=2)]}, "laatste maand"),
        ({"promises": [a_promise("p", owner="starter")]}, "van de organisatie"),
        ({"promises": [a_promise("p", measure="yes")]}, "getal"),
    ],
)
def test_a_template_that_cannot_be_is_refused_whole(
    work: Work, wrong: dict[str, Any], sentence: str
) -> None:
    before = work.template.version_id
    templates.change(work.template, a_body(**wrong), by=work.ines)

    with pytest.raises(WrongError) as refused:
        templates.publish(work.template, by=work.ines)

    assert any(sentence in str(one.sentence) for one in refused.value.problems)
    work.template.refresh_from_db()
    assert work.template.version_id == before
    assert work.template.draft is not None  # what was typed is not lost


def test_a_newer_version_waits_until_noor_takes_it(work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    steps.mark_done(Step.objects.get(side=side, key="welcome"), by=work.fatima)
    body = a_body(steps=[a_step("talk", who=["starter"]), a_step("new")])
    templates.change(work.template, body, by=work.ines)
    templates.publish(work.template, by=work.ines)

    assert templates.offer(work.template, by=work.ines) == 1

    side.refresh_from_db()
    assert set(days(side)) == {"welcome", "talk", "look-back"}
    with pytest.raises(Refused, match="Alleen wie het traject loopt"):
        moving.take(side, by=work.ines)

    moving.take(side, by=work.noor)

    side.refresh_from_db()
    assert side.version == work.template.version
    assert side.offered is None
    assert set(days(side)) == {"welcome", "talk", "new"}  # what was done stays
    talk = Step.objects.get(side=side, key="talk")
    assert list(talk.roles.values_list("role", flat=True)) == ["starter"]


def test_months_that_were_spoken_of_stay_as_they_are(work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team, first_day=date(2026, 10, 5))
    first = Term.objects.filter(promise__side=side).first()
    assert first is not None
    Tick.objects.create(term=first, whose="starter", word="not_kept", by=work.noor)
    templates.change(work.template, a_body(promises=[]), by=work.ines)
    templates.publish(work.template, by=work.ines)
    templates.offer(work.template, by=work.ines)

    side.refresh_from_db()
    moving.take(side, by=work.noor)

    assert Tick.objects.filter(term=first).exists()
    assert Promise.objects.filter(side=side).count() == 1


def test_noor_may_stay_as_she_is(work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    templates.change(work.template, a_body(steps=[a_step("new")]), by=work.ines)
    templates.publish(work.template, by=work.ines)
    templates.offer(work.template, by=work.ines)
    side.refresh_from_db()

    moving.leave(side, by=work.noor)

    side.refresh_from_db()
    assert side.offered is None
    assert side.version != work.template.version


def test_the_same_words_are_no_new_version(work: Work) -> None:
    templates.change(work.template, a_body(), by=work.ines)
    templates.publish(work.template, by=work.ines)

    work.template.refresh_from_db()
    assert work.template.number == 1
    assert work.template.draft is None


def test_who_has_no_part_in_a_step_does_not_mark_it(work: Work, stranger: Any) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    talk = Step.objects.get(side=side, key="talk")

    with pytest.raises(Refused, match="Alleen wie deze stap doet"):
        steps.mark_done(talk, by=work.fatima)
    with pytest.raises(Refused, match="Die dag moet nog komen"):
        steps.mark_done(talk, by=work.sam, on=date(2099, 1, 1))
    steps.mark_done(talk, by=work.sam)
    talk.refresh_from_db()
    assert talk.done_by == work.sam
    steps.reopen(talk, by=work.noor)
    talk.refresh_from_db()
    assert talk.done_on is None
    beginning.end(side, by=work.ines)
    with pytest.raises(Refused, match="afgesloten"):
        steps.mark_done(talk, by=work.sam)


def test_a_side_that_ended_on_its_first_day_may_be_begun_again(work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    beginning.end(side, by=work.ines)

    assert begun(work.template, work.noor, work.ines, unit=work.team).path == side.path
    with pytest.raises(Refused, match="al afgesloten"):
        beginning.end(side, by=work.ines)


keys = some.text("abcdef", min_size=1, max_size=1)


@given(some.dictionaries(keys, some.none() | keys))
def test_a_loop_is_found_exactly_when_there_is_one(after: dict[str, str | None]) -> None:
    loop = a_loop_in(after)

    if loop:
        assert all(after[one] == other for one, other in pairwise([*loop, loop[0]]))
    else:  # everybody comes to an end
        for start in after:
            walked, one = 0, after.get(start)
            while one is not None and walked <= len(after):
                walked, one = walked + 1, after.get(one)
            assert walked <= len(after)


@given(
    some.lists(
        some.tuples(some.integers(0, 40), some.sampled_from(["working_days", "days", "weeks"])),
        min_size=1,
        max_size=8,
    ),
    some.sets(some.integers(0, 6), min_size=1),
)
def test_each_step_falls_on_a_day_of_work_and_not_before_what_it_follows(
    chain: list[tuple[int, str]], weekdays: set[int]
) -> None:
    said = [
        a_step(str(place), when={"unit": unit, "number": number, **_from(place)})
        for place, (number, unit) in enumerate(chain)
    ]
    template = Reader().read(PathTemplate, a_body(steps=said, promises=[]))

    found = days_of(template, {"first_day": FIRST_DAY}, lambda day: day.weekday() in weekdays)

    in_order = [found[str(place)] for place in range(len(chain))]
    assert all(one is not None and one.weekday() in weekdays for one in in_order)
    assert all(one <= other for one, other in pairwise(in_order) if one and other)


def _from(place: int) -> dict[str, str]:
    return {"after": str(place - 1)} if place else {"anchor": "first_day"}
