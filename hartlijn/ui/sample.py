"""The form on the page of components: one field of each kind."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField

FILLED: Final[dict[str, Any]] = {
    "name": "Noor",
    "day": "2026-09-01",
    "often": "week",
    "with_whom": ["sam", "joost"],
    "kind": "buddy",
    "note": "Vandaag voor het eerst alleen op huisbezoek. Het ging, en ik was blij met de auto.",
    "remind": "on",
    "shift": "late",
}
REFUSED: Final[dict[str, Any]] = {
    "name": "\u202eNoor",
    "day": "",
    "often": "never",
    "kind": "",
    "shift": "never",
}


class SampleForm(forms.Form):
    """One field of each kind."""

    name = PlainTextField(label=_("Hoe heet je?"), max_length=80, help_text=_("Zoals je wilt."))
    day = forms.DateField(label=_("Vanaf wanneer?"), widget=forms.DateInput(attrs={"type": "date"}))
    often = forms.ChoiceField(
        label=_("Hoe vaak?"),
        choices=[("week", _("Elke week")), ("month", _("Elke maand"))],
        widget=forms.RadioSelect,
    )
    with_whom = forms.MultipleChoiceField(
        label=_("Met wie?"),
        help_text=_("Meer mag."),
        choices=[("sam", "Sam"), ("joost", "Joost")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    kind = forms.ChoiceField(
        label=_("Als wat?"),
        choices=[("", _("Kies")), ("buddy", _("Buddy")), ("peer", _("Maatje"))],
    )
    note = forms.CharField(label=_("Wat raakte je vandaag?"), widget=forms.Textarea)
    file = forms.FileField(
        label=_("Een bestand"), help_text=_("We lezen het en bewaren het niet."), required=False
    )
    remind = forms.BooleanField(
        label=_("Herinner me er één keer aan"), help_text=_("Daarna niet meer."), required=False
    )
    shift = forms.ChoiceField(
        label=_("Maandag"),
        choices=[("early", _("vroeg")), ("late", _("laat")), ("night", _("nacht"))],
        widget=forms.RadioSelect,
        required=False,
    )
