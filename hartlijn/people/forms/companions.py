"""Ask somebody to walk along, or welcome a starter."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models import Companionship, Person

Kind = Companionship.Kind
WHAT_THEY_DO: Final = (
    (Kind.WORK_MENTOR, _("werkbegeleider: begeleidt je bij het werk zelf")),
    (Kind.BUDDY, _("buddy: een collega die je wegwijs maakt en je niet beoordeelt")),
    (Kind.SUPERVISOR, _("supervisor: helpt je te leren van wat je in je werk meemaakt")),
    (Kind.STUDY_COACH, _("studieloopbaancoach: begeleidt je vanuit je opleiding")),
    (Kind.PEER, _("maatje: net als jij een starter, die hetzelfde meemaakt")),
)
"""Each kind with half a sentence: a starter may hear these words for the first time."""


class AddressField(forms.EmailField):
    """An e-mail address, kept in small letters: to a mailbox, capitals make no difference."""

    widget = forms.EmailInput(attrs={"autocomplete": "off"})

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class InvitingForm(forms.Form):
    """Something that can end in a letter to an address."""

    email: forms.Field

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.person = person

    def clean_email(self) -> str:
        """Refuse the own address; whether others are known is never said."""
        email: str = self.cleaned_data["email"]
        if email == self.person.email.lower():
            raise ValidationError(_("Dit is je eigen adres. Vul dat van iemand anders in."))
        return email


class AskForm(InvitingForm):
    """Who, and as what: somebody you know here, or somebody you reach by e-mail."""

    kind = forms.ChoiceField(
        label=_("Als wat loopt iemand met je mee?"),
        choices=WHAT_THEY_DO,
        widget=forms.RadioSelect,
    )
    companion = forms.ModelChoiceField(
        label=_("Iemand die je hier kent"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Kies een naam"),
        help_text=_("Je team, je cohort en wie al met je meeloopt."),
    )
    email = AddressField(
        label=_("Of iemand anders, per e-mail"),
        max_length=254,
        required=False,
        help_text=_("Het liefst een eigen adres: in een werkmailbox kan de werkgever meelezen."),
    )

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        super().__init__(*args, person=person, **options)
        near = Person.objects.visible_to(person).filter(is_active=True).exclude(pk=person.pk)
        field = self.fields["companion"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
        field.queryset = near.order_by("name", "pk")

    def clean(self) -> dict[str, Any]:
        """One person, in one of the two ways."""
        found = super().clean() or {}
        if self.errors:
            return found
        if bool(found.get("companion")) == bool(found.get("email")):
            raise ValidationError(_("Kies één naam, of vul één e-mailadres in."))
        return found


class WelcomeForm(InvitingForm):
    """The address of a starter to welcome."""

    email = AddressField(
        label=_("Het e-mailadres van de starter"),
        max_length=254,
        help_text=_("Het liefst een eigen adres: in een werkmailbox kan de werkgever meelezen."),
    )
