"""What somebody says for herself, and an assignment on a day."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.learning.models import OwnWord
from hartlijn.learning.shelves import by_year
from hartlijn.lib.civil_day import civil_day

FURTHEST: Final = timedelta(days=366)


class OwnWordsForm(forms.Form):
    """None, one or more of three words."""

    words = forms.MultipleChoiceField(
        label=gettext_lazy("Wat past erbij?"),
        choices=OwnWord.Word.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Kies een van de woorden die er staan.")},
    )

    def __init__(self, data: Any = None, *, said: Iterable[str] = ()) -> None:
        """Show what was said before."""
        super().__init__(data, initial={"words": list(said)})


class PlanForm(forms.Form):
    """Which assignment, and on which day."""

    assignment = forms.ChoiceField(
        label=gettext_lazy("Welke opdracht?"),
        error_messages={
            "invalid_choice": gettext_lazy("Deze opdracht is er niet meer. Kies een andere.")
        },
    )
    day = forms.DateField(
        label=gettext_lazy("Op welke dag?"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        """Offer the line, by year."""
        super().__init__(data)
        field = self.fields["assignment"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
        field.choices = [
            (
                _("Jaar %(year)s") % {"year": year},
                [(one.key, str(one.content.title)) for one in found],
            )
            for year, found in by_year()
        ]

    def clean_day(self) -> date:
        """Not far away, on either side: a slip in the year is soon made."""
        day: date = self.cleaned_data["day"]
        if abs(day - civil_day()) > FURTHEST:
            raise forms.ValidationError(_("Kies een dag binnen een jaar."))
        return day
