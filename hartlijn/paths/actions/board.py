"""Freeze a month of an organisation: what was promised and done, by location and kind.

A month of a promise is looked at in the month that holds its last day, when that falls before
the fifteenth, and otherwise in the next. So everybody had two weeks to say how it went.

What starters answered at their fixed moments counts by quarter: few have such a moment in one
month. A quarter is counted once, and stands the same on the boards of the months after it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.board_figures import Seen, counted
from hartlijn.paths.days.working_days import months_from
from hartlijn.paths.evaluations import questions
from hartlijn.paths.models import Evaluation, Release, Side, Step, Tick
from hartlijn.paths.telling.vocabulary import PROMISE_KINDS, STEP_KINDS
from hartlijn.people.models import Organisation, Unit

FIFTEENTH: Final = 15
QUARTER: Final = 3
PATIENCE: Final = timedelta(days=7)
"""A step that was done within a week of its day is not called late."""
WORDS: Final = (Tick.Word.KEPT, Tick.Word.LATE)


def month_before(day: date) -> date:
    """The first day of the month that ended last."""
    return months_from(day.replace(day=1), -1)


def stretch_of(month: date) -> tuple[date, date]:
    """The days a month looks at, the last one included."""
    last = month.replace(day=FIFTEENTH)
    return months_from(last, -1), last - timedelta(days=1)


def quarter_of(month: date) -> tuple[date, date]:
    """The quarter that had ended when this month ended: its first day and its last."""
    after = months_from(month, 1 - month.month % QUARTER)
    return months_from(after, -QUARTER), after - timedelta(days=1)


def freeze_all() -> int:
    """Freeze the month that ended last for every organisation that has none yet of it."""
    month = month_before(civil_day())
    frozen = Release.objects.filter(month=month)
    with_paths = Organisation.objects.filter(pk__in=Side.objects.values("organisation"))
    waiting = list(with_paths.exclude(pk__in=frozen.values("organisation")))
    for organisation in waiting:
        freeze(organisation, month)
    return len(waiting)


@transaction.atomic
def freeze(organisation: Organisation, month: date) -> Release:
    """Keep what may be said of a month; asked again it stays as it was."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    there = Release.objects.filter(organisation=organisation, month=month).first()
    if there is not None:
        return there
    body = body_of(organisation, month)
    body["evaluations"] = _counted_before(organisation, body) or body["evaluations"]
    return Release.objects.create(organisation=organisation, month=month, body=body)


def _counted_before(organisation: Organisation, body: dict[str, Any]) -> Any:
    """The quarter as an earlier month froze it: a word may be chosen anew for a while."""
    first = body["evaluations"]["first"]
    before = Release.objects.filter(organisation=organisation, body__evaluations__first=first)
    return before.values_list("body__evaluations", flat=True).first()


def body_of(organisation: Organisation, month: date) -> dict[str, Any]:
    """What may be said of a month of an organisation, as it is kept."""
    first, last = stretch_of(month)
    locations = _Locations.of(organisation)
    names = locations.names
    ticks = counted(_ticks(organisation, first, last, locations), list(names))
    steps = counted(_steps(organisation, first, last, locations), list(names))
    spoken = [(whose, word) for whose in ("organisation", "starter") for word in WORDS]
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "locations": [{"id": pk, "name": name} for pk, name in names.items()],
        "promises": [
            {"kind": kind, "whose": whose, "word": word.value}
            | ticks.released((kind, whose, word.value))
            for kind in PROMISE_KINDS
            for whose, word in spoken
        ],
        "together": [
            {"whose": whose, "word": word.value}
            | ticks.over([(kind, whose, word.value) for kind in PROMISE_KINDS])
            for whose, word in spoken
        ],
        "steps": [{"kind": kind} | steps.released((kind,)) for kind in STEP_KINDS],
        "steps_together": steps.over([(kind,) for kind in STEP_KINDS]),
        "evaluations": _evaluations(organisation, month, locations),
    }


def _evaluations(
    organisation: Organisation, month: date, locations: "_Locations"
) -> dict[str, Any]:
    """The answers of a quarter: of each question how many chose which of its words."""
    first, last = quarter_of(month)
    words = {one.key: [key for key, _said in one.words] for one in questions()}
    answers = counted(_answers(organisation, first, last, locations, words), [*locations.names])
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "answers": [
            {"question": question, "word": word} | answers.released((question, word))
            for question, choices in words.items()
            for word in choices
        ],
    }


@dataclass
class _Locations:
    """Which units are locations, and at which one a path counts: at one, or at none."""

    tops: dict[UUID, UUID]
    names: dict[str, str]
    of_path: dict[UUID, str | None]

    @classmethod
    def of(cls, organisation: Organisation) -> "_Locations":
        units = {one.pk: one for one in Unit.objects.filter(organisation=organisation)}
        tops = {pk: top_of(one, units).pk for pk, one in units.items()}
        highest = sorted(
            (one for one in units.values() if one.parent_id is None),
            key=lambda one: (one.name, str(one.pk)),
        )
        found = cls(tops, {str(one.pk): one.name for one in highest}, {})
        sides = Side.objects.filter(organisation=organisation).order_by("begun_on", "pk")
        for path, unit in sides.values_list("path", "unit"):
            top = tops.get(unit)  # the last side counts
            found.of_path[path] = None if top is None else str(top)
        return found


def top_of(unit: Unit, units: dict[UUID, Unit]) -> Unit:
    """The location a unit belongs to."""
    while unit.parent_id is not None:
        unit = units[unit.parent_id]
    return unit


def _ticks(
    organisation: Organisation, first: date, last: date, locations: _Locations
) -> Iterator[Seen]:
    sent = Tick.objects.filter(
        term__promise__side__organisation=organisation, term__ends_on__range=(first, last)
    ).values_list("term__promise__side__path", "term__promise__kind", "whose", "word")
    for path, kind, whose, said in sent.iterator():
        for word in WORDS:
            group = (kind, whose, word.value)
            yield Seen(group, str(path), locations.of_path[path], said == word)


def _answers(
    organisation: Organisation,
    first: date,
    last: date,
    locations: _Locations,
    words: Mapping[str, Sequence[str]],
) -> Iterator[Seen]:
    """One answer of a path on a question: the last. Of words that are no more nothing is said."""
    given = Evaluation.objects.said_between(first, last).filter(side__organisation=organisation)
    last_said = {(path, question): word for _home, path, question, word in given.to_count()}
    for (path, question), said in last_said.items():
        choices = words.get(question, ())
        for word in choices if said in choices else ():
            yield Seen((question, word), str(path), locations.of_path[path], said == word)


def _steps(
    organisation: Organisation, first: date, last: date, locations: _Locations
) -> Iterator[Seen]:
    due = Step.objects.filter(
        side__organisation=organisation, due_on__range=(first, last), is_of_organisation=True
    ).values_list("side__path", "kind", "due_on", "done_on", "side__ended_on")
    for path, kind, day, done, ended in due.iterator():
        if day is not None and (ended is None or ended > day):
            late = done is None or done - day > PATIENCE
            yield Seen((kind,), str(path), locations.of_path[path], late)
