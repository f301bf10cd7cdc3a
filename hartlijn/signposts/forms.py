"""Who it is, and how people reach them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.signposts.models import OwnSignpost
from hartlijn.signposts.phone import is_phone


class OwnSignpostForm(forms.Form):
    """One signpost of an organisation."""

    name = PlainTextField(
        label=_("Naam"),
        max_length=120,
        help_text=_("Van een mens, een team of een dienst. Bijvoorbeeld: Arbodienst Noord."),
    )
    phone = PlainTextField(
        label=_("Telefoonnummer"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    reachable = PlainTextField(
        label=_("Wanneer en hoe?"),
        max_length=160,
        required=False,
        help_text=_("Bijvoorbeeld: open spreekuur op dinsdag van 9 tot 10 uur, kamer 2."),
    )

    def __init__(self, data: Any = None, *, own: OwnSignpost | None = None) -> None:
        """Begin with what stands there now."""
        initial = (
            {"name": own.name, "phone": own.phone, "reachable": own.reachable} if own else None
        )
        super().__init__(data, initial=initial)

    def clean_phone(self) -> str:
        """A number that can be called."""
        phone: str = self.cleaned_data["phone"]
        if phone and not is_phone(phone):
            raise ValidationError(
                _("Dit is geen telefoonnummer. Gebruik cijfers, zoals 0118 123 456.")
            )
        return phone

    def clean(self) -> dict[str, Any]:
        """Somebody has to be reachable in some way."""
        cleaned = super().clean() or {}
        if not self.errors and not (cleaned["phone"] or cleaned["reachable"]):
            self.add_error("reachable", _("Vul een telefoonnummer in, of zeg wanneer en hoe."))
        return cleaned
