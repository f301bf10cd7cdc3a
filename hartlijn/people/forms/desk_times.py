"""The week and the clock an organisation starts people with."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.people.forms.time_zones import zones_around
from hartlijn.people.forms.times_week import UsualWeekForm
from hartlijn.people.known_times import USUAL_SHIFTS
from hartlijn.people.models import Organisation


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
