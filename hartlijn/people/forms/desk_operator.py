"""What an operator fills in: a name to look for, and a new organisation."""

from typing import Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinLengthValidator
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.actions.organisations import ORGANISATION_TAKEN
from hartlijn.people.models import Organisation, Person

SHORTEST: Final = 2
TOO_SHORT: Final = _("Typ minstens twee letters.")


class AccountSearch(forms.Form):
    """Part of a name or address. Without one nobody is shown."""

    q = PlainTextField(
        label=_("Naam of e-mailadres"),
        max_length=254,
        required=False,
        validators=[MinLengthValidator(SHORTEST, TOO_SHORT)],
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    closed = forms.BooleanField(label=_("Alleen afgesloten accounts"), required=False)

    def accounts(self) -> QuerySet[Person]:
        """Those that were asked for."""
        found: QuerySet[Person] = Person.objects.order_by("name", "pk")
        if not self.is_valid():
            return found.none()
        wanted, closed = self.cleaned_data["q"], self.cleaned_data["closed"]
        found = found.filter(Q(name__icontains=wanted) | Q(email__icontains=wanted))
        if closed:
            found = found.filter(is_active=False)
        return found if wanted or closed else found.none()


class OrganisationForm(forms.Form):
    """A new organisation."""

    name = PlainTextField(label=_("Naam"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Soort"),
        choices=Organisation.Kind.choices,
        initial=Organisation.Kind.PRACTICE,
        widget=forms.RadioSelect,
    )

    def clean_name(self) -> str:
        """Two organisations never share a name."""
        name: str = self.cleaned_data["name"]
        if Organisation.objects.filter(name__iexact=name).exists():
            raise ValidationError(ORGANISATION_TAKEN)
        return name
