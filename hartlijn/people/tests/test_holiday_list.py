"""The list of public holidays that a person starts from."""

from datetime import date

from django.utils.translation import override

from hartlijn.people.holiday_list import holidays_between


def test_christmas_and_new_year_stand_in_order_in_the_language_of_the_page() -> None:
    days = (date(2026, 12, 25), date(2027, 1, 1))

    with override("nl"):
        dutch = [line.name for line in holidays_between(*days)]
    with override("en"):
        english = [line.name for line in holidays_between(*days)]

    assert dutch == ["Eerste kerstdag", "Tweede kerstdag", "Nieuwjaarsdag"]
    assert english == ["Christmas Day", "Boxing Day", "New Year’s Day"]


def test_two_holidays_on_one_day_are_one_line_and_one_free_day() -> None:
    ascension_and_liberation = date(2016, 5, 5)

    with override("nl"):
        (line,) = holidays_between(ascension_and_liberation, ascension_and_liberation)

    assert set(line.name.split(", ")) == {"Hemelvaartsdag", "Bevrijdingsdag"}
    assert line.is_usually_free
