"""Noor chooses: a newer version or not, and whether her steps follow her working times."""

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.paths.actions import beginning, moving, templates
from hartlijn.paths.models import Promise, Side, Step, Term, Tick
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_promise, a_step, begun
from hartlijn.people.models import LeavePeriod

pytestmark = pytest.mark.django_db


def words(answer: Any) -> str:
    return unescape(answer.content.decode())


def an_offer(work: Work, **said: Any) -> Side:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    templates.change(work.template, a_body(**said), by=work.ines)
    templates.publish(work.template, by=work.ines)
    templates.offer(work.template, by=work.ines)
    side.refresh_from_db()
    return side


def page(name: str, side: Side) -> str:
    return reverse(f"paths:{name}", args=[side.pk])


def test_noor_reads_what_would_change_and_takes_it(as_: SignIn, work: Work) -> None:
    later = {"unit": "weeks", "number": 2, "anchor": "first_day"}
    side = an_offer(work, steps=[a_step("talk", when=later), a_step("Samen eten")])
    shown = words(as_(work.noor).get(page("newer", side)))
    assert "Stap ‘Samen eten’" in shown
    assert "was: 3 werkdagen na na" not in shown
    assert "3 werkdagen na ‘welcome’" in shown
    assert "wordt: 2 weken na de eerste werkdag" in shown
    assert "wordt: 15 december 2026" in shown

    answer = as_(work.noor).post(page("newer_take", side), follow=True)

    assert "loopt nu met de nieuwe versie" in words(answer)
    side.refresh_from_db()
    assert side.version == work.template.version
    again = as_(work.noor).post(page("newer_take", side), follow=True)
    assert "geen nieuwe versie" in words(again)


def test_noor_finds_the_choice_beside_what_was_promised(as_: SignIn, work: Work) -> None:
    side = an_offer(work, steps=[a_step("talk")])
    there = reverse("paths:promises")

    shown = words(as_(work.noor).get(there))

    assert page("newer", side) in shown
    assert page("side_days", side) in words(as_(work.noor).get(reverse("paths:path")))
    assert page("newer", side) not in words(as_(work.sam).get(there))


def test_noor_leaves_it_and_nobody_else_chooses(as_: SignIn, work: Work) -> None:
    side = an_offer(work, steps=[a_step("talk")])
    for somebody in (work.ines, work.fatima, work.sam):
        assert as_(somebody).get(page("newer", side)).status_code == 404
        assert as_(somebody).post(page("newer_take", side)).status_code == 404
        assert as_(somebody).post(page("newer_leave", side)).status_code == 404
        assert as_(somebody).post(page("side_days", side)).status_code == 404
        with pytest.raises(Refused, match="wie het traject loopt"):
            moving.recount(side, by=somebody)

    as_(work.noor).post(page("newer_leave", side))
    as_(work.noor).post(page("newer_leave", side))

    side.refresh_from_db()
    assert side.offered is None
    assert side.version != work.template.version


def test_open_steps_move_along_with_her_leave_when_she_asks(as_: SignIn, work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    Step.objects.filter(side=side, key="welcome").update(done_on=date(2026, 11, 20))
    LeavePeriod.objects.create(person=work.noor, first=date(2026, 12, 1), last=date(2026, 12, 6))
    shown = words(as_(work.noor).get(page("side_days", side)))
    assert "was: 1 december 2026" in shown
    assert "wordt: 7 december 2026" in shown

    answer = as_(work.noor).post(page("side_days", side), follow=True)

    days = dict(Step.objects.filter(side=side).values_list("key", "due_on"))
    assert days == {
        "welcome": date(2026, 12, 1),  # done: it keeps its day
        "talk": date(2026, 12, 10),
        "look-back": date(2026, 12, 7),
    }
    assert "staan al op dagen dat je werkt" in words(answer)


def test_an_offer_stays_when_her_steps_move_along(as_: SignIn, work: Work) -> None:
    side = an_offer(work, steps=[a_step("talk")])

    as_(work.noor).post(page("side_days", side))

    side.refresh_from_db()
    assert side.offered == work.template.version


def test_of_what_is_over_nothing_moves(as_: SignIn, work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    beginning.end(side, by=work.ines)

    assert "staan al op dagen" in words(as_(work.noor).get(page("side_days", side)))
    side.refresh_from_db()
    with pytest.raises(Refused, match="afgesloten"):
        moving.recount(side, by=work.noor)
    with pytest.raises(Refused, match="afgesloten"):
        moving.set_dates(side, {"first_day": date(2026, 12, 7)}, by=work.ines)


def test_a_new_promise_makes_no_months_that_are_over(work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team, first_day=date(2026, 9, 1))
    promises = [a_promise("weekly-talk"), a_promise("time", from_month=1, to_month=6)]
    templates.change(work.template, a_body(promises=promises), by=work.ines)
    templates.publish(work.template, by=work.ines)
    templates.offer(work.template, by=work.ines)
    side.refresh_from_db()

    moving.take(side, by=work.noor)

    new = Term.objects.filter(promise__side=side, promise__key="time")
    assert new.earliest("starts_on").starts_on == date(2026, 11, 1)
    assert new.count() == 4


def test_other_dates_move_what_is_open_and_what_nobody_spoke_of(work: Work) -> None:
    side = begun(work.template, work.noor, work.ines, unit=work.team, first_day=date(2026, 9, 1))
    spoken = Term.objects.filter(promise__side=side).first()
    assert spoken is not None
    Tick.objects.create(term=spoken, whose="starter", word="kept", by=work.noor)

    moving.set_dates(side, {"first_day": date(2026, 9, 21)}, by=work.ines)

    months = list(Term.objects.filter(promise__side=side).values_list("starts_on", flat=True))
    assert months == [date(2026, 9, 1), date(2026, 10, 21), date(2026, 11, 21)]
    assert Promise.objects.filter(side=side).count() == 1
    welcome = Step.objects.get(side=side, key="welcome")
    assert welcome.due_on == date(2026, 9, 21)
    with pytest.raises(Refused, match="ontbreekt een datum"):
        moving.set_dates(side, {}, by=work.ines)
    with pytest.raises(Refused, match="Alleen een coördinator"):
        moving.set_dates(side, {"first_day": date(2026, 9, 1)}, by=work.fatima)


@pytest.mark.parametrize("many", [3, 60])
def test_taking_a_version_asks_the_same_of_many_steps(work: Work, many: int) -> None:
    steps = [a_step(f"s{number}") for number in range(many)]
    side = an_offer(work, steps=steps, promises=[a_promise(f"p{n}") for n in range(many // 3)])

    with CaptureQueriesContext(connection) as queries:
        moving.take(side, by=work.noor)

    assert len(queries) <= 45
