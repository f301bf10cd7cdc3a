"""What somebody says about themselves."""

from functools import cache
from typing import ClassVar
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.models import Person


@cache
def known_zones() -> frozenset[str]:
    """Time zones of the IANA database."""
    return frozenset(available_timezones())


class ProfileForm(forms.ModelForm[Person]):
    """Name, language and time zone."""

    name = PlainTextField(
        label=_("Hoe heet je?"),
        max_length=80,
        help_text=_("Zo zien je begeleiders en je team je."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    time_zone = forms.CharField(
        label=_("Tijdzone"),
        max_length=40,
        help_text=_("Bijvoorbeeld Europe/Amsterdam."),
    )

    class Meta:
        """Of a person; the address changes elsewhere, with a check."""

        model = Person
        fields: ClassVar = ["name", "language", "time_zone"]
        widgets: ClassVar = {"language": forms.RadioSelect}

    def clean_time_zone(self) -> str:
        """Only zones the rule of the working times knows."""
        zone: str = self.cleaned_data["time_zone"]
        if zone not in known_zones():
            raise ValidationError(
                _("Deze tijdzone kennen we niet. Schrijf er een als Europe/Amsterdam.")
            )
        return zone
