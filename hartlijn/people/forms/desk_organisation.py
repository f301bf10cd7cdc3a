"""What an organisation and its units are called."""

import re
from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.actions.organisations import NAME_TAKEN, ORGANISATION_TAKEN
from hartlijn.people.models import Organisation, Unit
from hartlijn.people.unit_names import STEP

Data = Mapping[str, Any] | None
DOMAIN: Final = re.compile(
    r"(?=.{4,120}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)
OF_EVERYBODY: Final = frozenset({
    "aol.com", "casema.nl", "chello.nl", "gmail.com", "gmx.com", "gmx.net", "hetnet.nl",
    "home.nl", "hotmail.com", "hotmail.nl", "icloud.com", "kpnmail.nl", "kpnplanet.nl",
    "live.com", "live.nl", "mac.com", "mail.com", "me.com", "msn.com", "outlook.com",
    "planet.nl", "proton.me", "protonmail.com", "quicknet.nl", "tele2.nl", "telfort.nl",
    "upcmail.nl", "xs4all.nl", "yahoo.com", "ymail.com", "zeelandnet.nl", "ziggo.nl",
    "zonnet.nl",
})  # fmt: skip
"""Where people have an address of their own; no organisation can say that it is theirs."""


class AboutForm(forms.Form):
    """Name and own e-mail domain of an organisation."""

    name = PlainTextField(label=_("Naam"), max_length=120)
    email_domain = PlainTextField(
        label=_("Eigen e-maildomein"),
        max_length=120,
        required=False,
        help_text=_(
            "Bijvoorbeeld school.nl. Wie alleen met zo’n adres binnenkomt, vragen we op tijd om "
            "ook een eigen adres. Mag leeg blijven."
        ),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )

    def __init__(self, data: Data = None, *, organisation: Organisation) -> None:
        initial = {"name": organisation.name, "email_domain": organisation.email_domain}
        super().__init__(data, initial=initial)
        self.organisation = organisation

    def clean_name(self) -> str:
        """Two organisations never share a name."""
        name: str = self.cleaned_data["name"]
        others = Organisation.objects.exclude(pk=self.organisation.pk)
        if others.filter(name__iexact=name).exists():
            raise ValidationError(ORGANISATION_TAKEN)
        return name

    def clean_email_domain(self) -> str:
        """A domain, and one that is an organisation's."""
        typed: str = self.cleaned_data["email_domain"]
        domain = typed.lower().removeprefix("@")
        if domain in OF_EVERYBODY:
            raise ValidationError(
                _(
                    "Bij %(domain)s hebben mensen hun eigen adres. Laat dit leeg, of vul een eigen domein in."
                ),
                params={"domain": domain},
            )
        if domain and not DOMAIN.fullmatch(domain):
            raise ValidationError(
                _("Dit is geen domein. Schrijf wat achter de @ staat, zoals school.nl.")
            )
        return domain


class UnitNameForm(forms.Form):
    """Another name for a unit."""

    name = PlainTextField(label=_("Naam"), max_length=120)

    def __init__(
        self, data: Data = None, *, organisation: Organisation, unit: Unit | None = None
    ) -> None:
        super().__init__(data, initial={"name": unit.name} if unit else None)
        self.organisation, self.unit = organisation, unit

    def beside(self) -> Unit | None:
        """Below which unit it stands."""
        return self.unit.parent if self.unit else None

    def clean(self) -> dict[str, Any]:
        """Two units of one parent never share a name; ``>`` stands between a whole and its part."""
        cleaned = super().clean() or {}
        name = cleaned.get("name", "")
        siblings = Unit.objects.filter(organisation=self.organisation, parent=self.beside())
        if self.unit:
            siblings = siblings.exclude(pk=self.unit.pk)
        if STEP.strip() in name:
            self.add_error("name", _("Laat het teken > weg."))
        elif name and siblings.filter(name__iexact=name).exists():
            self.add_error("name", NAME_TAKEN)
        return cleaned


class UnitForm(UnitNameForm):
    """A new unit, on top or below another."""

    parent = forms.ModelChoiceField(
        label=_("Hoort bij"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("De organisatie als geheel"),
        error_messages={
            "invalid_choice": _("Hier kan geen onderdeel onder. Kies een ander."),
        },
    )

    def __init__(self, data: Data = None, *, organisation: Organisation) -> None:
        super().__init__(data, organisation=organisation)
        field = self.fields["parent"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
        field.queryset = Unit.objects.filter(organisation=organisation, parent=None)

    def beside(self) -> Unit | None:
        """Below which unit it will stand."""
        parent: Unit | None = self.cleaned_data.get("parent")
        return parent
