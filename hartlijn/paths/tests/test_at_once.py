"""Two browsers at the same instant: one thing happens, the other reads a sentence."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.paths.actions import handing_over, moving, promises, templates
from hartlijn.paths.models import Change, HandOver, Promise, Side, Step, Term, Tick
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_promise, a_step, begun, given
from hartlijn.people.models import Organisation, Person, Role
from hartlijn.people.tests.factories import a_place, an_organisation
from hartlijn.people.tests.test_invitations import at_the_same_time

# On SQLite in memory writers share one connection, so there is no "at once" to test.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]
TIMES = 3


@pytest.fixture
def side(work: Work) -> Side:
    """Noor began ten days ago."""
    day = civil_day() - timedelta(days=10)
    return begun(work.template, work.noor, work.ines, unit=work.team, first_day=day)


def posting(
    who: Person, codes: list[int], name: str, *args: object, **said: str
) -> Callable[[], None]:
    """A browser of somebody that posts when it is told to."""
    client = Client()
    client.force_login(who)
    address = reverse(f"paths:{name}", args=args)
    return lambda: codes.append(client.post(address, said).status_code)


def test_a_tick_and_other_dates_at_once_leave_the_tick_or_say_so(work: Work, side: Side) -> None:
    for time in range(TIMES):
        first = Term.objects.filter(promise__side=side).order_by("starts_on")[0]
        Tick.objects.all().delete()
        codes: list[int] = []
        day = civil_day() - timedelta(days=11 + time)

        at_the_same_time(
            posting(work.noor, codes, "promise_tick", first.pk, word="late"),
            partial(moving.set_dates, side, {"first_day": day}, by=work.ines),
        )

        assert codes[0] in {HTTPStatus.FOUND, HTTPStatus.NOT_FOUND}
        assert Tick.objects.filter(term__promise__side=side).count() <= 1
        assert side.dates() == {"first_day": day}


def test_sent_together_while_the_dates_move_all_of_it_stands_or_nothing(
    work: Work, side: Side
) -> None:
    for time in range(TIMES):
        Tick.objects.all().delete()
        terms = Term.objects.filter(promise__side=side, starts_on__lte=civil_day())
        said = {f"word-{one.pk}": "late" for one in terms}
        codes: list[int] = []
        day = civil_day() - timedelta(days=40 + 2 * time)

        at_the_same_time(
            posting(work.noor, codes, "ticks_send", **said),
            partial(moving.set_dates, side, {"first_day": day}, by=work.ines),
        )

        assert codes == [HTTPStatus.FOUND]
        assert Tick.objects.count() in {0, len(said)}
        assert side.dates() == {"first_day": day}


def test_a_step_that_goes_with_a_newer_version_while_sam_does_it_ends_in_an_answer(
    work: Work, side: Side
) -> None:
    for time in range(TIMES):
        key = f"walk-{time}"
        _newer(work, side, a_step(key))
        moving.take(side, by=work.noor)
        step = Step.objects.get(side=side, key=key)
        _newer(work, side)
        codes: list[int] = []

        at_the_same_time(
            posting(work.sam, codes, "step_done", step.pk),
            posting(work.noor, codes, "newer_take", side.pk),
        )

        assert set(codes) <= {HTTPStatus.FOUND, HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN}
        assert Side.objects.get(pk=side.pk).offered is None


def test_of_two_who_take_a_version_at_once_each_gets_an_answer_and_it_is_taken_once(
    work: Work, side: Side
) -> None:
    for time in range(TIMES):
        _newer(work, side, a_step(f"walk-{time}"))
        codes: list[int] = []

        at_the_same_time(
            posting(work.noor, codes, "newer_take", side.pk),
            posting(work.noor, codes, "newer_take", side.pk),
            posting(work.noor, codes, "newer_leave", side.pk),
        )

        assert len(codes) == 3
        assert max(codes) < HTTPStatus.INTERNAL_SERVER_ERROR
        whole = Side.objects.get(pk=side.pk)
        assert whole.offered is None
        keys = [one["key"] for one in whole.version.body["steps"]]
        assert sorted(Step.objects.filter(side=side).values_list("key", flat=True)) == sorted(keys)


def test_agreed_and_taken_back_at_once_one_of_the_two_holds(work: Work, side: Side) -> None:
    promise = Promise.objects.get(side=side)
    month = promise.terms.order_by("starts_on")[1].starts_on
    for _time in range(TIMES):
        Change.objects.all().delete()
        said = {"reason": "Het is vakantie.", "amount": 2, "from_on": month}
        change = promises.propose(promise, by=work.sam, **said)  # type: ignore[arg-type]
        codes: list[int] = []

        at_the_same_time(
            posting(work.noor, codes, "change_agree", change.pk),
            posting(work.sam, codes, "change_withdraw", change.pk),
            posting(work.noor, codes, "change_decline", change.pk),
        )

        assert len(codes) == 3
        assert set(codes) <= {HTTPStatus.FOUND, HTTPStatus.NOT_FOUND}
        left = list(Change.objects.values_list("agreed_by", flat=True))
        assert left in ([], [work.noor.pk])


def test_two_who_propose_at_once_leave_one_proposal(work: Work, side: Side) -> None:
    promise = Promise.objects.get(side=side)
    month = str(promise.terms.order_by("starts_on")[1].starts_on)
    for _time in range(TIMES):
        Change.objects.all().delete()
        codes: list[int] = []
        said = {"reason": "Het is vakantie.", "amount": "2", "from_on": month}

        at_the_same_time(
            posting(work.noor, codes, "promise_change", promise.pk, **said),
            posting(work.sam, codes, "promise_change", promise.pk, **said),
        )

        assert sorted(codes) == [HTTPStatus.FOUND, HTTPStatus.UNPROCESSABLE_ENTITY]
        assert Change.objects.count() == 1


def test_given_and_picked_anew_at_once_the_other_reads_one_choice(work: Work, side: Side) -> None:
    there = an_organisation("Juvent", Organisation.Kind.PRACTICE)
    a_place(work.noor, there, Role.STARTER)
    for _time in range(TIMES):
        HandOver.objects.all().delete()
        step = Step.objects.filter(side=side).first()
        assert step
        Step.objects.filter(pk=step.pk).update(done_on=civil_day())
        found = handing_over.prepare(side, [], "Noor luistert goed.", by=work.fatima)
        handing_over.propose(found, by=work.fatima)
        items = list(found.items.all())
        handing_over.pick(found, items, to=there, added="Dag!", by=work.noor)
        codes: list[int] = []

        def again(found: HandOver = found) -> None:
            with suppress(Refused):
                handing_over.pick(found, [], to=there, added="", by=work.noor)

        found.refresh_from_db()
        read = handing_over.as_it_reads(found)
        at_the_same_time(posting(work.noor, codes, "hand_over_give", found.pk, reading=read), again)

        held = HandOver.objects.get(pk=found.pk)
        whole = (held.added, held.items.filter(is_picked=True).count())
        assert codes[0] < HTTPStatus.INTERNAL_SERVER_ERROR
        assert (held.given_on is not None, whole) in [
            (True, ("Dag!", len(items))),
            (False, ("", 0)),
        ]


def test_accepted_and_stopped_at_once_it_stays_as_a_record_or_is_gone(
    work: Work, side: Side
) -> None:
    there = an_organisation("Juvent", Organisation.Kind.PRACTICE)
    lotte = work.sam
    a_place(lotte, there, Role.COORDINATOR)
    a_place(work.noor, there, Role.STARTER)
    for _time in range(TIMES):
        HandOver.objects.all().delete()
        found = handing_over.prepare(side, [], "Noor luistert goed.", by=work.fatima)
        handing_over.propose(found, by=work.fatima)
        handing_over.pick(found, list(found.items.all()), to=there, added="", by=work.noor)
        given(found, by=work.noor)
        codes: list[int] = []

        at_the_same_time(
            posting(lotte, codes, "hand_over_accept", found.pk),
            posting(work.noor, codes, "hand_over_stop", found.pk),
        )

        assert max(codes) < HTTPStatus.INTERNAL_SERVER_ERROR
        left = list(HandOver.objects.values_list("accepted_by", flat=True))
        assert left in ([], [lotte.pk])


def test_two_drafts_of_one_side_are_laid_before_noor_at_once_and_one_lies_there(
    work: Work, side: Side
) -> None:
    for _time in range(TIMES):
        HandOver.objects.all().delete()
        one = handing_over.prepare(side, [], "Noor luistert goed.", by=work.fatima)
        other = handing_over.prepare(side, [], "Noor vraagt door.", by=work.sam)
        codes: list[int] = []

        at_the_same_time(
            posting(work.fatima, codes, "hand_over_propose", one.pk),
            posting(work.sam, codes, "hand_over_propose", other.pk),
        )

        assert max(codes) < HTTPStatus.INTERNAL_SERVER_ERROR
        assert HandOver.objects.open().count() == 1


def _newer(work: Work, side: Side, *more: dict[str, object]) -> None:
    """Another version of the template, offered to Noor."""
    body = a_body(promises=[a_promise("weekly-talk")])
    body["steps"] = [*body["steps"], *more]
    templates.change(work.template, body, by=work.ines)
    templates.publish(work.template, by=work.ines)
    templates.offer(work.template, by=work.ines)
    assert Side.objects.filter(pk=side.pk, offered__isnull=False).exists()
