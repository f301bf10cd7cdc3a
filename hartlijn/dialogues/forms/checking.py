"""What somebody says of a draft, what is answered, and whom to write to."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.actions.checking import TWO_WEEKS
from hartlijn.dialogues.forms.fields import LinesField
from hartlijn.dialogues.forms.leads import Apart
from hartlijn.dialogues.models import Perspective, Remark
from hartlijn.lib.civil_day import civil_day

LONGEST: Final = 2_000
AT_ONCE: Final = 100


class UntilForm(Apart):
    """Up to and including which day."""

    apart = "until"
    until = forms.DateField(
        label=_("Tot en met welke dag lezen deelnemers mee?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Meestal twee weken. Daarna sluit de dialoog vanzelf."),
    )

    def __init__(self, data: Any = None) -> None:
        """Two weeks, unless said otherwise."""
        super().__init__(data, initial={"until": civil_day() + TWO_WEEKS})

    def clean_until(self) -> date:
        """From tomorrow on, within three months."""
        day: date = self.cleaned_data["until"]
        if not civil_day() < day <= civil_day() + 7 * TWO_WEEKS:
            raise ValidationError(_("Kies een dag vanaf morgen, binnen drie maanden."))
        return day


class RemarkForm(Apart):
    """What is wrong or missing."""

    apart = "say"
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    token = forms.UUIDField(widget=forms.HiddenInput)
    what = forms.ChoiceField(
        label=_("Wat is er?"), choices=Remark.What.choices, widget=forms.RadioSelect
    )
    text = LinesField(
        label=_("Hoe zou het moeten zijn?"),
        max_length=LONGEST,
        help_text=_("Noem geen namen, ook niet die van jezelf."),
    )


class AnswerForm(Apart):
    """What who leads did with it."""

    apart = "answer"
    outcome = forms.ChoiceField(
        label=_("Wat deed je ermee?"), choices=Remark.Outcome.choices, widget=forms.RadioSelect
    )
    answer = LinesField(label=_("Wat veranderde er, of waarom blijft het zo?"), max_length=LONGEST)


class AddressesForm(Apart):
    """Addresses as they are pasted from a letter or a list."""

    apart = "addresses"
    addresses = forms.CharField(
        label=_("E-mailadressen"),
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        max_length=20_000,
        help_text=_("Onder elkaar, of met een komma ertussen. Hooguit honderd tegelijk."),
    )

    def clean_addresses(self) -> list[str]:
        """Each of them an address; the first that is none is named."""
        found = list(dict.fromkeys(_parts(self.cleaned_data["addresses"])))
        if len(found) > AT_ONCE:
            raise ValidationError(_("Dit zijn er meer dan honderd. Stuur ze in delen."))
        for one in found:
            try:
                validate_email(one)
            except ValidationError:
                raise ValidationError(
                    _("“%(one)s” is geen e-mailadres."), params={"one": one[:80]}
                ) from None
        if not found:
            raise ValidationError(_("Vul minstens één adres in."))
        return found


class PerspectiveForm(forms.Form):
    """From where somebody looks."""

    perspective = forms.ChoiceField(
        label=_("Vanuit welk perspectief doe je mee?"),
        choices=Perspective.choices,
        widget=forms.RadioSelect,
        help_text=_("Je naam vragen we niet."),
    )


def _parts(text: str) -> Iterator[str]:
    """“Noor de Wit <noor@…>” is an address too."""
    for piece in text.replace(",", "\n").replace(";", "\n").splitlines():
        inner = piece.rpartition("<")[2].partition(">")[0] if "<" in piece else piece
        yield from (word.lower() for word in inner.split() if word)
