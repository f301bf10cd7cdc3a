"""Names for what belongs together, and what the researcher makes of a contribution."""

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.forms.fields import LineField, LinesField


class ThemeForm(forms.Form):
    """One name for what was chosen."""

    name = LineField(label=_("Hoe heet wat bij elkaar hoort?"), max_length=120)


class NamedForm(forms.Form):
    """A theme: its name in both languages, and the sentence that was agreed on."""

    name = LineField(label=_("Naam"), max_length=120)
    says = LinesField(
        label=_("Wat zegt dit thema, in één zin?"), max_length=600, required=False, rows=2
    )
    name_other = LineField(label=_("Naam in de andere taal"), max_length=120, required=False)
    says_other = LinesField(
        label=_("De zin in de andere taal"), max_length=600, required=False, rows=2
    )


class RetellForm(forms.Form):
    """A contribution: into the other language, or in other words."""

    translation = LinesField(label=_("In de andere taal"), max_length=1_000, required=False, rows=2)
    retold = LinesField(
        label=_("In jouw woorden, als hele zin"), max_length=1_000, required=False, rows=2
    )
    retold_other = LinesField(
        label=_("Die zin in de andere taal"), max_length=1_000, required=False, rows=2
    )
    hidden = forms.BooleanField(
        label=_("Telt niet mee: een naam, een scheldwoord of een vergissing"), required=False
    )
