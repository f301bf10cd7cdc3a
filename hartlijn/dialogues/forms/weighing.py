"""Which map the hall weighs, and which of its relations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.actions.weighing import MOST
from hartlijn.factors.models import MapVersion
from hartlijn.factors.weighed.asking import question
from hartlijn.factors.weighed.unknown import unknown


class AskedForm(forms.Form):
    """One to twelve relations; those of which the map knows too little are chosen already."""

    asked = forms.MultipleChoiceField(
        label=_("Welke relaties? Kies er ten hoogste 12."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies een tot twaalf relaties.")},
    )

    def __init__(self, data: Any = None, *, version: MapVersion) -> None:
        """Offer all of them, the unknown first."""
        document = version.document
        first = unknown(document)
        super().__init__(data, initial={"asked": first[:MOST]})
        every = [question(document, one, None) for one in document.relations]
        asked = self.fields["asked"]
        assert isinstance(asked, forms.MultipleChoiceField)  # noqa: S101 - tells the type checker
        asked.choices = [
            (one.key, f"{one.source} {one.arrow} {one.target}")
            for one in sorted(every, key=lambda one: one.key not in first)
        ]

    def clean_asked(self) -> list[str]:
        """So many as people answer in a hall."""
        asked: list[str] = self.cleaned_data["asked"]
        if len(asked) > MOST:
            raise forms.ValidationError(_("Kies een tot twaalf relaties."))
        return asked
