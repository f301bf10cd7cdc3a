"""The sign-in form in our words."""

from typing import Any

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):  # type: ignore[misc]
    """Address, password, and whether this device is yours (people/sessions.py)."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        login, password = self.fields["login"], self.fields["password"]
        login.label, password.label = _("E-mailadres"), _("Wachtwoord")
        password.help_text = ""
        for field in (login, password):
            field.widget.attrs.pop("placeholder", None)
        remember = self.fields["remember"]
        remember.label = _("Dit is mijn eigen toestel")
        remember.help_text = _(
            "Je blijft dan twaalf uur aangemeld. Op een gedeelde computer stopt het na een half uur "
            "zonder iets te doen."
        )
