"""Leave, and public holidays that differ from the usual list."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.people.forms.times_fields import A_YEAR, DayField
from hartlijn.people.forms.times_problems import TimesForm
from hartlijn.people.holiday_list import HolidayLine
from hartlijn.people.times_in_words import full_day, weekday

MOST_LEAVE = 60


class LeaveForm(forms.Form):
    """From and to, both included. There is no field for a reason."""

    first = DayField(label=gettext_lazy("Eerste dag vrij"), back=A_YEAR, ahead=3 * A_YEAR)
    last = DayField(
        label=gettext_lazy("Tot en met"),
        ahead=3 * A_YEAR,
        help_text=gettext_lazy(
            "De laatste dag dat je vrij bent. Eén dag? Kies twee keer dezelfde."
        ),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, taken: int) -> None:
        """Know how many periods there are already."""
        super().__init__(data)
        self.taken = taken

    def clean(self) -> None:
        """Refuse leave that ends before it starts, and more than a page can show."""
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            sentence = _("Deze dag ligt vóór je eerste dag. Kies een dag vanaf %(day)s.")
            self.add_error("last", sentence % {"day": full_day(first)})
        if self.taken >= MOST_LEAVE:
            self.add_error(None, _("Er staat al veel verlof. Haal eerst een periode weg."))


class HolidaysForm(TimesForm):
    """For each date of the list: free, or work as usual."""

    FREE, WORKS = "free", "works"
    CHOICES: ClassVar = [(FREE, gettext_lazy("vrij")), (WORKS, gettext_lazy("gewone dag"))]

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        lines: list[HolidayLine],
        works: Mapping[date, bool],
    ) -> None:
        """Show the list; ``works`` holds what the person chose before."""
        super().__init__(data)
        self.lines = lines
        for line in lines:
            is_work = works.get(line.day, not line.is_usually_free)
            self.about[str(line.day)] = line.name
            self.fields[str(line.day)] = forms.ChoiceField(
                label=f"{line.name}, {weekday(line.day)}",
                choices=self.CHOICES,
                widget=forms.RadioSelect,
                initial=self.WORKS if is_work else self.FREE,
                error_messages={
                    "required": _("Kies vrij of gewone dag."),
                    "invalid_choice": _("Kies vrij of gewone dag."),
                },
            )

    def answer(self) -> dict[date, bool | None]:
        """What differs from the list, by date; None where it does not."""
        said = {line.day: self.cleaned_data[str(line.day)] == self.WORKS for line in self.lines}
        usual = {line.day: not line.is_usually_free for line in self.lines}
        return {day: None if works == usual[day] else works for day, works in said.items()}

    def rows(self) -> Iterator[tuple[HolidayLine, BoundField, str]]:
        """For the template: name, fields, and the day in words."""
        for line in self.lines:
            yield line, self[str(line.day)], weekday(line.day)


def as_far_as_we_ask(today: date) -> tuple[date, date]:
    """The days of which the holidays page shows the list: a year ahead."""
    return today, today + A_YEAR
