"""A factor, a relation, a definition and the title of a map."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import LONGEST_NAME
from hartlijn.factors.document import Definition, Factor, MapDocument, Relation
from hartlijn.factors.editing import new_key
from hartlijn.factors.forms.evidence import evidence_fields, evidence_in
from hartlijn.factors.forms.reason import Prose, ReasonForm
from hartlijn.factors.saying import LEVELS, PROCESSES, SIGNS, STRENGTHS, name_of
from hartlijn.factors.words import Level, Process, Sign, Strength
from hartlijn.lib.plain_text import PlainTextField

LONGEST_NOTE: Final = 2_000
EMPTY: Final = "none"
"""Stands for an empty word of a map in a choice, so that "not chosen" is a choice too."""


class FactorForm(ReasonForm):
    """A factor in both languages."""

    template_name = "factors/part_form.html"

    name = PlainTextField(label=_("Naam"), max_length=LONGEST_NAME)
    name_en = PlainTextField(label=_("Naam in het Engels"), max_length=LONGEST_NAME, required=False)
    level = forms.ChoiceField(
        label=_("Niveau"),
        help_text=_("Micro is dichtbij de starter, meso het team en de opleiding, macro de samenleving."),
        choices=[(one.value or EMPTY, LEVELS[one]) for one in LEVELS],
    )  # fmt: skip
    note = Prose(label=_("Toelichting"), max_length=LONGEST_NOTE, required=False)
    note_en = Prose(label=_("Toelichting in het Engels"), max_length=LONGEST_NOTE, required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        after: int,
        factor: Factor | None = None,
    ) -> None:
        """Begin with how it reads now."""
        self.factor = factor
        initial: dict[str, Any] = {"level": EMPTY}
        if factor:
            initial = {
                name: getattr(factor, name) for name in ("name", "name_en", "note", "note_en")
            } | {"level": factor.level.value or EMPTY}
        super().__init__(data, after=after, initial=initial)
        reason = {name: self.fields.pop(name) for name in ("because", "changed_by", "reference")}
        evidence_fields(self, factor.sources if factor else ())
        self.fields.update(reason)

    def clean(self) -> dict[str, Any]:
        """A source is whole or absent."""
        cleaned = super().clean() or {}
        self.sources = evidence_in(self, self.factor.sources if self.factor else ())
        return cleaned

    def made(self, document: MapDocument) -> Factor:
        """The factor that was typed."""
        said = self.cleaned_data
        taken = {one.key for one in document.factors}
        return Factor(
            key=self.factor.key if self.factor else new_key(said["name"], taken),
            level=Level("" if said["level"] == EMPTY else said["level"]),
            name=said["name"],
            name_en=said["name_en"],
            note=said["note"],
            note_en=said["note_en"],
            sources=self.sources,
        )


class RelationForm(ReasonForm):
    """A relation between two factors of the map."""

    template_name = "factors/part_form.html"

    source = forms.ChoiceField(label=_("Van"))
    target = forms.ChoiceField(label=_("Naar"))
    directed = forms.ChoiceField(
        label=_("Richting"),
        choices=[("yes", _("de eerste werkt op de tweede")), ("no", _("ze werken op elkaar"))],
    )
    sign = forms.ChoiceField(
        label=_("Wat doet de eerste met de tweede?"),
        choices=[(one.value, SIGNS[one]) for one in SIGNS],
    )
    strength = forms.ChoiceField(
        label=_("Hoe sterk?"), choices=[(one.value, STRENGTHS[one]) for one in STRENGTHS]
    )
    process = forms.ChoiceField(
        label=_("Soort proces"),
        choices=[(one.value or EMPTY, PROCESSES[one]) for one in reversed(PROCESSES)],
    )
    turns = Prose(
        label=_("Wat laat het kantelen?"),
        help_text=_("Alleen bij een transformerend proces, en daar nodig."),
        max_length=LONGEST_NOTE,
        required=False,
    )
    turns_en = Prose(
        label=_("Wat laat het kantelen, in het Engels?"), max_length=LONGEST_NOTE, required=False
    )
    acts = forms.ChoiceField(
        label=_("Wie kan er iets aan doen?"),
        choices=[(one.value or EMPTY, LEVELS[one]) for one in reversed(LEVELS)],
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        after: int,
        document: MapDocument,
        relation: Relation | None = None,
        source: str = "",
    ) -> None:
        """Offer the factors of the map."""
        self.relation = relation
        initial: dict[str, Any] = {"source": source, "sign": "?", "strength": "unknown"}
        if relation:
            initial = {
                name: getattr(relation, name)
                for name in ("source", "target", "sign", "strength", "turns", "turns_en")
            }
            initial["directed"] = "yes" if relation.directed else "no"
            initial |= {name: getattr(relation, name) or EMPTY for name in ("process", "acts")}
        super().__init__(data, after=after, initial=initial)
        names = sorted(
            ((one.key, name_of(one)) for one in document.factors), key=lambda one: one[1].casefold()
        )
        for field in ("source", "target"):
            choice = self.fields[field]
            assert isinstance(choice, forms.ChoiceField)  # noqa: S101 - tells the type checker
            choice.choices = names if relation else [("", _("Kies …")), *names]
        reason = {name: self.fields.pop(name) for name in ("because", "changed_by", "reference")}
        evidence_fields(self, relation.evidence if relation else ())
        self.fields.update(reason)

    def clean(self) -> dict[str, Any]:
        """Two factors, a reason to turn, and whole sources."""
        cleaned = super().clean() or {}
        if cleaned.get("source") and cleaned.get("source") == cleaned.get("target"):
            self.add_error("target", _("Een factor werkt hier niet op zichzelf. Kies een andere."))
        if cleaned.get("process") == Process.TRANSFORMING and not cleaned.get("turns"):
            self.add_error(
                "turns", _("Een transformerende relatie zegt wat haar doet kantelen. Vul dat in.")
            )
        self.evidence = evidence_in(self, self.relation.evidence if self.relation else ())
        return cleaned

    def made(self, document: MapDocument) -> Relation:
        """The relation that was typed."""
        said = self.cleaned_data
        taken = {one.key for one in document.relations}
        return Relation(
            key=self.relation.key
            if self.relation
            else new_key(f"{said['source']}-{said['target']}", taken),
            source=said["source"],
            target=said["target"],
            directed=said["directed"] == "yes",
            sign=Sign(said["sign"]),
            strength=Strength(said["strength"]),
            process=Process("" if said["process"] == EMPTY else said["process"]),
            turns=said["turns"],
            turns_en=said["turns_en"],
            acts=Level("" if said["acts"] == EMPTY else said["acts"]),
            evidence=self.evidence,
        )


class DefinitionForm(ReasonForm):
    """What a process means here."""

    text = Prose(label=_("Betekenis"), max_length=LONGEST_NOTE)
    text_en = Prose(label=_("Betekenis in het Engels"), max_length=LONGEST_NOTE, required=False)
    picture = Prose(label=_("Beeld"), rows=2, max_length=LONGEST_NOTE, required=False)
    picture_en = Prose(
        label=_("Beeld in het Engels"), rows=2, max_length=LONGEST_NOTE, required=False
    )
    example = Prose(label=_("Voorbeeld"), rows=2, max_length=LONGEST_NOTE, required=False)
    example_en = Prose(
        label=_("Voorbeeld in het Engels"), rows=2, max_length=LONGEST_NOTE, required=False
    )
    confirmed = forms.BooleanField(
        label=_("De onderzoeker bevestigt dit"),
        help_text=_("Zonder vinkje staat er “werkdefinitie” bij."),
        required=False,
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, after: int, definition: Definition
    ) -> None:
        """Begin with how it reads now."""
        self.definition = definition
        initial = {name: getattr(definition, name) for name in self.base_fields if name != "after"}
        super().__init__(data, after=after, initial=initial)

    def made(self) -> Definition:
        """The definition that was typed."""
        said = {name: self.cleaned_data[name] for name in self.base_fields if name != "after"}
        return replace(self.definition, **said)


class TitleForm(ReasonForm):
    """What a map is called."""

    title = PlainTextField(label=_("Titel"), max_length=LONGEST_NAME)
    title_en = PlainTextField(
        label=_("Titel in het Engels"), max_length=LONGEST_NAME, required=False
    )

    def made(self, document: MapDocument) -> MapDocument:
        """The map with the title that was typed."""
        said = self.cleaned_data
        return replace(document, title=said["title"], title_en=said["title_en"])
