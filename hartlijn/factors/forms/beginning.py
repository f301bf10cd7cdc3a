"""Begin a map: from the one that comes along, or empty."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import LONGEST_NAME
from hartlijn.factors.formats.files import LARGEST
from hartlijn.factors.forms.choices import RowField
from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.models import Organisation

EMPTY: Final = "empty"


class Of(forms.Form):
    """Of which organisation something is; not asked when there is only one."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: Any = None,
        *,
        organisations: QuerySet[Organisation],
    ) -> None:
        """Offer those somebody keeps maps for."""
        super().__init__(data, files)
        found = list(organisations.order_by("name"))
        self.fields["organisation"] = RowField(
            queryset=organisations.order_by("name"), label=_("Van welke organisatie?"), empty_label=None
        )  # fmt: skip
        if len(found) == 1:
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].initial = found[0].pk


class BeginForm(Of):
    """Where a map begins."""

    start = forms.ChoiceField(label=_("Waar begin je mee?"), widget=forms.RadioSelect)
    title = PlainTextField(
        label=_("Titel"),
        help_text=_("Bij een lege kaart nodig; anders mag dit leeg blijven."),
        max_length=LONGEST_NAME,
        required=False,
    )

    def __init__(self, *args: Any, shipped: list[tuple[str, str]], **options: Any) -> None:
        """Offer the maps that come along, and an empty one."""
        super().__init__(*args, **options)
        start = self.fields["start"]
        assert isinstance(start, forms.ChoiceField)  # noqa: S101 - tells the type checker
        start.choices = [*shipped, (EMPTY, _("Een lege kaart"))]

    def clean(self) -> dict[str, Any]:
        """An empty map has nothing but its title."""
        cleaned = super().clean() or {}
        if cleaned.get("start") == EMPTY and not cleaned.get("title") and "title" in cleaned:
            self.add_error("title", _("Geef de kaart een titel."))
        return cleaned


class UploadForm(forms.Form):
    """A map as a file."""

    file = forms.FileField(
        label=_("Het bestand"),
        help_text=_("Een tabel (.csv of .xlsx), GraphML (.graphml) of JSON (.json), hooguit 4 MB."),
    )

    def clean_file(self) -> Any:
        """Not too large to look at."""
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            raise forms.ValidationError(
                _("Dit bestand is groter dan 4 MB. Een kaart is veel kleiner; kies een ander.")
            )
        return upload
