"""Findings: pasted, looked over, and changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.forms.fields import LineField, LinesField, SourceField, other_language
from hartlijn.dialogues.models import PutFinding
from hartlijn.dialogues.pasting import LITERATURE, LONGEST, MOST, Card
from hartlijn.factors.models import FindingVersion

MOST_PASTED: Final = 60_000


class PasteForm(forms.Form):
    """A text from a document."""

    text = LinesField(
        label=_("Plak hier de bevindingen"),
        max_length=MOST_PASTED,
        rows=10,
        help_text=_(
            "Een lijst, alinea’s of cellen uit een tabel. "
            "Kopjes als Literatuurstudie en Praktijkverkenning verdelen ze."
        ),
    )
    kind = forms.ChoiceField(
        label=_("Waar komen ze vandaan, als er geen kopje boven staat?"),
        choices=PutFinding.Kind,
        initial=LITERATURE,
        widget=forms.RadioSelect,
    )


class FindingForm(forms.Form):
    """One finding."""

    text = LinesField(label=_("De bevinding"), max_length=LONGEST)
    kind = forms.ChoiceField(
        label=_("Waar komt ze vandaan?"), choices=PutFinding.Kind, widget=forms.RadioSelect
    )
    source = SourceField(label=_("Bron"), max_length=400, required=False)
    name = LineField(
        label=_("Korte naam"),
        max_length=120,
        required=False,
        help_text=_("Voor in een zin van het verslag. Bijvoorbeeld: beschermde inwerktijd."),
    )
    text_other = LinesField(max_length=LONGEST, required=False)
    name_other = LineField(max_length=120, required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, put: PutFinding) -> None:
        """Begin with what stands there."""
        super().__init__(data, initial={name: getattr(put, name) for name in self.base_fields})
        other = {"language": other_language(put.dialogue.language)}
        self.fields["text_other"].label = _("De bevinding in %(language)s") % other
        self.fields["name_other"].label = _("De korte naam in %(language)s") % other


class CardForm(forms.Form):
    """A card of a preview."""

    text = LinesField(label=_("Bevinding"), max_length=LONGEST, required=False, rows=2)
    kind = forms.ChoiceField(label=_("Uit"), choices=PutFinding.Kind)
    source = SourceField(label=_("Bron"), max_length=400, required=False)


class Cards:
    """The cards of a preview, each of which may be changed or emptied before it is laid down."""

    def __init__(self, found: Sequence[Card] = (), data: Mapping[str, Any] | None = None) -> None:
        """From what was found in a text, or from what came back."""
        if data is None:
            self.forms = [
                CardForm(
                    initial={"text": one.text, "kind": one.kind, "source": one.source},
                    prefix=f"card-{place}",
                )
                for place, one in enumerate(found)
            ]
        else:
            places = range(MOST)
            there = (place for place in places if f"card-{place}-text" in data)
            self.forms = [CardForm(data, prefix=f"card-{place}") for place in there]

    def __iter__(self) -> Iterator[CardForm]:
        """In their order."""
        return iter(self.forms)

    @property
    def are_valid(self) -> bool:
        """All of them, so that each says what is wrong."""
        return not [one for one in self.forms if not one.is_valid()]

    @property
    def kept(self) -> list[Card]:
        """Those that hold a text."""
        return [
            Card(one.cleaned_data["text"], one.cleaned_data["kind"], one.cleaned_data["source"])
            for one in self.forms
            if one.cleaned_data["text"]
        ]


class TakeForm(forms.Form):
    """Findings that are kept with the map of factors."""

    versions = forms.MultipleChoiceField(
        label=_("Bevindingen die al bewaard zijn"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies er minstens één.")},
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, versions: Sequence[FindingVersion]
    ) -> None:
        """Offer these."""
        super().__init__(data)
        self.known = {str(one.pk): one for one in versions}
        field = self.fields["versions"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - tells the type checker
        field.choices = [(key, one.text) for key, one in self.known.items()]

    @property
    def chosen(self) -> list[FindingVersion]:
        """In the order in which they are kept."""
        said = set(self.cleaned_data["versions"])
        return [one for key, one in self.known.items() if key in said]
