"""The usual public holidays over a stretch of days, named in the language of the page."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.translation import get_language

from hartlijn.people.public_holidays import Holiday, dutch_holidays


@dataclass(frozen=True)
class HolidayLine:
    """One date of the list; two holidays on one date are one line."""

    day: date
    name: str
    is_usually_free: bool


def holidays_between(first: date, last: date) -> list[HolidayLine]:
    """Every date with a name from first to last day, both included."""
    lines: dict[date, HolidayLine] = {}
    for year in range(first.year, last.year + 1):
        for holiday in _of(year):
            if first <= holiday.date <= last:
                lines[holiday.date] = _joined(holiday, lines.get(holiday.date))
    return list(lines.values())


def _joined(holiday: Holiday, other: HolidayLine | None) -> HolidayLine:
    name = holiday.name_en if get_language() == "en" else holiday.name_nl
    if other is None:
        return HolidayLine(holiday.date, name, holiday.free_by_default)
    is_free = other.is_usually_free or holiday.free_by_default
    return HolidayLine(holiday.date, f"{other.name}, {name}", is_free)


@lru_cache(maxsize=32)
def _of(year: int) -> tuple[Holiday, ...]:
    """The list of a year is the same for everybody, and slow to make."""
    return dutch_holidays(year)
