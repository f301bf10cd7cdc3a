"""The Dutch public holidays, as a list to start from: collective agreements differ."""

from dataclasses import dataclass
from datetime import date

from holidays import OPTIONAL, PUBLIC, country_holidays

# The name as the library writes it: as we write it in Dutch and in English.
_NAMES = {
    "Nieuwjaarsdag": ("Nieuwjaarsdag", "New Year’s Day"),
    "Goede vrijdag": ("Goede Vrijdag", "Good Friday"),
    "Eerste paasdag": ("Eerste paasdag", "Easter Sunday"),
    "Tweede paasdag": ("Tweede paasdag", "Easter Monday"),
    "Koningsdag": ("Koningsdag", "King’s Day"),
    "Bevrijdingsdag": ("Bevrijdingsdag", "Liberation Day"),
    "Hemelvaartsdag": ("Hemelvaartsdag", "Ascension Day"),
    "Eerste pinksterdag": ("Eerste pinksterdag", "Whit Sunday"),
    "Tweede pinksterdag": ("Tweede pinksterdag", "Whit Monday"),
    "Eerste kerstdag": ("Eerste kerstdag", "Christmas Day"),
    "Tweede kerstdag": ("Tweede kerstdag", "Boxing Day"),
}
_SELDOM_FREE = "Goede vrijdag"


@dataclass(frozen=True, slots=True, order=True)
class Holiday:
    """A day with a name, and whether people have it off unless an organisation says otherwise."""

    date: date
    name_nl: str
    name_en: str
    free_by_default: bool


def dutch_holidays(year: int) -> tuple[Holiday, ...]:
    """Every public holiday of a year, in order; two can fall on one day.

    Good Friday is listed and not free. Liberation Day is free every fifth year (2025, 2030 …).
    """
    every = country_holidays("NL", years=year, language="nl", categories=(PUBLIC, OPTIONAL))
    public = country_holidays("NL", years=year, language="nl", categories=PUBLIC)
    return tuple(
        Holiday(
            day,
            *_NAMES.get(name, (name, name)),
            name in public.get_list(day) and name != _SELDOM_FREE,
        )
        for day in sorted(every)
        for name in every.get_list(day)
    )
