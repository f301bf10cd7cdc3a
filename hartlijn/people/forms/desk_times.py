"""The week and the clock an organisation starts people with."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hartlijn.people.bounded_week import is_too_long_a_week, too_long_days
from hartlijn.people.forms.time_zones import zones_around
from hartlijn.people.forms.times_week import UsualWeekForm
from hartlijn.people.known_times import USUAL_SHIFTS
from hartlijn.people.models import Organisation

LONG_DAY: Final = _(
    "Dit is meer dan 12 uur. Zo lang mag een dienst volgens de wet niet duren. Kies kortere tijden."
)
LONG_WEEK: Final = _(
    "Samen is dit meer dan 60 uur. Zo veel mag iemand volgens de wet in een week niet werken. "
    "Geef een dag vrij, of kies kortere tijden."
)


class DefaultTimesForm(UsualWeekForm):
    """A usual week by weekday, and a time zone."""

    time_zone = forms.ChoiceField(
        label=_("Tijdzone"),
        help_text=_("Op deze klok lezen we dienstroosters, en wie hier begint krijgt hem mee."),
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        organisation: Organisation,
        known: Mapping[int, Any] | None,
    ) -> None:
        super().__init__(data, usual=USUAL_SHIFTS, known=known)
        field = self.fields["time_zone"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
        field.choices = partial(zones_around, organisation.time_zone)
        field.initial = organisation.time_zone

    def clean(self) -> None:
        """Ask for a week that people could be made to work, and no more."""
        super().clean()
        if self.errors:
            return
        days = self.answer()
        for number in too_long_days(days):
            self.add_error(f"day-{number}", LONG_DAY)
        if not self.errors and is_too_long_a_week(days):
            raise ValidationError(LONG_WEEK)
