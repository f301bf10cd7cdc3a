"""Weigh one relation; open a round."""

from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.factors.weighed import Answer, Way, read_answer
from hartlijn.factors.weighed.answers import SIGNS, STRENGTHS, WAYS
from hartlijn.lib.civil_day import civil_day

FURTHEST: Final = timedelta(days=92)
TOGETHER: Final = {
    Way.MORE: gettext_lazy("ze versterken elkaar"),
    Way.LESS: gettext_lazy("ze verzwakken elkaar"),
    Way.NOTHING: gettext_lazy("ze doen elkaar niets"),
    Way.DONT_KNOW: WAYS[Way.DONT_KNOW],
}


class WeighForm(forms.Form):
    """Which way it works, and how strongly."""

    way = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies wat het doet. “Weet ik niet” mag ook, of sla deze over.")
        },
    )
    strength = forms.ChoiceField(
        label=gettext_lazy("Hoe sterk?"),
        widget=forms.RadioSelect,
        choices=[(key.value, words) for key, words in STRENGTHS.items()],
        required=False,
    )

    def __init__(
        self, data: Any = None, *, question: str, directed: bool, said: Answer | None = None
    ) -> None:
        """Ask about one relation, with what was said before."""
        initial = {"way": said.way.value, "strength": said.strength.value} if said else {}
        super().__init__(data, initial=initial)
        way = self.fields["way"]
        assert isinstance(way, forms.ChoiceField)  # noqa: S101 - tells the type checker
        way.label = question
        words = WAYS if directed else TOGETHER
        way.choices = [(key.value, words[key]) for key in Way]

    def clean(self) -> dict[str, Any]:
        """A direction has a strength."""
        cleaned = super().clean() or {}
        is_half = cleaned.get("way") in SIGNS and not cleaned.get("strength")
        if is_half and "strength" not in self.errors:
            self.add_error("strength", _("Kies ook hoe sterk, of zeg: weet ik niet."))
        return cleaned

    @property
    def answer(self) -> Answer:
        """What was said."""
        return read_answer(self.cleaned_data["way"], self.cleaned_data["strength"])


class RoundForm(forms.Form):
    """Which relations, and until when."""

    which = forms.ChoiceField(
        label=gettext_lazy("Welke relaties?"),
        widget=forms.RadioSelect,
        choices=[
            ("unknown", gettext_lazy("alleen waarvan de kaart het nog niet weet")),
            ("all", gettext_lazy("alle relaties van de kaart")),
        ],
        initial="unknown",
    )
    until = forms.DateField(
        label=gettext_lazy("Tot en met welke dag?"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def clean_until(self) -> date:
        """From today, and not half a year away."""
        day: date = self.cleaned_data["until"]
        if not civil_day() <= day <= civil_day() + FURTHEST:
            raise forms.ValidationError(_("Kies een dag van vandaag tot drie maanden hierna."))
        return day
