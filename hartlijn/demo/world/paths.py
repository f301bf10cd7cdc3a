"""Paths of everybody who starts at De Vuurtoren, and of the school beside that of Noor.

In Goes what was promised happens late: that is what its board will tell, and of nobody.
"""

import operator
from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from random import Random
from typing import Any, Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world import handing, meeting
from hartlijn.demo.world.draft import Draft
from hartlijn.demo.world.inhabitants import DELTA
from hartlijn.demo.world.places import LIGHTHOUSE, Place
from hartlijn.library import shelf
from hartlijn.library.canonical import digest
from hartlijn.library.models import Version
from hartlijn.paths import laying_out
from hartlijn.paths.days.schedule import days_of
from hartlijn.paths.definitions import PathTemplate
from hartlijn.paths.evaluations import questions
from hartlijn.paths.models import (
    Anchor,
    Change,
    Evaluation,
    Path,
    Promise,
    Side,
    Step,
    Template,
    TemplateVersion,
    Term,
    Tick,
)
from hartlijn.people.models import Membership, Person, Role

FRIDAY: Final = 4
LATE_IN: Final = "Goes"
NOOR: Final = "noor"
OFTEN: Final = 0.95


def walk(draft: Draft) -> None:
    """The templates, the sides of the starters, and what was done and said by now."""
    version = _template(draft, LIGHTHOUSE, "first-years", "ines")
    placement = _template(draft, LIGHTHOUSE, "work-placement", "ines")
    school = _template(draft, DELTA, "school-placement", "lotte")
    for key, place in _starters(draft):
        side = _side(draft, key, place, version, {"first_day": place.starts_on})
        _tell(draft, key, side)
    for key, place in _students(draft):
        side = _side(draft, key, place, placement, {"placement": place.starts_on})
        _tell(draft, key, side)
    here, there = draft.places[NOOR, LIGHTHOUSE.key], draft.places[NOOR, DELTA.key]
    side = _side(draft, NOOR, here, placement, {"placement": here.starts_on})
    _tell(draft, NOOR, side)
    _made_anew(draft, side)
    days = {"placement": here.starts_on, "graduation": draft.days_ago(-150)}
    at_school = _side(draft, NOOR, there, school, days)
    _tell(draft, NOOR, at_school)
    handing.hand_over(draft, at_school)
    meeting.meet(draft, at_school, side)


def _starters(draft: Draft) -> Iterator[tuple[str, Membership]]:
    """Who starts at De Vuurtoren now, and is there to stay."""
    return ((key, place) for key, place in _there_now(draft) if place.ends_on is None)


def _students(draft: Draft) -> Iterator[tuple[str, Membership]]:
    """Who is there for a placement, but for Noor: hers has a school beside it."""
    return ((key, place) for key, place in _there_now(draft) if place.ends_on and key != NOOR)


def _there_now(draft: Draft) -> Iterator[tuple[str, Membership]]:
    for (key, at), place in list(draft.places.items()):
        ends = place.ends_on or date.max
        runs = place.starts_on <= draft.today < ends
        if at == LIGHTHOUSE.key and place.role == Role.STARTER and runs:
            yield key, place


def _template(draft: Draft, place: Place, shipped: str, by: str) -> Template:
    """A shipped template that the organisation took over."""
    pk = identity("template", place.key, shipped)
    key, body = f"own-{pk.hex}", dict(shelf.get("path", shipped).body)
    hash_ = digest("path", key, body)
    begun = draft.days_ago(600)
    version = draft.add(Version(hash=hash_, kind="path", key=key, body=body, first_used_on=begun))
    template = Template(
        pk=pk,
        organisation=draft.organisations[place.key],
        shipped_key=shipped,
        version=version,
        number=1,
    )
    draft.add(template)
    draft.add(
        TemplateVersion(
            pk=identity("template", place.key, shipped, 1),
            template=template,
            number=1,
            version=version,
            made_by=draft.people[by],
            made_on=begun,
        )
    )
    return template


def _path(draft: Draft, key: str, begun: date) -> Path:
    pk = identity("path", key)
    for one in draft.rows.get(Path, ()):
        if one.pk == pk:
            assert isinstance(one, Path)  # noqa: S101 - tells the type checker
            return one
    path = draft.add(Path(pk=pk, starter=draft.people[key], begun_on=begun))
    assert isinstance(path, Path)  # noqa: S101 - tells the type checker
    return path


