"""Rows of steps and promises for a side, as its template and dates have them. Writes nothing."""

from collections.abc import Iterator, Mapping
from datetime import date

from hartlijn.paths.days.schedule import Anchors, months_of
from hartlijn.paths.definitions import PathTemplate
from hartlijn.paths.models import Promise, Side, Step, StepRole, Term


def steps(
    side: Side, template: PathTemplate, days: Mapping[str, date | None]
) -> Iterator[tuple[Step, list[StepRole]]]:
    """Each step with its roles, in the order of the template."""
    for place, one in enumerate(template.steps):
        step = Step(
            side=side,
            key=one.key,
            kind=one.kind,
            place=place,
            due_on=days[one.key],
            is_of_organisation=any(role != "starter" for role in one.who),
            is_for_both=one.seen_by == "both",
        )
        yield step, [StepRole(step=step, role=role) for role in one.who]


def promises(
    side: Side, template: PathTemplate, anchors: Anchors
) -> Iterator[tuple[Promise, list[Term]]]:
    """Each promise with its months."""
    for place, one in enumerate(template.promises):
        promise = Promise(
            side=side,
            key=one.key,
            kind=one.kind,
            owner=one.owner,
            measure=one.measure,
            amount=one.amount,
            place=place,
        )
        months = months_of(one, anchors)
        yield promise, [Term(promise=promise, starts_on=a, ends_on=b) for a, b in months]
