"""A sentence in own words, a sentence for the summary, and a document as a template."""

import re
from collections.abc import Collection
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.dialogues.forms.fields import LinesField
from hartlijn.dialogues.models import Language
from hartlijn.lib.papers.template import LARGEST

MOST: Final = 4_000
NUMBERS: Final = re.compile(r"\d{1,6}")


class SentenceForm(forms.Form):
    """The own words; empty takes the sentence out."""

    text = LinesField(
        label=gettext_lazy("De zin in jouw woorden"),
        help_text=gettext_lazy("Laat leeg om de zin weg te laten."),
        max_length=MOST,
        required=False,
        rows=4,
    )
    language = forms.ChoiceField(choices=Language.choices, widget=forms.HiddenInput())
    seen = forms.CharField(widget=forms.HiddenInput(), required=False, max_length=MOST, strip=False)


class ThreadForm(forms.Form):
    """A sentence that ties themes together, and the numbers it rests on."""

    text = LinesField(label=gettext_lazy("Wat hoort bij elkaar?"), max_length=600, rows=3)
    text_other = LinesField(
        label=gettext_lazy("Die zin in de andere taal"), max_length=600, required=False, rows=3
    )
    numbers = forms.CharField(
        label=gettext_lazy("Op welke bijdragen rust dat?"),
        help_text=gettext_lazy("De nummers, bijvoorbeeld: 3, 7, 12"),
        max_length=400,
    )

    def __init__(self, data: Any = None, *, known: Collection[int] = ()) -> None:
        """Know which numbers there are."""
        super().__init__(data)
        self.known = known

    def clean_numbers(self) -> list[int]:
        """Numbers of contributions of this dialogue."""
        said = sorted({int(one) for one in NUMBERS.findall(self.cleaned_data["numbers"])})
        if not said:
            raise forms.ValidationError(_("Schrijf minstens één nummer van een bijdrage."))
        if lost := [str(one) for one in said if one not in self.known]:
            raise forms.ValidationError(
                _("Deze nummers zijn er niet: %(numbers)s.") % {"numbers": ", ".join(lost[:10])}
            )
        return said


class TemplateForm(forms.Form):
    """An own Word document."""

    file = forms.FileField(
        label=gettext_lazy("Jouw Word-document (.docx)"),
        help_text=gettext_lazy(
            "Het verslag komt waar in een eigen regel {{verslag}} staat, en anders aan het eind. Wij bewaren je document niet."
        ),
        error_messages={
            "required": gettext_lazy("Kies eerst een document."),
            "empty": gettext_lazy("Dit document is leeg. Kies een ander."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
    )
    language = forms.ChoiceField(choices=Language.choices, widget=forms.HiddenInput())

    def clean_file(self) -> Any:
        """Not larger than is opened anyway."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                _("Dit document is te groot. Neem er een van hooguit 5 MB.")
            )
        return file
