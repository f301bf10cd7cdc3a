"""One decision, step by step: why a message arrives when it does. For the person it is about.

Whoever runs the machine types it, so it tells no more than they can find: no contents, not what
kind of message it is, no reason, and not whether two people are apart by a block or by having no
tie. The instant itself comes from what plans messages, so that the two cannot disagree.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from hartlijn.delivery.actions.moving import moments_of
from hartlijn.delivery.actions.releasing import RINGS_AGAIN
from hartlijn.delivery.models import MailWay, PushDevice
from hartlijn.delivery.moments import Moment
from hartlijn.people.duty import duties_near, line_on_duty
from hartlijn.people.known_times import KnownTimes, known_times
from hartlijn.people.models import DutyLine, Person
from hartlijn.people.reach import kinds_of_ties

CLOCK: Final = "%Y-%m-%d %H:%M"
A_DAY: Final = timedelta(days=1)
SOURCES: Final = {
    "roster": "a roster of their own",
    "holiday": "the list of public holidays",
    "pattern": "their own usual week",
    "tapped": "a day they tapped",
    "exception": "a day they told otherwise",
}


def explained(
    person: Person, at: datetime, *, sender: Person | None = None, cannot_wait: bool = False
) -> Iterator[str]:
    """The steps, in plain English, in the time of the person. ``at`` is aware."""
    here = at.astimezone(ZoneInfo(person.time_zone))
    yield f"A message of {here:{CLOCK}} ({person.time_zone})."
    if not person.is_active:
        yield "The account is closed: nobody can write to it, and no letter or sign goes out."
        return
    if sender:
        ties = kinds_of_ties(sender, person)
        if not ties:
            yield (
                "The sender cannot write to this person: there is no tie now, or a block, which "
                "wins over every tie. Which of the two is theirs to know. Nothing is sent."
            )
            return
        yield f"The sender may write to this person: {', '.join(ties)}."
    known = known_times(person, here.date())
    yield from _day(known, here.date())
    line = None
    if cannot_wait:
        line = line_on_duty([person.pk], _callable(sender), at).get(person.pk)
        yield "It is marked as what cannot wait. Its reason is inside the seal, unknown here."
        yield _duty(person, line, at)
    else:
        yield "It is not marked as what cannot wait: no duty counts for it."
    yield from _arrival(person, known, at, line)


def _callable(sender: Person | None) -> list[UUID]:
    """The lines a sender may call; without a named sender every line counts."""
    lines = DutyLine.objects.of_own_units(sender) if sender else DutyLine.objects.all()
    return list(lines.values_list("pk", flat=True))


def _day(known: KnownTimes, on: date) -> Iterator[str]:
    day = known.day(on)
    hours = ", ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in day.stretches)
    yield f"Work that begins that day: {hours or 'none'} (known from: {_source(known, on)})."
    if day.is_leave:
        yield "That whole day is leave; leave wins over everything."
    elif day.holiday:
        yield "That day is a public holiday on which this person is free."


def _source(known: KnownTimes, on: date) -> str:
    """Who said so. What somebody said themselves always wins over a default."""
    source = known.day(on).source
    if source != "default":
        return SOURCES[source]
    whose = "this installation" if known.default is None else "their organisation"
    return f"the default of {whose}; they said no week of their own"


def _duty(person: Person, line: DutyLine | None, at: datetime) -> str:
    if line:
        return f"At that instant this person is on duty on the line {line.name}: it may use that."
    if duties_near(person, at).exists():
        return (
            "This person has a duty near that instant, but none that counts: it is on a line "
            "the sender may not call, not on at that instant, begins in leave, or its place in "
            "the unit ended. It waits as any message."
        )
    return "This person is not on duty then: it waits as any message."


def _arrival(
    person: Person, known: KnownTimes, at: datetime, line: DutyLine | None
) -> Iterator[str]:
    zone = ZoneInfo(person.time_zone)
    moments = moments_of(person, at)
    own, moment = moments(None), moments(None, line.pk if line else None)
    if moment is None:
        yield "No working time is known within 400 days: it waits until somebody says one."
        return
    opens, closes = moment.opens.astimezone(zone), moment.closes.astimezone(zone)
    over_duty = moment != own
    if over_duty:
        yield f"It is outside working time and inside the duty, which is over at {closes:{CLOCK}}."
        yield "It arrives at once, over the declared line; that is the only exception there is."
    elif moment.opens <= at:
        yield f"That is inside working time, until {closes:{CLOCK}}: it arrives at once."
    else:
        yield from _passed_over(known, at.astimezone(zone).date(), opens.date())
        source = _source(known_times(person, opens.date()), opens.date())
        yield (
            f"The first working time after it: {opens:{CLOCK}} until {closes:{CLOCK}} "
            f"(known from: {source})."
        )
        yield f"It arrives at the first look of the worker from {opens:{CLOCK}} on."
    yield from _beside(person, at, moment, over_duty=over_duty)


def _passed_over(known: KnownTimes, first: date, last: date) -> Iterator[str]:
    """What lies between: days of leave, and public holidays on which this person is free."""
    ahead = (first + number * A_DAY for number in range(1, (last - first).days + 1))
    days = [known.day(day) for day in takewhile(lambda day: day < last, ahead)]
    leave = sum(day.is_leave for day in days)
    holidays = sum(bool(day.holiday) and not day.is_leave for day in days)
    if leave or holidays:
        yield f"Passed over: {leave} days of leave, {holidays} public holidays."


def _beside(person: Person, at: datetime, moment: Moment, *, over_duty: bool) -> Iterator[str]:
    """What the person chose beside the message in Hartlijn itself."""
    chosen = []
    if MailWay.objects.filter(person=person, address__verified=True).exists():
        chosen.append("one letter to an address they chose")
    devices = list(PushDevice.objects.visible_to(person))
    if devices:
        silent = sum(one.is_silent(at.date()) for one in devices)
        chosen.append(f"an empty sign to {len(devices)} devices ({silent} of them silent)")
    if not chosen:
        yield "Nothing else goes out: this person chose no letter and no sign."
    elif over_duty:
        minutes = int(min(RINGS_AGAIN, moment.closes - at).total_seconds() // 60)
        yield f"Within that duty, at most once in {minutes} minutes: {', '.join(chosen)}."
    else:
        yield f"Within that working time, once for all that arrives in it: {', '.join(chosen)}."
