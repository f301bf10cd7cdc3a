"""The one form that is meant to slow somebody down: leaving."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models import Person


class LeaveForm(forms.Form):
    """Typing the own address says: this account, and I mean it."""

    email = forms.CharField(
        label=_("Typ het e-mailadres van dit account"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={"required": _("Typ je e-mailadres. Zo verwijdert niemand per ongeluk.")},
    )

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.person = person
        self.fields["email"].help_text = person.email

    def clean_email(self) -> str:
        """The address of this account, whatever its capitals."""
        typed = str(self.cleaned_data["email"])
        if typed.casefold() != self.person.email.casefold():
            raise ValidationError(
                _(
                    "Dit is niet het adres van dit account. Typ het precies zoals het hierboven staat."
                )
            )
        return typed
