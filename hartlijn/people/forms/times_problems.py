"""What is wrong in a form about many days, each sentence with the day it is about."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS


class TimesForm(forms.Form):
    """A form in which several fields belong to one day or shift."""

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.about: dict[str, str] = {}  # by field name: the day or shift it belongs to

    def problems(self) -> list[tuple[str, str]]:
        """For the summary above the form: the id to go to, and the sentence."""
        return [
            (self._anchor(name), self._named(name, str(error)))
            for name, errors in self.errors.items()
            for error in errors
        ]

    def _anchor(self, name: str) -> str:
        if name == NON_FIELD_ERRORS:
            return ""
        # A group of chips has no input of its own to go to, but a frame with this id.
        return self[name].id_for_label or str(self[name].auto_id)

    def _named(self, name: str, sentence: str) -> str:
        about = self.about.get(name)
        return f"{about}: {sentence}" if about else sentence
