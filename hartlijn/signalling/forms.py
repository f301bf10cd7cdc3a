"""What somebody writes, to whom, and what comes back."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any, Final
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.plain_text import PlainTextField, hidden
from hartlijn.people.models import Person
from hartlijn.signalling.actions.gathering import Words
from hartlijn.signalling.models import (
    LONGEST,
    LONGEST_ANSWER,
    TO_ANSWER,
    Addressee,
    Kind,
    Signal,
)
from hartlijn.signalling.naming import reaches_somebody

SOONEST: Final = TO_ANSWER + timedelta(days=7)
FURTHEST: Final = timedelta(days=366)
HIDDEN: Final = _("Hier staat een onzichtbaar teken in. Typ de tekst opnieuw.")

REACHES: Final = _(
    "Hier staat een telefoonnummer of mailadres in. Haal dat weg: een signaal gaat over "
    "omstandigheden, nooit over een persoon."
)


def plain(said: str) -> str:
    """Text of several lines without signs that hide; raises ``ValidationError``."""
    text = said.replace("\r\n", "\n").strip()
    if any(hidden(sign) for sign in text if sign not in "\n\t"):
        raise forms.ValidationError(HIDDEN)
    return text


def about_nobody(text: str) -> str:
    """Text without a number or an address of somebody; raises ``ValidationError``."""
    if reaches_somebody(text):
        raise forms.ValidationError(REACHES)
    return text


class SignalForm(forms.Form):
    """A signal of starters."""

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)
    to = forms.ModelChoiceField(
        label=_("Aan wie?"),
        queryset=Addressee.objects.none(),
        empty_label=None,
        error_messages={
            "invalid_choice": _("Deze geadresseerde is er niet meer. Kies een andere.")
        },
    )
    text = forms.CharField(
        label=_("Wat wil je laten weten?"),
        help_text=_(
            "Schrijf over omstandigheden: tijd, bezetting, regels, beleid. Nooit over een persoon."
        ),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
    answer_by = forms.DateField(
        label=_("Uiterlijk op welke dag verwacht je antwoord?"),
        help_text=_(
            "Vanaf drie weken vooruit. Tot twee weken voor die dag kunnen anderen tekenen."
        ),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        by: Person,
        signal: Signal | None = None,
    ) -> None:
        """Offer the addressees of the own organisations; begin with what was written."""
        own = Addressee.objects.visible_to(by).select_related("organisation")
        initial: dict[str, Any] = {"token": uuid4(), "answer_by": civil_day() + 2 * SOONEST}
        if signal:
            initial |= {"text": signal.text, "answer_by": signal.answer_by}
            initial["to"] = own.filter(
                organisation=signal.organisation_id, name=signal.to_name
            ).first()
        super().__init__(data, initial=initial)
        to = self.fields["to"]
        assert isinstance(to, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
        to.queryset = own
        several = own.values("organisation").distinct().count() > 1
        to.label_from_instance = partial(_named, several)  # type: ignore[method-assign]

    def clean_text(self) -> str:
        """Without signs that hide, and without a way to reach somebody."""
        return about_nobody(plain(self.cleaned_data["text"]))

    def clean_answer_by(self) -> date:
        """Far enough to gather and to answer, and within a year."""
        day: date = self.cleaned_data["answer_by"]
        today = civil_day()
        if not today + SOONEST <= day <= today + FURTHEST:
            raise forms.ValidationError(
                _("Kies een dag vanaf drie weken vooruit, en binnen een jaar.")
            )
        return day

    @property
    def words(self) -> Words:
        """What was written."""
        said = self.cleaned_data
        return Words(said["to"], said["text"], said["answer_by"])

    @property
    def its_token(self) -> UUID:
        """The id that this form gives a signal; a forged one is replaced."""
        return self.cleaned_data["token"] or uuid4()


def _named(several: bool, one: Addressee) -> str:  # noqa: FBT001 - bound beforehand
    named = f"{one.name} ({one.organisation})" if several else one.name
    return f"{named} · {one.address}"


class AddresseeForm(forms.Form):
    """A role and its address."""

    kind = forms.ChoiceField(label=_("Wat voor geadresseerde is het?"), choices=Kind.choices)
    name = PlainTextField(
        label=_("Hoe heet de geadresseerde?"),
        max_length=120,
        help_text=_("Een rol of een orgaan, geen persoon. Bijvoorbeeld: Raad van bestuur."),
    )
    address = forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        help_text=_("Liefst een postbus van die rol, die ook gelezen wordt als iemand weg is."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    language = forms.ChoiceField(
        label=_("Taal van de brief"), choices=Person.Language.choices, initial=Person.Language.NL
    )


class AnswerForm(forms.Form):
    """What whoever must answer says."""

    answer = forms.CharField(
        label=_("Uw antwoord"),
        help_text=_(
            "Wat doet u, wat niet, en wanneer? Dit lezen de mensen die het signaal stuurden."
        ),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    answered_as = PlainTextField(
        label=_("Namens wie antwoordt u?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: de raad van bestuur. Uw naam mag erbij, maar hoeft niet."),
    )

    def clean_answer(self) -> str:
        """Without signs that hide."""
        return plain(self.cleaned_data["answer"])
