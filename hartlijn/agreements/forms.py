"""The five short texts of an agreement, and the version they were written after."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.agreements.models import LONGEST, TEXTS, Version
from hartlijn.lib.plain_text import hidden

HINTS: Final = {
    "consult": _("Bijvoorbeeld: een dilemma, of iets wat je raakte. Zonder namen."),
    "waits": _("Bijvoorbeeld: een vraag over verlof, of een verslag."),
    "call": _("Bijvoorbeeld: de achterwacht. Het nummer staat bij Wie heeft dienst."),
    "groups": _("Bijvoorbeeld: één groep voor ruilen van diensten, verder niets."),
    "free": _("Bijvoorbeeld: na je dienst hoef je niets te lezen."),
}
MOST_VERSIONS: Final = 2_000_000_000


class AgreementForm(forms.Form):
    """Everything may be left open, but not all of it."""

    after = forms.IntegerField(
        min_value=0, max_value=MOST_VERSIONS, widget=forms.HiddenInput, required=False
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, newest: Version | None) -> None:
        initial = newest.texts if newest else {}
        super().__init__(data, initial=initial | {"after": newest.number if newest else 0})
        for name in TEXTS:
            field = Version._meta.get_field(name)
            self.fields[name] = forms.CharField(
                label=field.verbose_name,  # type: ignore[union-attr]
                help_text=HINTS[name],
                max_length=LONGEST,
                required=False,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    def clean(self) -> dict[str, Any]:
        """Ask for at least one text, without signs that hide."""
        cleaned = super().clean() or {}
        for name in TEXTS:
            said = cleaned[name] = cleaned.get(name, "").replace("\r\n", "\n").strip()
            if any(hidden(sign) for sign in said if sign not in "\n\t"):
                self.add_error(
                    name, _("Hier staat een onzichtbaar teken in. Typ de tekst opnieuw.")
                )
        if not self.errors and not any(cleaned[name] for name in TEXTS):
            self.add_error(None, _("Schrijf bij minstens één vraag iets op."))
        return cleaned

    @property
    def texts(self) -> dict[str, str]:
        """What was written."""
        return {name: self.cleaned_data[name] for name in TEXTS}
