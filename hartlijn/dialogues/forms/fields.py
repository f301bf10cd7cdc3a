"""Texts as people paste them: signs nobody sees are taken out, everything else stays."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.pasting import clean, without_label


def other_language(language: str) -> "str | Promise":
    """The one a dialogue is not held in, as it stands in the label of a field."""
    return _("het Nederlands") if language == "en" else _("het Engels")


class LinesField(forms.CharField):
    """A text of several lines."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        """Take the options of a ``CharField``."""
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        """Take out what nobody sees."""
        return clean(super().to_python(value) or "").strip()


class LineField(LinesField):
    """A text of one line."""

    def __init__(self, **options: Any) -> None:
        """Take the options of a ``CharField``."""
        super().__init__(widget=forms.TextInput(), **options)

    def to_python(self, value: Any) -> str:
        """On one line."""
        return " ".join(super().to_python(value).split())


class SourceField(LineField):
    """Where something was found."""

    def to_python(self, value: Any) -> str:
        """Without the word that a page puts before it."""
        return without_label(super().to_python(value))