def _side(
    draft: Draft, key: str, place: Membership, template: Template, days: dict[str, date]
) -> Side:
    """A side with everything on it, on weekdays."""
    whole = shelf.get("path", template.shipped_key).content
    assert isinstance(whole, PathTemplate)  # noqa: S101 - tells the type checker
    name = (key, str(place.organisation_id))
    side = Side(
        pk=identity("side", *name),
        path=_path(draft, key, place.starts_on),
        organisation=place.organisation,
        unit=place.unit,
        template=template,
        version=template.version,
        begun_on=place.starts_on,
    )
    draft.add(side)
    for anchor, day in days.items():
        draft.add(Anchor(pk=identity("anchor", *name, anchor), side=side, name=anchor, day=day))
    fall = days_of(whole, days, lambda day: day.weekday() <= FRIDAY)
    for step, roles in laying_out.steps(side, whole, fall):
        step.pk = identity("step", *name, step.key)
        draft.add(step)
        for role in roles:
            role.step = step  # under the id it has now
            draft.add(role)
    for promise, terms in laying_out.promises(side, whole, days):
        promise.pk = identity("promise", *name, promise.key)
        draft.add(promise)
        for number, term in enumerate(terms):
            term.pk, term.promise = identity("term", *name, promise.key, number), promise
            draft.add(term)
    return side


def _tell(draft: Draft, key: str, side: Side) -> None:
    """What is over was mostly done; of months that are over most was said."""
    late = (
        side.unit is not None
        and side.unit.parent is not None
        and (side.unit.parent.name == LATE_IN)
    )
    done = 0.55 if late else 0.9
    leader = _leader(draft, side)
    for step in _of_side(draft, Step, side):
        if step.due_on and step.due_on < draft.today and _luck(step.pk).random() < done:
            step.done_on, step.done_by = step.due_on, leader or draft.people[key]
    _answer(draft, side, late=late)
    words = [*["late"] * 5, "not_kept", "kept"] if late else [*["kept"] * 5, "late"]
    for term in _of_side(draft, Term, side):
        if term.ends_on >= draft.today:
            continue
        for whose, by in (("starter", draft.people[key]), ("organisation", leader)):
            luck = _luck(term.pk, whose)
            if luck.random() < OFTEN:
                draft.add(
                    Tick(
                        pk=identity("tick", term.pk, whose),
                        term=term,
                        whose=whose,
                        word=luck.choice(words),
                        by=by,
                        sent_on=min(draft.today, draft.monday((term.ends_on - draft.today).days)),
                    )
                )


def _answer(draft: Draft, side: Side, *, late: bool) -> None:
    """At moments that went by most answered: a word on each question."""
    for step in _of_side(draft, Step, side):
        if step.kind != "evaluation" or not step.due_on or step.due_on >= draft.today:
            continue
        for question in questions():
            luck = _luck(step.pk, question.key)
            best, middle, worst = (word for word, _said in question.words)
            if luck.random() < OFTEN:
                draft.add(
                    Evaluation(
                        pk=identity("evaluation", step.pk, question.key),
                        side=side,
                        moment=step.key,
                        question=question.key,
                        word=luck.choice((worst, worst, middle) if late else (best, best, middle)),
                        said_on=step.due_on,
                    )
                )


def _of_side(draft: Draft, model: Any, side: Side) -> list[Any]:
    """The steps or terms of a side that was laid out last: they are the last of their rows."""
    rows = reversed(draft.rows[model])
    home = operator.attrgetter("side_id" if model is Step else "promise.side_id")
    return list(takewhile(lambda one: home(one) == side.pk, rows))[::-1]


def _luck(*names: object) -> Random:
    """Of one thing alone: how many months passed differs by the day the world is made."""
    return Random(str(names))  # noqa: S311 - a story, no secret


def _leader(draft: Draft, side: Side) -> Person | None:
    found = (
        one.person
        for one in draft.places.values()
        if one.unit_id == side.unit_id and one.role in {Role.TEAM_LEADER, Role.TEACHER}
    )
    return next(found, None)


def _made_anew(draft: Draft, side: Side) -> None:
    """The weekly talk of Noor is every two weeks for a while, as both agreed."""
    promise = next(
        one for one in draft.rows[Promise]
        if one.side_id == side.pk and one.key == "weekly-talk"
    )  # fmt: skip
    term = max(
        (
            one
            for one in draft.rows[Term]
            if one.promise == promise and one.starts_on <= draft.today
        ),
        key=lambda one: one.starts_on,
    )
    draft.add(
        Change(
            pk=identity("change", promise.pk),
            promise=promise,
            reason="Sam is drie weken met vakantie. Fatima neemt één gesprek over.",
            amount=2,
            from_on=term.starts_on,
            proposed_by=draft.people["sam"],
            proposed_as="organisation",
            proposed_on=draft.days_ago(20),
            agreed_by=draft.people[NOOR],
            agreed_on=draft.days_ago(18),
        )
    )
