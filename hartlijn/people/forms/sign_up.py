"""The extra question of an open sign-up: somebody's name."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.models import Person


class NameForm(forms.Form):
    """Asked beside address and password when the operator opened sign-up."""

    name = PlainTextField(label=_("Hoe heet je?"), max_length=80)

    def signup(self, request: HttpRequest, user: Person) -> None:
        """Nothing more to do: the adapter kept the name (the hook is required)."""
