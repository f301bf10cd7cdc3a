"""Invite one person into an organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.actions.guests import member_places, place_of
from hartlijn.people.actions.invitations import Guest
from hartlijn.people.forms.companions import AddressField
from hartlijn.people.forms.desk_fields import FromField, UnitField, UntilField, check_period
from hartlijn.people.models import Organisation, Role

ADDRESS_HELP = _("Het liefst een eigen adres: in een werkmailbox kan de werkgever meelezen.")


class InviteForm(forms.Form):
    """Whom, as what, where and from when until when."""

    email = AddressField(label=_("E-mailadres"), help_text=ADDRESS_HELP)
    name = PlainTextField(
        label=_("Naam"),
        max_length=80,
        required=False,
        help_text=_("Deze persoon kan de naam nog veranderen. Mag leeg blijven."),
    )
    role = forms.ChoiceField(label=_("Rol"), choices=Role.choices, initial=Role.STARTER)
    unit = UnitField()
    starts_on = FromField(
        required=False, help_text=_("Leeg: vanaf de dag dat de uitnodiging is aangenomen.")
    )
    ends_on = UntilField()

    def __init__(self, *args: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.organisation = organisation
        field = self.fields["unit"]
        assert isinstance(field, UnitField)  # noqa: S101 - tells the type checker
        field.of(organisation)

    def clean(self) -> dict[str, Any]:
        """Somebody who has this place needs no letter."""
        cleaned = super().clean() or {}
        check_period(self, cleaned, too_late=_("Kies een dag na vandaag, of laat het leeg."))
        if not self.errors:
            guest = self.guest()
            if place_of(guest) in member_places([guest.email], self.organisation):
                self.add_error(
                    "email", _("Deze persoon heeft deze plek al. Een brief is niet nodig.")
                )
        return cleaned

    def guest(self) -> Guest:
        """Who was filled in."""
        return Guest(**self.cleaned_data)


class CoordinatorForm(forms.Form):
    """The first coordinator of an organisation."""

    email = AddressField(label=_("E-mailadres"), help_text=ADDRESS_HELP)
    name = PlainTextField(
        label=_("Naam"), max_length=80, required=False, help_text=_("Mag leeg blijven.")
    )
