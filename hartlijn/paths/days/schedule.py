"""On which day each step of a template falls, for one person. Pure: no database, no clock."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.paths.days.working_days import Works, months_from, nth_working_day, on_or_after
from hartlijn.paths.definitions import PathTemplate, Promise, Step, When

Anchors = Mapping[str, date]


def may_hang_on(template: PathTemplate, anchors: Anchors) -> Verdict:
    """Whether these dates fit the template: all there, and in its order."""
    if missing := [one for one in template.anchors if one not in anchors]:
        del missing
        return no(_("Er ontbreekt een datum. Vul ze allemaal in, dan kunnen we de dagen bepalen."))
    days = [anchors[one] for one in template.anchors]
    if days != sorted(days):
        return no(_("Deze datums spreken elkaar tegen. Zet ze in de volgorde van het traject."))
    return YES


def days_of(template: PathTemplate, anchors: Anchors, works: Works) -> dict[str, date | None]:
    """The day of each step by its key; None while somebody's times leave it unknown.

    Whatever is counted, a step falls on a day its person works: the first one from there on.
    """
    found: dict[str, date | None] = {}
    for step in _in_order(template.steps):
        start = found[step.when.after] if step.when.after else anchors[str(step.when.anchor)]
        found[step.key] = _day(start, step.when, works) if start else None
    return found


def months_of(promise: Promise, anchors: Anchors) -> Iterator[tuple[date, date]]:
    """The stretches over which a promise is looked at: month by month, the last day included."""
    start = anchors[promise.anchor]
    for number in range(promise.from_month - 1, promise.to_month):
        yield (
            months_from(start, number),
            months_from(start, number + 1) - timedelta(days=1),
        )


def _day(start: date, when: When, works: Works) -> date | None:
    if when.unit == "working_days":
        return nth_working_day(start, when.number, works)
    if when.unit == "months":
        return on_or_after(months_from(start, when.number), works)
    days = when.number * (7 if when.unit == "weeks" else 1)
    return on_or_after(start + timedelta(days=days), works)


def _in_order(steps: Iterable[Step]) -> Iterator[Step]:
    """Each step after the one it comes after; a template has no loops."""
    waiting = list(steps)
    done: set[str] = set()
    while waiting:
        ready = [one for one in waiting if one.when.after is None or one.when.after in done]
        if not ready:
            raise ValueError("A template with a loop was never to be used.")
        yield from ready
        done.update(one.key for one in ready)
        waiting = [one for one in waiting if one.key not in done]
