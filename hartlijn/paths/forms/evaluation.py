"""Chosen words about the doing of an organisation."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from hartlijn.paths.evaluations import Asked


class EvaluationForm(forms.Form):
    """One choice for each question; none has to be answered."""

    def __init__(self, data: Any, *, asked: Iterable[Asked], said: Mapping[str, str]) -> None:
        """Show what was said before."""
        super().__init__(data, initial=dict(said))
        for one in asked:
            self.fields[one.key] = forms.ChoiceField(
                label=one.question,
                choices=[*one.words, ("", _("hier zeg ik niets over"))],
                widget=forms.RadioSelect,
                required=False,
                initial=said.get(one.key, ""),
                error_messages={"invalid_choice": _("Kies een van de woorden die er staan.")},
            )
