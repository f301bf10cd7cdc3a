"""A signal that a dialogue sends: to whom, what, and before which day."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.forms.fields import LineField, LinesField
from hartlijn.dialogues.models import Dialogue
from hartlijn.lib.civil_day import civil_day
from hartlijn.signalling.actions.sending import To
from hartlijn.signalling.forms import FURTHEST, about_nobody
from hartlijn.signalling.models import LONGEST, TO_ANSWER, Addressee, Kind


class SignalForm(forms.Form):
    """An addressee of the organisation, or one that is typed."""

    known = forms.ModelChoiceField(
        label=_("Aan wie?"),
        queryset=Addressee.objects.none(),
        required=False,
        empty_label=_("Iemand anders, vul hieronder in"),
    )
    name = LineField(
        label=_("Hoe heet de geadresseerde?"),
        max_length=120,
        required=False,
        help_text=_("Een rol of een orgaan, geen persoon. Bijvoorbeeld: Raad van bestuur."),
    )
    address = forms.EmailField(label=_("E-mailadres"), required=False, max_length=254)
    kind = forms.ChoiceField(
        label=_("Wat voor geadresseerde is het?"), choices=Kind.choices, required=False
    )
    text = LinesField(
        label=_("Wat willen jullie laten weten?"),
        max_length=LONGEST,
        rows=8,
        help_text=_(
            "Schrijf over omstandigheden: tijd, bezetting, regels, beleid. Nooit over een persoon."
        ),
    )
    answer_by = forms.DateField(
        label=_("Uiterlijk op welke dag verwachten jullie antwoord?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, data: Any = None, *, dialogue: Dialogue) -> None:
        """Offer what the desk of the organisation set up."""
        super().__init__(data, initial={"answer_by": civil_day() + 3 * TO_ANSWER})
        self.language = dialogue.language
        known = self.fields["known"]
        assert isinstance(known, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
        known.queryset = Addressee.objects.filter(organisation=dialogue.organisation_id)

    def clean_text(self) -> str:
        """About conditions: without a way to reach somebody."""
        return about_nobody(self.cleaned_data["text"])

    def clean_answer_by(self) -> date:
        """At least two weeks to answer, at most a year."""
        day: date = self.cleaned_data["answer_by"]
        if not civil_day() + TO_ANSWER <= day <= civil_day() + FURTHEST:
            raise forms.ValidationError(
                _("Kies een dag vanaf twee weken vooruit, en binnen een jaar.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        """Somebody has to be written to."""
        cleaned = super().clean() or {}
        if not cleaned.get("known"):
            for name in ("name", "address"):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, _("Vul dit in, of kies hierboven aan wie het gaat."))
        return cleaned

    @property
    def to(self) -> To:
        """Whom it is for."""
        said = self.cleaned_data
        if one := said["known"]:
            return To(one.name, one.address, one.kind, one.language)
        return To(said["name"], said["address"], said["kind"] or Kind.OTHER, self.language)
