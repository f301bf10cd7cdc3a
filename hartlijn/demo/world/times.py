"""When people work: weeks, tapped days, rosters with nights, leave."""

from datetime import date, time, timedelta
from typing import Final

from hartlijn.demo.cast import BY_KEY, identity
from hartlijn.demo.world.draft import Draft
from hartlijn.people.models import (
    DefaultHours,
    DefaultWeek,
    LeavePeriod,
    Roster,
    RosterShift,
    RosterSpan,
    SkippedWeek,
    ToldDay,
    ToldShift,
    UsualShift,
    WeeklyHours,
    WeeklyPattern,
)

A_DAY: Final = timedelta(days=1)
SHIFTS: Final = {
    "early": (time(7), time(15, 30)),
    "late": (time(14, 30), time(23)),
    "night": (time(22, 45), time(7, 15)),
}
ROUND: Final = ("early", "early", "late", "late", "", "", "night", "night", "", "")
"""Ten days of work around the clock; an empty day is free."""
OFFICE: Final = (time(8, 30), time(17))
WEEKS: Final = ((0, 1, 2, 3), (0, 1, 3, 4), (1, 2, 3, 4), (0, 1, 2, 3, 4), (0, 2, 3))
# Noor says nothing yet, so that Vandaag asks her; Mila works around the clock.
OF_THE_CAST: Final = {
    "sam": (0, 1, 2, 3),
    "marijke": (0, 2, 4),
    "fatima": (0, 1, 2, 3, 4),
    "joost": (0, 1, 2, 3),
    "lotte": (0, 1, 3, 4),
    "ines": (0, 1, 2, 3),
    "rosa": (0, 1, 2, 3, 4),
}
AROUND_THE_CLOCK: Final = ("Team Verblijf", "Team Crisishulp")


def tell(draft: Draft) -> None:
    """Something about most people; who said nothing has the default."""
    for key, weekdays in OF_THE_CAST.items():
        _week(draft, key, weekdays)
    for key in draft.people:
        if key in BY_KEY:
            continue
        around = any(team in key for team in AROUND_THE_CLOCK)
        chance = draft.random.random()
        if around:
            _around_the_clock(draft, key)
        elif chance < 0.6:  # noqa: PLR2004
            _week(draft, key, draft.random.choice(WEEKS))
        elif chance < 0.75:  # noqa: PLR2004
            _tapped(draft, key)
        elif chance < 0.85:  # noqa: PLR2004
            _skipped(draft, key)
        if draft.random.random() < 0.15:  # noqa: PLR2004
            _leave(draft, key, draft.random.randint(-60, 50), draft.random.choice((5, 7, 14)))
    _begin_with(draft, "vuurtoren")
    _around_the_clock(draft, "mila")
    _leave(draft, "mila", 30, 7)
    _leave(draft, "ines", 20, 5)


def _begin_with(draft: Draft, place: str) -> None:
    """What the employer names for who starts and said nothing yet: office hours."""
    organisation = draft.organisations[place]
    week = draft.add(DefaultWeek(pk=identity("default week", place), organisation=organisation))
    for weekday in range(5):
        draft.add(DefaultHours(week=week, weekday=weekday, start=OFFICE[0], end=OFFICE[1]))


def _week(draft: Draft, key: str, weekdays: tuple[int, ...]) -> None:
    pattern = draft.add(WeeklyPattern(pk=identity("week", key), person=draft.people[key]))
    for weekday in weekdays:
        draft.add(WeeklyHours(pattern=pattern, weekday=weekday, start=OFFICE[0], end=OFFICE[1]))


def _tapped(draft: Draft, key: str) -> None:
    """This week and the next, day by day."""
    monday = draft.today - draft.today.weekday() * A_DAY
    for number in range(14):
        hours = SHIFTS["early"] if number % 7 < 3 else SHIFTS["late"] if number % 7 < 5 else None  # noqa: PLR2004
        _told(draft, key, monday + number * A_DAY, hours)


def _told(draft: Draft, key: str, day: date, hours: tuple[time, time] | None) -> None:
    told = draft.add(
        ToldDay(
            # By place in the world, not by date: the same id on whatever day it is made.
            pk=identity("told", key, (day - draft.today).days),
            person=draft.people[key],
            day=day,
            source=ToldDay.Source.TAPPED,
        )
    )
    if hours:
        draft.add(ToldShift(told_day=told, start=hours[0], end=hours[1]))


def _around_the_clock(draft: Draft, key: str) -> None:
    """A roster of six weeks with nights, begun two weeks ago, and what its shifts mean."""
    for kind, (start, end) in SHIFTS.items():
        shift = identity("shift", key, kind)
        draft.add(UsualShift(pk=shift, person=draft.people[key], kind=kind, start=start, end=end))
    first, days = draft.days_ago(14), 42
    roster = draft.add(Roster(pk=identity("roster", key), person=draft.people[key], name="Rooster"))
    draft.add(RosterSpan(roster=roster, first=first, last=first + (days - 1) * A_DAY))
    offset = draft.random.randrange(len(ROUND))
    for number in range(days):
        kind = ROUND[(number + offset) % len(ROUND)]
        if kind:
            _shift(draft, roster, first + number * A_DAY, SHIFTS[kind])


def _shift(draft: Draft, roster: Roster, day: date, hours: tuple[time, time]) -> None:
    start, end = hours
    draft.add(
        RosterShift(
            roster=roster,
            starts_on=day,
            starts_at=start,
            ends_on=day + A_DAY if end <= start else day,
            ends_at=end,
        )
    )


def _skipped(draft: Draft, key: str) -> None:
    monday = draft.today - draft.today.weekday() * A_DAY
    draft.add(SkippedWeek(pk=identity("skip", key), person=draft.people[key], monday=monday))


def _leave(draft: Draft, key: str, begins_in: int, days: int) -> None:
    first = draft.days_ago(-begins_in)
    draft.add(
        LeavePeriod(
            pk=identity("leave", key),
            person=draft.people[key],
            first=first,
            last=first + (days - 1) * A_DAY,
        )
    )
