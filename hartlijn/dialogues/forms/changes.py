"""A finding after the dialogue."""

from typing import Any

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

    def __init__(self, data: Any = None, *, now: str) -> None:
        """Begin with how it reads now."""
        super().__init__(data, initial={"text": now})
        self.now = now

    def clean_text(self) -> str:
        """Other words than those that stand there."""
        text: str = self.cleaned_data["text"]
        if text.split() == self.now.split():
            raise forms.ValidationError(
                _("Zo staat ze er al. Verander de woorden, of laat haar zo.")
            )
        return text
