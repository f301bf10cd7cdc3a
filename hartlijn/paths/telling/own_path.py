"""The own path as its starter finds it: where am I, what is next, what was promised, whom to ask."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.models import Promise, Side, Step, Term, Tick
from hartlijn.paths.parties import COLLEAGUES, people_of_each
from hartlijn.paths.telling.steps import PhaseLine, StepLine, lines_of, phases_of
from hartlijn.paths.telling.vocabulary import role_word, role_words
from hartlijn.paths.words import promises_of
from hartlijn.people.models import Person, Role

NEXT: Final = 3
LATE: Final = 5
BEFORE: Final = timedelta(days=14)
"""How long an own step of before today is still shown as what comes."""


@dataclass(frozen=True)
class Helper:
    """Somebody with a part in the path, and as what."""

    person: Person
    roles: str


@dataclass(frozen=True)
class PromiseLine:
    """A promise, of whom it is, and what both sides said of the last month they spoke of."""

    promise: Promise
    name: str
    owner: str
    month: str
    said: tuple[str, ...]


@dataclass(frozen=True)
class SideLine:
    """What one organisation brings, with its phases."""

    side: Side
    phases: tuple[PhaseLine, ...]
    promises: tuple[PromiseLine, ...]

    @property
    def now(self) -> PhaseLine | None:
        """The phase somebody is in."""
        return next((one for one in self.phases if one.is_now), None)


@dataclass(frozen=True)
class OwnPath:
    """Everything the page shows."""

    running: list[SideLine] = field(default_factory=list)
    over: list[SideLine] = field(default_factory=list)
    next: list[StepLine] = field(default_factory=list)
    late: list[StepLine] = field(default_factory=list)
    helpers: list[Helper] = field(default_factory=list)
    rows: list[StepLine] = field(default_factory=list)


def own_path(person: Person) -> OwnPath:
    """The path of somebody; without a side it is empty."""
    sides = own_sides(person)
    if not sides:
        return OwnPath()
    today = civil_day()
    steps = Step.objects.filter(side__path__starter=person).order_by("side", "place", "pk")
    lines = lines_of(steps, sides)
    promises = dict(_promises(person, sides))
    found = [
        SideLine(
            side,
            tuple(phases_of(side, (one for one in lines if one.step.side_id == key), today)),
            tuple(promises.get(key, ())),
        )
        for key, side in sides.items()
    ]
    going = [one.side for one in found if one.side.is_running]
    running = {side.pk for side in going}
    ahead = sorted((one for one in lines if one.step.side_id in running), key=_day)
    return OwnPath(
        running=[one for one in found if one.side.pk in running],
        over=[one for one in found if one.side.pk not in running],
        next=[one for one in ahead if _comes(one, today)][:NEXT],
        late=[one for one in ahead if one.is_late][:LATE],
        helpers=_helpers(person, going),
        rows=sorted(lines, key=_day),
    )


def own_sides(person: Person) -> dict[UUID, Side]:
    """The sides of the own path by id, the newest first."""
    own = Side.objects.filter(path__starter=person).order_by("-begun_on", "pk")
    whole = own.select_related("organisation", "unit", "version", "path__starter")
    return {side.pk: side for side in whole}


def _comes(line: StepLine, today: date) -> bool:
    """Open, and not of long ago; what the organisation is late with stands apart."""
    step = line.step
    return (
        step.done_on is None
        and step.due_on is not None
        and not line.is_late
        and step.due_on >= today - BEFORE
    )


def _day(line: StepLine) -> tuple[bool, date, int]:
    return (line.step.due_on is None, line.step.due_on or date.min, line.step.place)


def _promises(person: Person, sides: dict[UUID, Side]) -> Iterator[tuple[UUID, list[PromiseLine]]]:
    """By side; of each the last month of which something was sent."""
    own = list(Promise.objects.filter(side__path__starter=person))
    spoken = Term.objects.filter(promise__in=own, ticks__isnull=False).order_by("starts_on")
    last = {term.promise_id: term for term in spoken.prefetch_related("ticks")}
    for key, side in sides.items():
        words = promises_of(side.version)
        yield (
            key,
            [
                PromiseLine(
                    one,
                    str(words[one.key].name) if one.key in words else one.key,
                    role_word(one.owner),
                    _month(last[one.pk]) if one.pk in last else "",
                    tuple(_said(last[one.pk].ticks.all()) if one.pk in last else ()),
                )
                for one in own
                if one.side_id == key
            ],
        )


def _month(term: Term) -> str:
    return _("maand vanaf %(day)s") % {"day": date_format(term.starts_on, _("j F"))}


def _said(ticks: Iterable[Tick]) -> Iterator[str]:
    """What was sent of a month; they stand beside each other."""
    for tick in sorted(ticks, key=lambda one: one.whose):
        said = {"word": tick.get_word_display()}
        if tick.whose == Tick.Whose.STARTER:
            yield _("Jij: %(word)s.") % said
        else:
            yield _("De organisatie: %(word)s.") % said


def _helpers(person: Person, sides: list[Side]) -> list[Helper]:
    """Who has a part in it today, each once; colleagues are no list of names.

    Who runs a desk is only named where there is nobody nearer.
    """
    found: dict[Person, list[str]] = {}
    for roles in people_of_each(sides).values():
        for role, people in roles.items():
            if role == COLLEAGUES:
                continue
            for one in people:
                if one != person and role not in found.setdefault(one, []):
                    found[one].append(role)
    near = {one: roles for one, roles in found.items() if roles != [Role.COORDINATOR]}
    return [Helper(one, role_words(roles)) for one, roles in (near or found).items()]
