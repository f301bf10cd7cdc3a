"""The Dutch public holidays of ten years, against facts that do not come from the library."""

from datetime import date, timedelta

import pytest

from hartlijn.people.public_holidays import dutch_holidays

YEARS = range(2026, 2036)
EASTER = {
    2026: "04-05",
    2027: "03-28",
    2028: "04-16",
    2029: "04-01",
    2030: "04-21",
    2031: "04-13",
    2032: "03-28",
    2033: "04-17",
    2034: "04-09",
    2035: "03-25",
}
KINGS_DAY_ON_SATURDAY = 2031  # 27 April is a Sunday then


def easter(year: int) -> date:
    """Easter Sunday by the rule of Gauss as corrected by Lichtenberg."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    seed = (19 * (year % 19) + moon) % 30
    correction = (seed + (year % 19) // 11) // 29
    full_moon = 21 + seed - correction
    first_sunday = 7 - (year + year // 4 + sun) % 7
    return date(year, 3, 1) + timedelta(days=full_moon + 7 - (full_moon - first_sunday) % 7 - 1)


def facts(year: int) -> list[tuple[date, str, bool]]:
    first = easter(year)
    kings_day = date(year, 4, 26 if year == KINGS_DAY_ON_SATURDAY else 27)
    return sorted(
        [
            (date(year, 1, 1), "Nieuwjaarsdag", True),
            (first - timedelta(days=2), "Goede Vrijdag", False),
            (first, "Eerste paasdag", True),
            (first + timedelta(days=1), "Tweede paasdag", True),
            (kings_day, "Koningsdag", True),
            (date(year, 5, 5), "Bevrijdingsdag", year in {2030, 2035}),
            (first + timedelta(days=39), "Hemelvaartsdag", True),
            (first + timedelta(days=49), "Eerste pinksterdag", True),
            (first + timedelta(days=50), "Tweede pinksterdag", True),
            (date(year, 12, 25), "Eerste kerstdag", True),
            (date(year, 12, 26), "Tweede kerstdag", True),
        ]
    )


@pytest.mark.parametrize("year", YEARS)
def test_the_holidays_of_a_year_are_the_ones_on_the_dutch_calendar(year: int) -> None:
    found = [
        (holiday.date, holiday.name_nl, holiday.free_by_default) for holiday in dutch_holidays(year)
    ]

    assert found == facts(year)


@pytest.mark.parametrize("year", YEARS)
def test_easter_is_where_the_printed_calendar_has_it(year: int) -> None:
    assert f"{easter(year):%m-%d}" == EASTER[year]


def test_two_holidays_on_one_day_are_both_listed() -> None:
    fifth_of_may = [
        (holiday.name_en, holiday.free_by_default)
        for holiday in dutch_holidays(2016)
        if holiday.date == date(2016, 5, 5)
    ]

    assert sorted(fifth_of_may) == [("Ascension Day", True), ("Liberation Day", False)]


@pytest.mark.parametrize("year", YEARS)
def test_every_holiday_has_a_name_in_both_languages(year: int) -> None:
    for holiday in dutch_holidays(year):
        assert holiday.name_nl
        assert (holiday.name_en == holiday.name_nl) is False
