"""Where a letter goes, and a device that shows a sign."""

from typing import Any, Final

from allauth.account.models import EmailAddress
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.delivery.models import MailWay
from hartlijn.delivery.models.ways import LONGEST_ENDPOINT
from hartlijn.lib.plain_text import PlainTextField
from hartlijn.lib.public_fetch import may_be_fetched
from hartlijn.people.models import Person

NONE: Final = ""


class LettersForm(forms.Form):
    """No letter, or one at an own address that was proven; the first address comes last.

    The first one is often of school or work, and a letter is better read elsewhere.
    """

    address = forms.ChoiceField(
        label=gettext_lazy("Een brief, en naar welk adres?"),
        help_text=gettext_lazy(
            "Liefst een adres dat van jou is, en niet van school of werk. Een werkgever kan meelezen."
        ),
        widget=forms.RadioSelect,
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy(
                "Dit adres staat niet bij jouw adressen. Kies een adres uit de lijst."
            )
        },
    )

    def __init__(self, data: Any = None, *, person: Person) -> None:
        """Offer the own proven addresses."""
        own = EmailAddress.objects.filter(user=person, verified=True)
        self.own = {str(one.pk): one for one in own.order_by("primary", "email")}
        way = MailWay.objects.visible_to(person).first()
        super().__init__(data, initial={"address": str(way.address_id) if way else NONE})
        field = self.fields["address"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
        none = (NONE, _("Nee, geen brief"))
        field.choices = [none, *((key, one.email) for key, one in self.own.items())]

    def chosen(self) -> EmailAddress | None:
        """The address, or None for no letter."""
        return self.own.get(self.cleaned_data["address"])


class AddressForm(forms.Form):
    """Where a browser's push service wants its signs."""

    endpoint = forms.CharField(
        max_length=LONGEST_ENDPOINT,
        widget=forms.HiddenInput,
        error_messages={
            "required": gettext_lazy(
                "Je browser gaf geen adres voor seintjes. Probeer het nog eens, of kies een brief."
            ),
        },
    )

    def clean_endpoint(self) -> str:
        """Only a public https address; where it lies is seen each time it is used."""
        endpoint: str = self.cleaned_data["endpoint"]
        if not may_be_fetched(endpoint):
            raise ValidationError(
                _("Dit adres voor seintjes kan hier niet. Kies een brief, of een andere browser."),
                code="address",
            )
        return endpoint


class DeviceForm(AddressForm):
    """A device, as its owner calls it."""

    label = PlainTextField(
        label=gettext_lazy("Hoe noem je dit apparaat?"),
        max_length=60,
        initial=gettext_lazy("Mijn telefoon"),
        error_messages={"required": gettext_lazy("Geef dit apparaat een naam.")},
    )
    field_order = ("label", "endpoint")
