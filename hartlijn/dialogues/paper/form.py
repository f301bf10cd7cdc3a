"""One card, typed as one line."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.models import Dialogue
from hartlijn.dialogues.paper.typed import PaperCard, UnreadableError, read
from hartlijn.dialogues.pasting import LONGEST


class CardForm(forms.Form):
    """What stands on the card, and by which it is known when it comes twice."""

    line = forms.CharField(
        label=_("Wat staat er op de kaart?"),
        max_length=LONGEST + 20,
        error_messages={"required": _("Typ eerst wat er op de kaart staat.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "true"}
        ),
    )
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, data: Any = None, *, dialogue: Dialogue) -> None:
        """A form for the cards of one dialogue."""
        super().__init__(data)
        self.dialogue = dialogue
        self.card: PaperCard | None = None

    def clean_line(self) -> str:
        """Read it; what is wrong stands beside the field."""
        line: str = self.cleaned_data["line"]
        findings = self.dialogue.put.count()
        try:
            self.card = read(line, language=self.dialogue.language, findings=findings)
        except UnreadableError as error:
            raise forms.ValidationError(str(error)) from error
        return line

    @property
    def typed(self) -> tuple[PaperCard, UUID]:
        """A card that was read, and its token; of a form that is valid."""
        if self.card is None:
            raise ValueError("Ask is_valid first.")
        return self.card, self.cleaned_data["token"]
