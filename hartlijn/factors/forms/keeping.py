"""Keep what was read from a file. The map itself travels along in the form, and is read again."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import require_sound
from hartlijn.factors.document import MapDocument
from hartlijn.factors.forms.choices import RowField
from hartlijn.factors.forms.reason import BY_HAND, ReasonForm
from hartlijn.factors.models import ChangedBy
from hartlijn.factors.remarks import UnusableError
from hartlijn.people.models import Organisation


class KeepForm(ReasonForm):
    """As the next version of a map."""

    document = forms.CharField(widget=forms.HiddenInput, strip=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        """It comes from a file, unless somebody says more."""
        super().__init__(*args, **options)
        choice = self.fields["changed_by"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101 - tells the type checker
        choice.choices = [(one.value, one.label) for one in (ChangedBy.IMPORT, *BY_HAND)]

    def clean_document(self) -> MapDocument:
        """The map that travelled along."""
        try:
            return require_sound(MapDocument.from_json(self.cleaned_data["document"]))
        except UnusableError as wrong:
            raise ValidationError([str(one) for one in wrong.remarks]) from wrong

    def read(self) -> MapDocument | None:
        """The map, whatever else is wrong with the form; None when it did not come along."""
        try:
            return require_sound(MapDocument.from_json(str(self["document"].value() or "")))
        except UnusableError:
            return None


class KeepNewForm(KeepForm):
    """As a new map of an organisation."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        initial: dict[str, Any],
        organisations: QuerySet[Organisation],
    ) -> None:
        """Offer the organisations somebody keeps maps for."""
        super().__init__(data, after=0, initial=initial)
        self.fields["organisation"] = RowField(
            queryset=organisations.order_by("name"),
            label=_("Van welke organisatie?"),
            empty_label=None,
        )
