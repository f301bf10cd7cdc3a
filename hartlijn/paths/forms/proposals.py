"""What somebody proposes to make of a promise."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.plain_text import hidden
from hartlijn.paths.models import Change, Promise
from hartlijn.paths.telling.saying import asked_how_much

MOST: Final = 40
"""As in a template (``definitions.Promise``)."""


class ChangeForm(forms.Form):
    """From which month, how much, and why."""

    from_on = forms.TypedChoiceField(
        label=gettext_lazy("Vanaf welke maand?"), coerce=date.fromisoformat
    )
    amount = forms.IntegerField(
        min_value=1,
        max_value=MOST,
        error_messages={
            "min_value": gettext_lazy("Kies een getal van 1 tot en met 40."),
            "max_value": gettext_lazy("Kies een getal van 1 tot en met 40."),
        },
    )
    reason = forms.CharField(
        label=Change._meta.get_field("reason").verbose_name,
        help_text=gettext_lazy("Schrijf het over de omstandigheden, zonder namen van anderen."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, promise: Promise) -> None:
        super().__init__(data)
        months = promise.terms.filter(ends_on__gte=civil_day())
        self.fields["from_on"].choices = [  # type: ignore[attr-defined]
            (day.isoformat(), date_format(day, _("j F Y")))
            for day in months.values_list("starts_on", flat=True)
        ]
        self.fields["amount"].label = asked_how_much(promise.measure)
        if promise.measure == "yes":
            del self.fields["amount"]

    def clean_reason(self) -> str:
        """Without signs that hide."""
        said: str = self.cleaned_data["reason"].replace("\r\n", "\n")
        if any(hidden(sign) for sign in said if sign not in "\n\t"):
            raise forms.ValidationError(
                _("Hier staat een onzichtbaar teken in. Typ de tekst opnieuw.")
            )
        return said
