"""Fields for the words of a template: Dutch asked for, English if somebody wants it."""

import re
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.library.schema import MARKUP

SPACE: Final = re.compile(r"[ \t\r\n]+")
ENGLISH: Final = _("Mag leeg blijven. Dan leest iedereen het in het Nederlands.")


class Words(PlainTextField):
    """One plain text; lines in it become one line."""

    def to_python(self, value: Any) -> str:
        """Make single spaces of all space, before anything is called hidden."""
        return SPACE.sub(" ", super().to_python(value)).strip()

    def validate(self, value: str) -> None:
        """No HTML: it would be read as it is."""
        super().validate(value)
        if MARKUP.search(value):
            raise ValidationError(
                _("Hier staat HTML in. Schrijf gewone tekst, zonder < en &…;."), code="markup"
            )


def dutch_and_english(
    name: str, labels: tuple[Any, Any], most: int, *, required: bool = True, rows: int = 0
) -> dict[str, forms.Field]:
    """The two fields of one text, with the label of each."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    options: dict[str, Any] = {"max_length": most, "widget": widget}
    return {
        f"{name}_nl": Words(label=labels[0], required=required, **options),
        f"{name}_en": Words(label=labels[1], required=False, help_text=ENGLISH, **options),
    }


def two_of(text: Any, name: str) -> dict[str, str]:
    """A text as it stands in its two fields; English that only repeats the Dutch is left open."""
    said = text if isinstance(text, dict) else {}
    dutch, english = said.get("nl", ""), said.get("en", "")
    return {f"{name}_nl": dutch, f"{name}_en": "" if english == dutch else english}


def one_of(cleaned: dict[str, Any], name: str) -> dict[str, str] | None:
    """The text of two fields; None when both are empty."""
    dutch, english = cleaned.get(f"{name}_nl", ""), cleaned.get(f"{name}_en", "")
    return {"nl": dutch or english, "en": english or dutch} if dutch or english else None
