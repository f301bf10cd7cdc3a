"""Say yes to an invitation, with a new account or the own one."""

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.models import Companionship, Invitation, Person


class AcceptForm(forms.Form):
    """Saying yes. Who is welcomed by a companion may ask that person to walk along."""

    walk_along = forms.ChoiceField(
        label=_("Wil je vragen of deze persoon met je meeloopt?"),
        choices=[("", _("Nog niet")), *Companionship.Kind.choices],
        required=False,
        initial="",
        widget=forms.RadioSelect,
        help_text=_("Je kunt het later ook nog vragen, en altijd weer stoppen."),
    )

    def __init__(self, *args: Any, invitation: Invitation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.invitation = invitation
        if not invitation.is_welcome:
            del self.fields["walk_along"]


class NewAccountForm(AcceptForm):
    """A name and a password. The address is the one the letter was sent to."""

    name = PlainTextField(
        label=_("Hoe heet je?"),
        max_length=80,
        help_text=_("Zo zien je begeleiders en je team je."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.CharField(
        label=_("E-mailadres"),
        required=False,
        help_text=_("Hiermee meld je je straks aan. Je kunt het later veranderen."),
        widget=forms.EmailInput(attrs={"autocomplete": "username", "readonly": True}),
    )
    password = forms.CharField(
        label=_("Wachtwoord"),
        max_length=512,
        strip=False,
        help_text=_("Minstens 10 tekens. Een zin die je makkelijk onthoudt, werkt goed."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    field_order = ["name", "email", "password", "walk_along"]

    def __init__(self, *args: Any, invitation: Invitation, **options: Any) -> None:
        options.setdefault("initial", {"name": invitation.name, "email": invitation.email})
        super().__init__(*args, invitation=invitation, **options)

    def clean_email(self) -> str:
        """Whatever was sent along: the letter decides."""
        return self.invitation.email.lower()

    def clean_password(self) -> str:
        """Long enough, not a common one, and not the own name or address."""
        password: str = self.cleaned_data["password"]
        somebody = Person(name=self.cleaned_data.get("name", ""), email=self.invitation.email)
        get_adapter().clean_password(password, somebody)
        return password
