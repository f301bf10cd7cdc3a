"""This week, the usual week, one other day, and what the words for shifts mean."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.people.forms.times_fields import ClockField, DayField
from hartlijn.people.forms.times_hours import HoursForm, HoursRow
from hartlijn.people.forms.times_problems import TimesForm
from hartlijn.people.known_times import Hours, KnownDay
from hartlijn.people.models import UsualShift
from hartlijn.people.times_in_words import SOURCES, stretches, weekday

Data = Mapping[str, Any] | None
SIDES = ("from", "to")


class WeekForm(HoursForm):
    """Seven days, filled in with what is known. A day left open stays as it was."""

    def __init__(self, data: Data = None, *, usual: Mapping[str, Hours], known: list[KnownDay]):
        super().__init__(data, usual=usual)
        self.known = known
        for number, day in enumerate(known):
            self.add_hours(f"day-{number}", weekday(day.day), day.hours if day.is_told else None)

    def clean(self) -> None:
        """Ask for at least one day; who has none to say can skip the week."""
        for number in range(len(self.known)):
            self.check_hours(f"day-{number}")
        if not self.errors and not self.answer():
            raise ValidationError(_("Tik minstens één dag aan, of sla deze week over."))

    def answer(self) -> dict[date, tuple[Hours, ...]]:
        """The hours of each day that was tapped."""
        said = {day.day: self.hours_of(f"day-{nr}") for nr, day in enumerate(self.known)}
        return {day: hours for day, hours in said.items() if hours is not None}

    def rows(self) -> Iterator[tuple[HoursRow, bool]]:
        """For the template: the fields of each day, and whether it is today."""
        today = timezone.localdate()
        for number, day in enumerate(self.known):
            yield self.row(f"day-{number}", self._note(day)), day.day == today

    def _note(self, day: KnownDay) -> str:
        """What the chips do not already say."""
        if day.is_leave:
            return _("Verlof. Dan wacht alles, wat je hier ook kiest.")
        if day.holiday:
            return day.holiday
        if day.source in {"roster", "exception"}:
            return capfirst(f"{SOURCES[day.source]}: {stretches(day.stretches)}")
        return ""


class UsualWeekForm(HoursForm):
    """The usual week, by weekday. A day left open is free."""

    def __init__(
        self, data: Data = None, *, usual: Mapping[str, Hours], known: Mapping[int, Any] | None
    ) -> None:
        super().__init__(data, usual=usual)
        for number, name in WEEKDAYS.items():
            hours = None if known is None else tuple(known.get(number, ()))
            self.add_hours(f"day-{number}", str(name), hours)

    def clean(self) -> None:
        """Ask for at least one day; an empty form is more likely a slip than no fixed times."""
        for number in WEEKDAYS:
            self.check_hours(f"day-{number}")
        if not self.errors and all(self.hours_of(f"day-{nr}") is None for nr in WEEKDAYS):
            raise ValidationError(
                _("Tik minstens één dag aan. Heb je geen vaste tijden? Kies dan elke dag vrij.")
            )

    def answer(self) -> dict[int, tuple[Hours, ...]]:
        """The hours by weekday (0 is Monday)."""
        return {number: self.hours_of(f"day-{number}") or () for number in WEEKDAYS}

    def rows(self) -> list[HoursRow]:
        """For the template."""
        return [self.row(f"day-{number}") for number in WEEKDAYS]


class ExceptionForm(HoursForm):
    """One day that is different."""

    day = DayField(label=gettext_lazy("Welke dag?"))

    def __init__(self, data: Data = None, *, usual: Mapping[str, Hours]) -> None:
        super().__init__(data, usual=usual)
        self.add_hours("hours", _("Wat voor dag wordt het?"), None)
        self.about = {}  # there is only this one day

    def clean(self) -> None:
        """Ask what kind of day it is."""
        self.check_hours("hours")
        if "hours" not in self.errors and self._nothing_said():
            self.add_error("hours", _("Kies wat voor dag het wordt, of vul je eigen tijden in."))

    def answer(self) -> tuple[date, tuple[Hours, ...]]:
        """The day and its hours."""
        return self.cleaned_data["day"], self.hours_of("hours") or ()

    def hours_row(self) -> HoursRow:
        """For the template."""
        return self.row("hours")

    def _nothing_said(self) -> bool:
        row = self.row("hours")
        return not row.is_wrong and self.hours_of("hours") is None


class UsualShiftsForm(TimesForm):
    """From when until when an early, day, late and night shift last at this person's work."""

    def __init__(self, data: Data = None, *, usual: Mapping[str, Hours]) -> None:
        super().__init__(data)
        for kind, word in UsualShift.Kind.choices:
            for side, label, moment in zip(SIDES, (_("Van"), _("Tot")), usual[kind], strict=True):
                self.fields[f"{kind}-{side}"] = ClockField(label=label, initial=moment)
                self.about[f"{kind}-{side}"] = str(word).capitalize()

    def answer(self) -> dict[str, Hours]:
        """Begin and end by kind."""
        return {
            kind: (self.cleaned_data[f"{kind}-from"], self.cleaned_data[f"{kind}-to"])
            for kind in UsualShift.Kind.values
        }

    def rows(self) -> list[tuple[str, list[BoundField]]]:
        """For the template: the word, and the fields from and to."""
        return [
            (str(word).capitalize(), [self[f"{kind}-{side}"] for side in SIDES])
            for kind, word in UsualShift.Kind.choices
        ]
