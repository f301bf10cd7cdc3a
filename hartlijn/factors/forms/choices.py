"""Choose one row; what is no id of any is told as what is not in the list."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from hartlijn.ui.forms import LIST


class RowField(forms.ModelChoiceField):  # type: ignore[type-arg] # Django knows no such brackets
    """A row by its id."""

    def to_python(self, value: Any) -> Any:
        """Say our sentence for an id that cannot be one."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            raise ValidationError(LIST, code="invalid_choice") from error
