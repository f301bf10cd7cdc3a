"""A finding after the dialogue."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.forms.fields import LinesField
from hartlijn.dialogues.pasting import LONGEST


class NextForm(forms.Form):
    """How it reads now, and why."""

    text = LinesField(label=_("De bevinding"), max_length=LONGEST)
    because = LinesField(
        label=_("Wat in de dialoog maakte dat ze verandert?"),
        max_length=1_000,
        rows=2,
        help_text=_("In jouw woorden, zonder namen."),
    )
