"""Who sits at the table and when; one line on the screen; the one empty place."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.plain_text import PlainTextField
from hartlijn.paths.meeting_people import Table
from hartlijn.paths.models import Agreed, Meeting
from hartlijn.paths.models.meeting import LONGEST
from hartlijn.people.forms.times_fields import DayInput

FURTHEST: Final = timedelta(days=366)


class TableForm(forms.Form):
    """Somebody of school, somebody of work, and a day."""

    teacher = forms.ChoiceField(label=gettext_lazy("Wie komt er van school?"))
    guide = forms.ChoiceField(label=gettext_lazy("Wie komt er van je werk?"))
    day = forms.DateField(label=gettext_lazy("Wanneer?"), widget=DayInput())

    def __init__(self, data: Mapping[str, Any] | None, *, table: Table) -> None:
        super().__init__(data, initial={"day": civil_day()})
        self.people = {str(one.pk): one for one in (*table.teachers, *table.guides)}
        for name, some in (("teacher", table.teachers), ("guide", table.guides)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
            field.choices = [(str(one.pk), one.name) for one in some]

    def clean_day(self) -> Any:
        """Not far away, on either side."""
        day = self.cleaned_data["day"]
        if abs(day - civil_day()) > FURTHEST:
            raise forms.ValidationError(_("Kies een dag binnen een jaar."))
        return day


class LineForm(forms.Form):
    """One line: of whom, what, and for a promise by when."""

    whose = forms.ChoiceField(
        label=gettext_lazy("Wat komt erop?"),
        choices=Agreed.Whose,
        initial=Agreed.Whose.BROUGHT,
        widget=forms.RadioSelect,
    )
    words = PlainTextField(label=gettext_lazy("In één zin"), max_length=LONGEST)
    by_on = forms.DateField(
        label=gettext_lazy("Uiterlijk op"),
        help_text=gettext_lazy("Bij een belofte."),
        widget=DayInput(),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A promise has a day, and not one that has gone by."""
        cleaned = super().clean() or {}
        day = cleaned.get("by_on")
        if cleaned.get("whose") == Agreed.Whose.BROUGHT or "by_on" in self.errors:
            return cleaned
        if day is None:
            self.add_error("by_on", _("Een belofte heeft een dag. Kies er een."))
        elif not civil_day() <= day <= civil_day() + FURTHEST:
            self.add_error("by_on", _("Kies een dag vanaf vandaag, binnen een jaar."))
        return cleaned


class NeedForm(forms.Form):
    """The one empty place."""

    needs = PlainTextField(
        max_length=LONGEST,
        required=False,
        help_text=gettext_lazy("Eén zin. Leeg laten mag."),
    )

    def __init__(self, data: Mapping[str, Any] | None, *, meeting: Meeting, name: str) -> None:
        super().__init__(data, initial={"needs": meeting.needs})
        self.fields["needs"].label = _("Wat heeft %(name)s van ons nodig?") % {"name": name}
