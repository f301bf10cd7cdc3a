"""A slow second opinion on working times: walk through the minutes and look at the clock.

It shares nothing with the rule but the plain values. Every minute (UTC) of thirty days is
read off the wall clock once; a window then holds every minute that has some minute up to it
reading its start or later, and some minute from it on reading earlier than its end.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate
from zoneinfo import ZoneInfo

from hartlijn.people.reachable import Leave, WorkingTimes

SCAN = 30 * 24 * 60
MONDAY_TO_FRIDAY = [(day, time(8, 30), time(17)) for day in range(5)]


def minutes(wall: datetime) -> int:
    """Wall clock readings as whole numbers, so that they compare quickly."""
    return (wall.toordinal() * 24 + wall.hour) * 60 + wall.minute


@dataclass(frozen=True)
class Scene:
    """A place and a day on which something happens to the clock or the calendar.

    ``jump`` holds the readings between which the clock jumps, the earlier one first.
    """

    place: str
    day: str
    jump: tuple[str, str] = ("00:00", "23:59")

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.place)

    @property
    def date(self) -> date:
        return date.fromisoformat(self.day)

    @property
    def begin(self) -> datetime:
        """The first minute looked at: half the scan before the day."""
        midnight = datetime.combine(self.date, time.min, tzinfo=UTC)
        return midnight - timedelta(minutes=SCAN // 2)

    @cached_property
    def readings(self) -> list[int]:
        zone, begin = self.zone, self.begin
        instants = (begin + timedelta(minutes=minute) for minute in range(SCAN))
        return [minutes(instant.astimezone(zone)) for instant in instants]

    @cached_property
    def latest_so_far(self) -> list[int]:
        return list(accumulate(self.readings, max))

    @cached_property
    def earliest_to_come(self) -> list[int]:
        return list(accumulate(reversed(self.readings), min))[::-1]

    def span(self, start: datetime, end: datetime) -> tuple[int, int]:
        """The minutes from the first that reads ``start`` to the last that reads before ``end``."""
        first = bisect_left(self.latest_so_far, minutes(start))
        return first, bisect_left(self.earliest_to_come, minutes(end))


def reachable_minutes(scene: Scene, times: WorkingTimes) -> bytearray:
    """One byte per minute of the scan: 1 where the person works.

    Work of a day of leave is gone; leave before it keeps its own minutes; leave after it ends it.
    """
    works = bytearray(SCAN)
    away = [(leave, *leave_span(scene, leave)) for leave in times.leave]
    for start, end in _work(scene, times):
        first, last = scene.span(start, end)
        for leave, leave_first, leave_end in away:
            if leave.first <= start.date() <= leave.last:
                last = first
            elif leave.last < start.date():
                first = max(first, leave_end)
            else:
                last = min(last, leave_first)
        if first < last:
            works[first:last] = b"\1" * (last - first)
    return works


def leave_span(scene: Scene, leave: Leave) -> tuple[int, int]:
    """The minutes from the first midnight of the leave to the one after its last day."""
    after = datetime.combine(leave.last, time.min) + timedelta(days=1)
    return scene.span(datetime.combine(leave.first, time.min), after)


def _work(scene: Scene, times: WorkingTimes) -> Iterator[tuple[datetime, datetime]]:
    for shift in times.shifts:
        yield shift.start, shift.end
    week = MONDAY_TO_FRIDAY
    if times.weekly is not None:
        week = [(window.weekday, window.start, window.end) for window in times.weekly]
    for offset in range(-17, 18):
        day = scene.date + timedelta(days=offset)
        if day in times.explicit_days | times.public_holidays:
            continue
        for weekday, start, end in week:
            if weekday == day.weekday():
                same_day = datetime.combine(day, end)
                ends = same_day if end > start else same_day + timedelta(days=1)
                yield datetime.combine(day, start), ends


def runs(scene: Scene, flags: bytearray) -> list[tuple[datetime, datetime]]:
    """The unbroken stretches of ones, as instants."""
    found = []
    first = flags.find(1)
    while first >= 0:
        end = flags.find(0, first)
        end = SCAN if end < 0 else end
        found.append((instant(scene, first), instant(scene, end)))
        first = flags.find(1, end)
    return found


def instant(scene: Scene, minute: int) -> datetime:
    """The instant at the start of this minute of the scan."""
    return scene.begin + timedelta(minutes=minute)
