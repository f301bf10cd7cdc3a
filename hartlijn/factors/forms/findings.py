"""A finding, and its next version."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import LONGEST_NAME, same_name
from hartlijn.factors.document import MapDocument
from hartlijn.factors.forms.choices import RowField
from hartlijn.factors.forms.reason import Prose, ReasonForm
from hartlijn.factors.models import FactorMap, FindingVersion
from hartlijn.factors.models.finding import LONGEST_SOURCE, LONGEST_TEXT
from hartlijn.factors.saying import name_of
from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.models import Organisation

MOST_FACTORS: Final = 20
FACTORS: Final = _("Over welke factoren?")


class FindingForm(ReasonForm):
    """What was found, where, and about which factors."""

    text = Prose(
        label=_("Bevinding"), help_text=_("In één of twee zinnen."), max_length=LONGEST_TEXT
    )
    kind = forms.ChoiceField(label=_("Gevonden in"), choices=FindingVersion.Kind.choices)
    source = PlainTextField(
        label=_("Bron"),
        help_text=_("Bijvoorbeeld een rapport met auteur en jaar."),
        max_length=LONGEST_SOURCE,
    )
    factors = Prose(
        label=FACTORS,
        help_text=_("Eén op elke regel, met de naam die op de kaart staat. Mag leeg blijven."),
        max_length=MOST_FACTORS * LONGEST_NAME,
        required=False,
    )

    def __init__(self, *args: Any, document: MapDocument | None = None, **options: Any) -> None:
        """Let somebody choose from the factors of the map, where it is known which map."""
        super().__init__(*args, **options)
        if document and document.factors:
            self.initial["factors"] = _as_on(document, self.initial.get("factors", []))
            self.fields["factors"] = forms.MultipleChoiceField(
                label=FACTORS,
                choices=_choices(document, self.initial["factors"]),
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        else:
            self.initial["factors"] = "\n".join(self.initial.get("factors", []))

    def clean_factors(self) -> list[str]:
        """Names, each once, in the order in which they were typed."""
        typed = self.cleaned_data["factors"]
        lines = typed.split("\n") if isinstance(typed, str) else typed
        names = (" ".join(line.split()) for line in lines)
        found = {same_name(name): name for name in names if name}
        if len(found) > MOST_FACTORS:
            raise forms.ValidationError(_("Noem hooguit twintig factoren."))
        if any(len(name) > LONGEST_NAME for name in found.values()):
            raise forms.ValidationError(_("Zo lang is de naam van een factor niet. Kort hem in."))
        return list(found.values())

    @property
    def said(self) -> dict[str, Any]:
        """What was typed of the finding itself."""
        return {name: self.cleaned_data[name] for name in ("text", "kind", "source", "factors")}


class NewFindingForm(FindingForm):
    """A first version: of which organisation, and about which map."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        organisations: QuerySet[Organisation],
        maps: QuerySet[FactorMap],
        map_: FactorMap | None = None,
    ) -> None:
        """Offer what somebody keeps."""
        initial = {"map": map_, "changed_by": "study"}
        document = map_.newest.document if map_ else None
        super().__init__(data, after=0, initial=initial, document=document)
        self.fields["because"].label = _("Hoe kwam je hieraan?")
        self.fields["organisation"] = RowField(
            queryset=organisations.order_by("name"),
            label=_("Van welke organisatie?"),
            empty_label=None,
        )
        self.fields["map"] = RowField(
            queryset=maps,
            label=_("Bij welke kaart?"),
            required=False,
            empty_label=_("geen kaart"),
        )
        if map_:
            self.initial["organisation"] = map_.organisation
            for name in ("map", "organisation"):
                self.fields[name].widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        """A map of the same organisation with these factors on it, or none."""
        cleaned = super().clean() or {}
        chosen, organisation = cleaned.get("map"), cleaned.get("organisation")
        if chosen and organisation and chosen.organisation_id != organisation.pk:
            self.add_error("map", _("Deze kaart is van een andere organisatie. Kies een andere."))
        elif chosen and cleaned.get("factors"):
            document = chosen.newest.document
            known = _named(document)
            if unknown := [one for one in cleaned["factors"] if same_name(one) not in known]:
                sentence = _(
                    "Niet op deze kaart: %(names)s. Schrijf de naam die op de kaart staat."
                )
                self.add_error("factors", sentence % {"names": ", ".join(unknown)})
            else:
                cleaned["factors"] = list(dict.fromkeys(_as_on(document, cleaned["factors"])))
        return cleaned


def _named(document: MapDocument) -> dict[str, str]:
    """How the map writes each name, in whichever language it is said."""
    return {
        same_name(name): one.name
        for one in document.factors
        for name in (one.name_en, one.name)
        if name
    }


def _as_on(document: MapDocument, names: Iterable[str]) -> list[str]:
    """Each name as the map writes it; another stays as it was."""
    known = _named(document)
    return [known.get(same_name(name), name) for name in names]


def _choices(document: MapDocument, told: Iterable[str]) -> list[tuple[str, str]]:
    """The factors of the map in the order of the alphabet, and what was said that it has no more."""
    there = [(one.name, name_of(one)) for one in document.factors]
    gone = (name for name in told if same_name(name) not in _named(document))
    return [
        *sorted(there, key=lambda one: one[1].casefold()),
        *((name, _("%(name)s (niet meer op de kaart)") % {"name": name}) for name in gone),
    ]
