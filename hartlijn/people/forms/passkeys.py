"""The library's passkey forms, for whatever somebody sends in the place of a passkey's answer.

A browser fills these in, so nobody mistypes them; a page may still not break on rubbish, and the
library passes it on to programs that read bytes.
"""

import struct
from typing import Any, Final

from allauth.mfa.webauthn import forms as library
from cryptography.exceptions import UnsupportedAlgorithm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

FAILED: Final = _("Dat lukte niet, of je stopte. Probeer het opnieuw of kies een andere manier.")
UNREADABLE: Final = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RuntimeError,  # too deep is one
    TypeError,
    UnsupportedAlgorithm,
    ValueError,
    struct.error,
)
"""What reading bytes that are something else ends in."""


class AnswerField(forms.JSONField):
    """What a passkey answered: an object, never shown again, because it answers one question once."""

    widget = forms.HiddenInput
    default_error_messages = {"required": FAILED, "invalid": FAILED}

    def to_python(self, value: Any) -> Any:
        """An object, or a refusal; also for what is too deep or too long to read."""
        try:
            found = super().to_python(value)
        except (RecursionError, ValueError) as error:
            raise ValidationError(FAILED, code="invalid") from error
        if found is not None and not isinstance(found, dict):
            raise ValidationError(FAILED, code="invalid")
        return found

    def bound_data(self, data: Any, initial: Any) -> Any:
        """As it was sent; nobody reads it."""
        return data

    def prepare_value(self, value: Any) -> str:
        """The page asks anew."""
        return ""


class AddForm(library.AddWebAuthnForm):  # type: ignore[misc]
    """Make a passkey."""

    credential = AnswerField()

    def clean(self) -> dict[str, Any]:
        """Refuse what is not an answer of a passkey."""
        try:
            cleaned: dict[str, Any] = super().clean()
        except UNREADABLE as error:
            raise ValidationError(FAILED) from error
        return cleaned


class _AnswerForm(library.AuthenticateWebAuthnForm):  # type: ignore[misc]
    """Show that one has the passkey."""

    credential = AnswerField()

    def clean_credential(self) -> Any:
        """Refuse what is not an answer of a passkey."""
        try:
            return super().clean_credential()
        except UNREADABLE as error:
            raise ValidationError(FAILED) from error


class SecondStepForm(_AnswerForm):
    """After the password."""


class SignInForm(_AnswerForm, library.LoginWebAuthnForm):  # type: ignore[misc]
    """Instead of a password."""


class AgainForm(_AnswerForm, library.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """Before a change of the account."""
