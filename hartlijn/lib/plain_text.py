"""One line of text as people write it: any script and emoji, no hidden control characters."""

import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.hidden import blank, hidden

__all__ = ["PlainTextField", "hidden", "validate_plain"]


def validate_plain(value: str) -> None:
    """Refuse control characters and marks that turn the reading direction."""
    if any(hidden(character) for character in value):
        raise ValidationError(
            _("Hier staat een onzichtbaar teken in. Typ de tekst opnieuw, zonder te plakken."),
            code="hidden",
        )


class PlainTextField(forms.CharField):
    """A ``CharField`` of one line without hidden characters."""

    def __init__(self, **options: Any) -> None:
        """Take the options of a ``CharField``."""
        super().__init__(**options)
        self.validators.append(validate_plain)

    def to_python(self, value: Any) -> str:
        """Normalise to NFC, so that one name is one text; what shows nothing is nothing."""
        said = unicodedata.normalize("NFC", super().to_python(value) or "")
        return "" if blank(said) else said
