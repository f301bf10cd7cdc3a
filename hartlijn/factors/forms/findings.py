"""A finding, and its next version."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import LONGEST_NAME, same_name
from hartlijn.factors.forms.choices import RowField
from hartlijn.factors.forms.reason import Prose, ReasonForm
from hartlijn.factors.models import FactorMap, FindingVersion
from hartlijn.factors.models.finding import LONGEST_SOURCE, LONGEST_TEXT
from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.models import Organisation

MOST_FACTORS: Final = 20


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
        label=_("Over welke factoren?"),
        help_text=_("Eén op elke regel, met de naam die op de kaart staat. Mag leeg blijven."),
        max_length=MOST_FACTORS * LONGEST_NAME,
        required=False,
    )

    def clean_factors(self) -> list[str]:
        """Names, each once, in the order in which they were typed."""
        lines = (" ".join(line.split()) for line in self.cleaned_data["factors"].split("\n"))
        found = {same_name(name): name for name in lines if name}
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
        super().__init__(data, after=0, initial=initial)
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

    def clean(self) -> dict[str, Any]:
        """A map of the same organisation, or none."""
        cleaned = super().clean() or {}
        chosen, organisation = cleaned.get("map"), cleaned.get("organisation")
        if chosen and organisation and chosen.organisation_id != organisation.pk:
            self.add_error("map", _("Deze kaart is van een andere organisatie. Kies een andere."))
        return cleaned
