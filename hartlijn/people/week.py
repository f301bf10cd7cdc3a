"""A week from Monday to Sunday, and its name in an address."""

from dataclasses import dataclass
from datetime import date, timedelta

_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Week:
    """Seven days, known by their Monday."""

    monday: date

    @classmethod
    def of(cls, day: date) -> "Week":
        """The week a day lies in."""
        return cls(day - day.weekday() * _A_DAY)

    @classmethod
    def named(cls, name: str) -> "Week":
        """The week behind a name such as ``2026-W48``; raises ValueError for anything else."""
        year, _dash, number = name.partition("-W")
        if not (name.isascii() and year.isdecimal() and number.isdecimal()):
            raise ValueError(f"“{name}” is no week. Write one as 2026-W48.")
        return cls(date.fromisocalendar(int(year), int(number), 1))

    def __str__(self) -> str:
        """Its name by ISO 8601, as it stands in an address."""
        year, number, _day = self.monday.isocalendar()
        return f"{year:04}-W{number:02}"

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + 6 * _A_DAY

    @property
    def days(self) -> list[date]:
        """Monday to Sunday."""
        return [self.monday + number * _A_DAY for number in range(7)]

    def after(self, weeks: int) -> "Week":
        """So many weeks later; earlier when negative."""
        return Week(self.monday + weeks * 7 * _A_DAY)
