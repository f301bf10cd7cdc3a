"""Fields of the coordinator's desk: a unit of the own organisation, and a period."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.forms.times_fields import DayField
from hartlijn.people.models import Organisation, Unit
from hartlijn.people.unit_tree import in_order, label

TEN_YEARS: Final = timedelta(days=3653)
UNTIL: Final = _("De eerste dag dat het niet meer geldt. Mag leeg blijven.")


class UnitField(forms.ModelChoiceField):  # type: ignore[type-arg] # Django knows no such brackets
    """One of the units of an organisation, or the organisation as a whole."""

    def __init__(self, **options: Any) -> None:
        options = {"label": _("Onderdeel"), "required": False, **options}
        options.setdefault("empty_label", _("De organisatie als geheel"))
        super().__init__(Unit.objects.none(), **options)
        self.error_messages["invalid_choice"] = _(
            "Dit onderdeel is er niet meer. Kies een ander onderdeel."
        )

    def of(self, organisation: Organisation) -> None:
        """Offer the units of this organisation."""
        self.queryset = in_order(organisation)

    def label_from_instance(self, obj: Any) -> str:
        """With the name of its parent first."""
        return label(obj)


class FromField(DayField):
    """The first day of a place."""

    def __init__(self, **options: Any) -> None:
        options = {"label": _("Vanaf"), **options}
        super().__init__(back=TEN_YEARS, ahead=TEN_YEARS, **options)


class UntilField(FromField):
    """The first day that a place no longer holds."""

    def __init__(self, **options: Any) -> None:
        options = {"label": _("Tot"), "required": False, "help_text": UNTIL, **options}
        super().__init__(**options)


def check_period(form: forms.Form, cleaned: Mapping[str, Any], *, too_late: Any) -> None:
    """A place ends after it starts and after today; ``too_late`` says what to do instead."""
    starts_on: date | None = cleaned.get("starts_on")
    ends_on: date | None = cleaned.get("ends_on")
    if not ends_on:
        return
    if starts_on and ends_on <= starts_on:
        form.add_error("ends_on", _("Dit ligt niet na de begindag. Kies een latere dag."))
    elif ends_on <= civil_day():
        form.add_error("ends_on", too_late)
