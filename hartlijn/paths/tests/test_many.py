"""Many paths at once: pages that ask no more for it, and moves that are whole or not there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import SignIn
from hartlijn.paths import words
from hartlijn.paths.actions import moving, templates
from hartlijn.paths.models import Promise, Side, Step, StepRole, Term
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_promise, a_step, begun
from hartlijn.people.tests.factories import a_person

pytestmark = pytest.mark.django_db
NEWER: dict[str, Any] = {
    "steps": [a_step("talk", who=["buddy", "starter"]), a_step("eat-together")],
    "promises": [a_promise("monthly-talk", amount=4, owner="team_leader")],
}


class BrokenOffError(Exception):
    """The program stopped in the middle."""


@contextmanager
def stopping_at(statement: int) -> Iterator[None]:
    """Stop before this statement to the database, counted from nought."""
    seen = 0

    def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        nonlocal seen
        if "SAVEPOINT" not in sql:
            if seen == statement:
                raise BrokenOffError
            seen += 1
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        yield


def starters(work: Work, number: int) -> list[Side]:
    """So many people on the same path, on the same days."""
    people = [a_person(f"Starter {n}") for n in range(number)]
    return [begun(work.template, one, work.ines, unit=work.team) for one in people]


def renewed(work: Work) -> None:
    """A version of which every part differs."""
    templates.change(work.template, a_body(**NEWER), by=work.ines)
    templates.publish(work.template, by=work.ines)


def whole(side: Side) -> list[Any]:
    """Everything that stands on a side."""
    parts = (
        Side.objects.filter(pk=side.pk).values_list("version", "offered"),
        Step.objects.filter(side=side).values_list("key", "kind", "place", "due_on", "done_on"),
        StepRole.objects.filter(step__side=side).values_list("step__key", "role"),
        Promise.objects.filter(side=side).values_list("key", "kind", "owner", "amount", "place"),
        Term.objects.filter(promise__side=side).values_list("promise__key", "starts_on", "ends_on"),
    )
    return [sorted(found, key=str) for found in parts]


def asked(as_: SignIn, work: Work, name: str, pk: Any) -> int:
    """How often a page asks the database, opened for the second time."""
    page, desk = reverse(f"paths:{name}", args=[pk]), as_(work.ines)
    desk.get(page)
    with CaptureQueriesContext(connection) as queries:
        assert desk.get(page).status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", ["organisation", "template", "template_offer", "board"])
def test_a_page_of_the_desk_asks_the_same_of_many_paths(as_: SignIn, work: Work, name: str) -> None:
    of_template = name.startswith("template")
    pk = work.template.pk if of_template else work.organisation.pk
    starters(work, 1)
    renewed(work)
    starters(work, 1)
    few = asked(as_, work, name, pk)

    starters(work, 6)

    assert asked(as_, work, name, pk) == few


def test_the_title_of_a_version_is_read_once(work: Work) -> None:
    hashes = [side.version_id for side in starters(work, 3)]
    words._read.clear()  # noqa: SLF001 - as in a program that just began
    with CaptureQueriesContext(connection) as first:
        assert words.titles_of(hashes) == {hashes[0]: "Beginnen"}
    with CaptureQueriesContext(connection) as again:
        words.titles_of(hashes)

    assert (len(first), len(again)) == (1, 0)


def test_an_offer_that_is_broken_off_was_made_to_nobody(work: Work) -> None:
    starters(work, 3)
    renewed(work)

    for statement in range(10):
        try:
            with stopping_at(statement):
                templates.offer(work.template, by=work.ines)
        except BrokenOffError:
            assert not Side.objects.exclude(offered=None).exists()
        else:
            break

    assert statement >= 1
    assert Side.objects.filter(offered=work.template.version).count() == 3


def test_a_move_that_is_broken_off_anywhere_has_not_begun_and_can_be_done_again(
    work: Work,
) -> None:
    sides = starters(work, 4)
    renewed(work)
    templates.offer(work.template, by=work.ines)
    before = whole(sides[0])
    moving.take(sides[1], by=sides[1].path.starter)

    for statement in range(100):
        try:
            with stopping_at(statement):
                moving.take(sides[0], by=sides[0].path.starter)
        except BrokenOffError:
            assert whole(sides[0]) == before
        else:
            break

    assert statement > 20
    assert whole(sides[0]) == whole(sides[1])
    assert [whole(one) for one in sides[2:]] == [before, before]  # they did not choose yet
    for one in sides[2:]:
        moving.take(one, by=one.path.starter)
    assert all(whole(one) == whole(sides[1]) for one in sides)
