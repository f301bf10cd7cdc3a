"""Fields that every change asks for: why, what changed it, and which version was seen."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.models import ChangedBy
from hartlijn.factors.models.factor_map import LONGEST_REASON, LONGEST_REFERENCE
from hartlijn.factors.occasions import DIALOGUE, Occasion
from hartlijn.lib.hidden import blank, hidden
from hartlijn.lib.plain_text import PlainTextField

MOST_VERSIONS: Final = 2_000_000_000
BY_HAND: Final = (
    ChangedBy.EDITING,
    ChangedBy.STUDY,
    ChangedBy.DIALOGUE,
    ChangedBy.GROUP,
    ChangedBy.EDUCATION,
)


class Prose(forms.CharField):
    """A text of several lines without hidden characters."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        """Take the options of a ``CharField``."""
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def to_python(self, value: Any) -> str:
        """One way to end a line, and one text for one word; what shows nothing is nothing."""
        said = super().to_python(value) or ""
        if blank(said):
            return ""
        return unicodedata.normalize("NFC", said.replace("\r\n", "\n").replace("\r", "\n"))

    def validate(self, value: Any) -> None:
        """Refuse what nobody can see."""
        super().validate(value)
        if any(hidden(one) for one in value if one not in "\n\t"):
            raise ValidationError(
                _("Hier staat een onzichtbaar teken in. Typ de tekst opnieuw, zonder te plakken.")
            )


class ReasonForm(forms.Form):
    """The end of each form that makes a new version."""

    met_another = False
    """Whether somebody else was first: then the page shows what stands there now."""
    after = forms.IntegerField(
        min_value=0, max_value=MOST_VERSIONS, widget=forms.HiddenInput, required=False
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        after: int,
        initial: dict[str, Any] | None = None,
        files: Any = None,
    ) -> None:
        """Ask why at the end."""
        super().__init__(data, files, initial={**(initial or {}), "after": after})
        self.fields["because"] = Prose(
            rows=2,
            label=_("Waarom verandert dit?"),
            help_text=_("Eén of twee zinnen. Dit blijft bij de versie staan."),
            max_length=LONGEST_REASON,
        )
        self.fields["changed_by"] = forms.ChoiceField(
            label=_("Waardoor?"), choices=[(one.value, one.label) for one in BY_HAND]
        )
        self.fields["reference"] = PlainTextField(
            label=_("Waar staat dat?"),
            help_text=_("Een titel of een adres. Mag leeg blijven."),
            max_length=LONGEST_REFERENCE,
            required=False,
        )

    def offer(self, occasions: Sequence[Occasion]) -> None:
        """Let one of these be the reason, before the form is checked."""
        if not occasions:
            return
        self.fields["occasion"] = forms.ChoiceField(
            label=_("Door welke dialoog?"),
            help_text=_("Dan staat deze versie ook bij die dialoog."),
            choices=[
                ("", _("geen dialoog van hier")),
                *((o.reference, o.title) for o in occasions),
            ],
            required=False,
        )

    def clean_reference(self) -> str:
        """A title or an address; what is known here is chosen, so that it is theirs to name."""
        said: str = self.cleaned_data["reference"]
        if said.startswith(DIALOGUE):
            raise ValidationError(_("Kies de dialoog uit de lijst, of schrijf zijn titel op."))
        return said

    @property
    def reason(self) -> dict[str, Any]:
        """What a version says of what changed it."""
        said = {name: self.cleaned_data[name] for name in ("because", "changed_by", "reference")}
        if occasion := self.cleaned_data.get("occasion"):
            said |= {"changed_by": ChangedBy.DIALOGUE.value, "reference": occasion}
        return {**said, "after": self.cleaned_data["after"]}

    def seen(self, number: int) -> None:
        """From now on the change is begun on this version; what was typed stays."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["after"] = str(number)
        self.data = data
