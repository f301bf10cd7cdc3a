"""A clock time and a day, typed in the ways people type them."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.people.times_in_words import full_day

A_YEAR = timedelta(days=365)
_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})(?:[:.]?(?P<minute>[0-9]{2}))?(?::[0-9]{2})?")


class ClockInput(forms.TimeInput):
    """The browser's own field for a time."""

    input_type = "time"

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(dict(attrs or {}), format="%H:%M")


class ClockField(forms.TimeField):
    """A time such as 8:30, 8.30, 0830 or 8."""

    widget = ClockInput
    default_error_messages: ClassVar = {
        "required": gettext_lazy("Vul een tijd in, bijvoorbeeld 8.30."),
        "invalid": gettext_lazy("Dit is geen tijd. Schrijf hem als 8.30."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(input_formats=["%H:%M"], **options)

    def to_python(self, value: Any) -> time | None:
        """Write a time as the library reads it."""
        if isinstance(value, str) and (match := _CLOCK.fullmatch(value.strip())):
            value = f"{match['hour']}:{match['minute'] or '00'}"
        return super().to_python(value)


class DayInput(forms.DateInput):
    """The browser's own field for a day."""

    input_type = "date"

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(dict(attrs or {}), format="%Y-%m-%d")


class DayField(forms.DateField):
    """A day that is near enough to mean something: by default from today to a year ahead."""

    widget = DayInput
    default_error_messages: ClassVar = {
        "required": gettext_lazy("Kies een dag."),
        "invalid": gettext_lazy(
            "Deze dag bestaat niet. Kies een dag uit de kalender, of schrijf hem als 24-11-2026."
        ),
    }

    def __init__(
        self,
        *,
        back: timedelta = timedelta(0),
        ahead: timedelta = A_YEAR,
        **options: Any,
    ) -> None:
        """Take days up to ``back`` ago and ``ahead`` from now."""
        super().__init__(input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"], **options)
        self.back, self.ahead = back, ahead

    def validate(self, value: date | None) -> None:
        """Refuse what lies too far away, with the nearest day that is taken."""
        super().validate(value)
        if value is None:
            return
        today = timezone.localdate()
        if value < today - self.back:
            raise ValidationError(
                _("Deze dag ligt te ver terug. Kies een dag vanaf %(day)s."),
                params={"day": full_day(today - self.back)},
            )
        if value > today + self.ahead:
            raise ValidationError(
                _("Deze dag ligt te ver weg. Kies een dag tot en met %(day)s."),
                params={"day": full_day(today + self.ahead)},
            )
