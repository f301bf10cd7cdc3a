"""One decision, step by step: why a message arrives when it does. For the person it is about."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from hartlijn.delivery.models import MailWay, PushDevice
from hartlijn.delivery.moments import next_moment
from hartlijn.people.known_times import known_times
from hartlijn.people.models import Person

CLOCK = "%Y-%m-%d %H:%M"


def explained(person: Person, at: datetime) -> Iterator[str]:
    """The steps, in plain English, in the time of the person."""
    zone = ZoneInfo(person.time_zone)
    here = at.astimezone(zone)
    known = known_times(person, here.date())
    yield f"A message of {here:{CLOCK}} ({person.time_zone})."
    day = known.day(here.date())
    hours = ", ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in day.stretches)
    yield f"Work that begins that day: {hours or 'none'} (known from: {day.source})."
    if day.is_leave:
        yield "That whole day is leave; leave wins over everything."
    elif day.holiday:
        yield "That day is a public holiday on which this person is free."
    moment = next_moment(at, known.rule)
    if moment is None:
        yield "No working time is known within 400 days: it waits until somebody says one."
        return
    opens, closes = moment.opens.astimezone(zone), moment.closes.astimezone(zone)
    if moment.opens <= at:
        yield f"That is inside working time, until {closes:{CLOCK}}: it arrives at once."
        yield from _beside(person, at)
        return
    reached = known_times(person, opens.date()).day(opens.date())
    yield (
        f"The first working time after it: {opens:{CLOCK}} until {closes:{CLOCK}} "
        f"(known from: {reached.source})."
    )
    yield f"It arrives at the first look of the worker from {opens:{CLOCK}} on."
    yield from _beside(person, at)


def _beside(person: Person, at: datetime) -> Iterator[str]:
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
        return
    yield f"Within that working time, once for all that arrives in it: {', '.join(chosen)}."
