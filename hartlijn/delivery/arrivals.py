"""What a sender may know of when something arrives: the moment, never why, and who works now."""

from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from hartlijn.delivery.moments import Arrival, arrival
from hartlijn.people.duty import lines_for
from hartlijn.people.known_times import known_times_of_each
from hartlijn.people.models import DutyLine, Person
from hartlijn.people.moments_in_words import at_the_clock
from hartlijn.people.reach import Near, near
from hartlijn.people.reachable import is_reachable

MOST: Final = 12
"""Receivers at once: as many as a circle holds."""
OTHERS: Final = 5
LOOKED_AT: Final = 60
"""Of a large cohort not everybody is looked up; who walks along comes first."""
SOON: Final = 1


@dataclass(frozen=True)
class Expected:
    """One receiver, and when it would arrive."""

    to: UUID
    sentence: str
    now: bool


@dataclass(frozen=True)
class OnCall:
    """A line the sender may call, and somebody who has it now and is within reach."""

    line: DutyLine
    person: Person | None


@dataclass(frozen=True)
class Asked:
    """The receivers that are within reach, others who work now, and the lines one can call."""

    arrivals: list[Expected]
    others: list[Near]
    duty: list[OnCall]


def expected(sender: Person, receivers: Collection[UUID], at: datetime) -> Asked:
    """When something written at ``at`` (aware) reaches each, in the sender's words and zone.

    Whoever is out of reach is left out, as is whoever does not exist. It takes as many questions
    to the database for one as for twelve, and for leave as for a day off.
    """
    within = near(sender)
    by_key = {one.person.pk: one.person for one in within}
    asked = [by_key[pk] for pk in dict.fromkeys(receivers) if pk in by_key]
    zone = ZoneInfo(sender.time_zone)
    day = at.astimezone(zone).date()
    times = known_times_of_each(asked, day)
    arrivals = [
        Expected(person.pk, sentence(found, at, zone), found.is_now)
        for person in asked
        for found in [arrival(at, times[person].rule)]
    ]
    rest = [one for one in within if one.person.pk not in receivers]
    return Asked(arrivals, list(_working(rest, at, zone)), list(_on_call(sender, by_key, at)))


def _on_call(sender: Person, within: Container[UUID], at: datetime) -> Iterator[OnCall]:
    """Each line of the own units; one can always call, and write to who is within reach."""
    for now in lines_for(sender, at):
        people = [one for one in now.people if one.pk in within]
        yield from (OnCall(now.line, person) for person in people)
        if not people:
            yield OnCall(now.line, None)


def sentence(found: Arrival, at: datetime, zone: ZoneInfo) -> str:
    """As a sender reads it in their own zone. Beyond a week only that it takes longer."""
    if found.is_now:
        return _("meteen")
    if found.at is None:
        return _("later dan volgende week")
    return at_the_clock(found.at.astimezone(zone), at.astimezone(zone))


def _working(within: list[Near], at: datetime, zone: ZoneInfo) -> Iterator[Near]:
    some = sorted(within, key=lambda one: not one.walks)[:LOOKED_AT]
    day = at.astimezone(zone).date() - timedelta(days=SOON)
    times = known_times_of_each([one.person for one in some], day, days=2 * SOON)
    working = (one for one in some if is_reachable(at, times[one.person].rule))
    for _number, one in zip(range(OTHERS), working, strict=False):
        yield one
