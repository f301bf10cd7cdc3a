"""With whom, how often, and from when."""

from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from hartlijn.onetoones.models import MOST_WEEKS
from hartlijn.onetoones.nearby import near
from hartlijn.people.models import Person

USUAL: Final = 3
FURTHEST: Final = timedelta(days=366)


def every_so_many() -> list[tuple[int, str]]:
    """How often, in words."""
    return [
        (weeks, ngettext("Elke week", "Elke %(weeks)d weken", weeks) % {"weeks": weeks})
        for weeks in range(1, MOST_WEEKS + 1)
    ]


class RhythmForm(forms.Form):
    """A rhythm with somebody near."""

    person = forms.ModelChoiceField(
        label=_("Met wie?"),
        queryset=Person.objects.none(),
        empty_label=_("Kies iemand"),
        error_messages={
            "required": _("Kies iemand uit je team, of met wie je meeloopt."),
            "invalid_choice": _("Kies iemand uit je team, of met wie je meeloopt."),
        },
    )
    weeks = forms.TypedChoiceField(
        label=_("Hoe vaak?"), choices=every_so_many, coerce=int, initial=USUAL
    )
    next_on = forms.DateField(
        label=_("Wanneer is het eerstvolgende gesprek?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Kies een dag in de kalender.")},
    )

    def __init__(self, data: Any = None, *, owner: Person, today: date) -> None:
        """Offer who is near."""
        super().__init__(data, initial={"next_on": today + timedelta(days=7)})
        self.today = today
        field = self.fields["person"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
        field.queryset = near(owner).order_by("name", "pk")

    def clean_next_on(self) -> date:
        """A day that can still come, and not a slip of the pen."""
        day: date = self.cleaned_data["next_on"]
        if not self.today <= day <= self.today + FURTHEST:
            raise forms.ValidationError(_("Kies een dag vanaf vandaag, binnen een jaar."))
        return day
