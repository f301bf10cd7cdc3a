"""Who is on duty at an instant, and what that means for whom. The instant is passed in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from hartlijn.people.models import DutyLine, DutyShift, Person
from hartlijn.people.models.duty import DutyShiftQuerySet
from hartlijn.people.reachable import duty_from

Stretch = tuple[datetime, datetime]

# No clock in the world reads another day than the one before or after that of UTC.
_ANY_CLOCK = timedelta(days=1)


@dataclass(frozen=True)
class OnDuty:
    """One person on one line: until when, and whom they can ask about it."""

    line: DutyLine
    person: Person
    until: datetime
    """UTC, the instant at which it is over."""


@dataclass
class LineNow:
    """A line somebody may call, with those who answer it now."""

    line: DutyLine
    people: list[Person] = field(default_factory=list)


def duty_of(person: Person, at: datetime) -> OnDuty | None:
    """The duty this person has at ``at`` (aware); of several, the one that is over last.

    The whole question would be a quarter of Vandaag: ask ``duties_near`` first, along with
    something else.
    """
    own = DutyShift.objects.filter(person=person)
    return max(_at(own, at), key=lambda duty: duty.until, default=None)


def duties_near(person: Person, at: datetime) -> DutyShiftQuerySet:
    """What the roster says within a day of ``at``, also what does not count."""
    return _around(DutyShift.objects.filter(person=person), at)


def lines_for(person: Person, at: datetime) -> list[LineNow]:
    """Every line of the units this person is in now, with who has it at ``at``; two queries."""
    lines = DutyLine.objects.of_own_units(person).select_related("unit__organisation")
    return with_people_on_duty(lines.order_by("unit__name", "name"), at)


def with_people_on_duty(lines: Iterable[DutyLine], at: datetime) -> list[LineNow]:
    """These lines, with who has each at ``at`` (aware)."""
    found = {line.pk: LineNow(line) for line in lines}
    if found:
        for duty in _at(DutyShift.objects.filter(line__in=found), at):
            there = found[duty.line.pk].people
            if duty.person not in there:
                there.append(duty.person)
    return list(found.values())


def line_on_duty(
    people: Iterable[UUID], lines: Iterable[UUID], at: datetime
) -> Mapping[UUID, DutyLine]:
    """For each of these people who has one of these lines at ``at`` (aware): that line."""
    shifts = DutyShift.objects.filter(person__in=list(people), line__in=list(lines))
    return {duty.person.pk: duty.line for duty in _at(shifts, at)}


def duties_on(person: Person, line: UUID, at: datetime) -> tuple[Stretch, ...]:
    """The instants of this person's duties on a line that are not over at ``at``, in order."""
    shifts = DutyShift.objects.filter(person=person, line=line).held(_day_here(at))
    ahead = shifts.not_over(at.astimezone(UTC).date() - _ANY_CLOCK)
    found = list(ahead.select_related("line__unit__organisation"))
    return duty_from(at, [one.duty for one in found], found[0].line.zone) if found else ()


def _at(shifts: DutyShiftQuerySet, at: datetime) -> list[OnDuty]:
    """Those of these duties that hold at ``at``, of people who still have their place."""
    around = _around(shifts, at).held(_day_here(at))
    return [
        OnDuty(one.line, one.person, end)
        for one in around.select_related("line__unit__organisation", "person")
        for start, end in duty_from(at, [one.duty], one.line.zone)
        if start <= at
    ]


def _around(shifts: DutyShiftQuerySet, at: datetime) -> DutyShiftQuerySet:
    """Those that may hold at ``at``, whatever clock they are read by."""
    day = at.astimezone(UTC).date()
    return shifts.not_over(day - _ANY_CLOCK).begun(day + _ANY_CLOCK)


def _day_here(at: datetime) -> date:
    """The day of the installation: by it places begin and end."""
    return timezone.localdate(at, timezone.get_default_timezone())
