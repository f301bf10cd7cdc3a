"""One part of a draft at a time: a phase, a step, a promise, or what the template says of itself."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.library import shelf
from hartlijn.paths.drafting.drafts import fields, find, mark
from hartlijn.paths.forms.words import dutch_and_english, one_of, two_of
from hartlijn.paths.register.requirements import known_parts, part_name
from hartlijn.paths.telling.readable import names_of, rows
from hartlijn.paths.telling.vocabulary import (
    ANCHORS,
    ROLES,
    STEP_KINDS,
    UNITS,
    Words,
    said,
    word,
)

Body = Mapping[str, Any]
FURTHEST: Final = 120
AFTER: Final = "after:"


class DraftForm(forms.Form):
    """Something of a draft, with the mark of what stood there when it was opened."""

    after = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: Mapping[str, Any] | None, *, body: Body, initial: dict[str, Any], now: Any
    ) -> None:
        super().__init__(data, initial=initial | {"after": mark(now)})
        self.body = body
        self.fields |= dict(self.asked())

    def asked(self) -> dict[str, forms.Field]:
        """The fields of this form."""
        raise NotImplementedError


class AboutForm(DraftForm):
    """Title, and what it is about."""

    names: ClassVar = ("title", "about")

    def __init__(self, data: Mapping[str, Any] | None, *, body: Body) -> None:
        initial = two_of(body.get("title"), "title") | two_of(body.get("about"), "about")
        super().__init__(data, body=body, initial=initial, now=fields(body, self.names))

    def asked(self) -> dict[str, forms.Field]:
        """Two texts."""
        titles = dutch_and_english("title", (_("Titel"), _("Titel in het Engels")), 80)
        about = (_("Waar gaat het over?"), _("Waar het over gaat, in het Engels"))
        return titles | dutch_and_english("about", about, 400, rows=3)

    def said(self) -> dict[str, Any]:
        """As a file would have it."""
        return {name: one_of(self.cleaned_data, name) for name in self.names}


class FrameForm(DraftForm):
    """The dates it hangs on, and who takes part."""

    names: ClassVar = ("anchors", "roles")

    def __init__(self, data: Mapping[str, Any] | None, *, body: Body) -> None:
        now = fields(body, self.names)
        super().__init__(data, body=body, initial=dict(now), now=now)

    def asked(self) -> dict[str, forms.Field]:
        """Which dates and roles."""
        return {
            "anchors": several(_("Aan welke datums hangt het?"), ANCHORS, ANCHORS),
            "roles": several(_("Wie doen er mee?"), ROLES, ROLES),
        }

    def said(self) -> dict[str, Any]:
        """In the order in which they come."""
        chosen = self.cleaned_data
        return {
            "anchors": [one for one in ANCHORS if one in chosen["anchors"]],
            "roles": [one for one in ROLES if one in chosen["roles"]],
        }


class PartForm(DraftForm):
    """A phase, step or promise."""

    kind: ClassVar[str]

    def __init__(self, data: Mapping[str, Any] | None, *, body: Body, key: str = "") -> None:
        self.key, self.part = key, find(body, self.kind, key) or {}
        initial = two_of(self.part.get("name"), "name") | two_of(self.part.get("about"), "about")
        super().__init__(
            data, body=body, initial=initial | self.more_initial(), now=self.part or None
        )

    def more_initial(self) -> dict[str, Any]:
        """What stands in the fields beside name and explanation."""
        return {name: self.part[name] for name in self.simple if name in self.part}

    simple: ClassVar[tuple[str, ...]] = ()
    """Fields that are called as in the file and hold what it holds."""

    def asked(self) -> dict[str, forms.Field]:
        """Name and explanation; the rest between them."""
        name = dutch_and_english("name", (_("Naam"), _("Naam in het Engels")), 120)
        labels = (_("Uitleg"), _("Uitleg in het Engels"))
        about = dutch_and_english("about", labels, 400, required=False, rows=2)
        about["about_nl"].help_text = _("Mag leeg blijven.")
        first = {"name_nl": name["name_nl"]}
        return first | self.more_asked() | {"about_nl": about.pop("about_nl")} | name | about

    def more_asked(self) -> dict[str, forms.Field]:
        """The fields beside name and explanation."""
        return {}

    def said(self, key: str) -> dict[str, Any]:
        """As a file would have it; what the form does not ask stays."""
        cleaned = self.cleaned_data
        about = one_of(cleaned, "about")
        part = {**self.part, "key": key, "name": one_of(cleaned, "name"), "about": about}
        part |= {name: cleaned[name] for name in self.simple} | self.more_said()
        return {name: value for name, value in part.items() if value not in (None, "")}

    def more_said(self) -> dict[str, Any]:
        """What the other fields come to."""
        return {}


class PhaseForm(PartForm):
    """A stretch of the path."""

    kind = "phases"


class StepForm(PartForm):
    """What somebody does, and when."""

    kind = "steps"
    simple = ("kind", "phase", "who", "card", "covers")

    def more_initial(self) -> dict[str, Any]:
        """When, in four fields."""
        when = self.part.get("when") or {}
        number = when.get("number", 0)
        counted = when.get("after")
        return super().more_initial() | {
            "number": abs(number) if isinstance(number, int) else 0,
            "unit": when.get("unit", "working_days"),
            "side": "before" if isinstance(number, int) and number < 0 else "after",
            "start": f"{AFTER}{counted}" if counted else when.get("anchor"),
            "for_both": self.part.get("seen_by") == "both",
        }

    def more_asked(self) -> dict[str, forms.Field]:
        """Kind, phase, who, when, card."""
        phases = {
            one["key"]: said(one.get("name")) or one["key"] for one in rows(self.body, "phases")
        }
        return {
            "kind": one(_("Wat voor stap is het?"), STEP_KINDS),
            "phase": one(_("In welke fase?"), phases),
            "who": several(_("Wie doet dit?"), ROLES, self._roles()),
            "number": forms.IntegerField(
                label=_("Hoeveel tijd ervoor of erna?"),
                min_value=0,
                max_value=FURTHEST,
                help_text=_("0 betekent: op die dag zelf."),
            ),
            "unit": one(_("Wat tel je?"), UNITS),
            "side": one(_("Ervoor of erna?"), {"after": _("erna"), "before": _("ervoor")}),
            "start": one(_("Vanaf waar tel je?"), self._starts()),
            "card": one(
                _("Kaart om voor te bereiden"),
                {card.key: str(card.content.title) for card in shelf.every("preparation")},
                empty=_("Geen kaart"),
            ),
            "covers": several(
                _("Telt mee voor een onderdeel van een register?"),
                self._parts(),
                self._parts(),
                required=False,
                help_text=_("Kruis niets aan als deze stap daar los van staat."),
            ),
            "for_both": forms.BooleanField(
                label=_("Ook voor de andere kant: school en werk zien deze stap allebei"),
                required=False,
            ),
        }

    def _roles(self) -> Iterator[str]:
        known = set(self.body.get("roles") or ()) | set(self.part.get("who") or ())
        return (one for one in ROLES if one in known)

    def _parts(self) -> dict[str, str]:
        """What is known now, and what the step says already: a set can be gone."""
        return known_parts() | {one: part_name(one) for one in self.part.get("covers") or ()}

    def _starts(self) -> dict[str, Any]:
        known = list(self.body.get("anchors") or ())
        mine = (self.part.get("when") or {}).get("anchor")
        if mine and mine not in known:
            known.append(mine)
        dates = {key: word(ANCHORS, key) for key in known}
        steps = names_of(self.body)
        steps.pop(self.key, None)
        return dates | {f"{AFTER}{key}": _after(name) for key, name in steps.items()}

    def clean(self) -> dict[str, Any]:
        """After a step one counts onwards."""
        cleaned = super().clean() or {}
        backwards = cleaned.get("side") == "before" and cleaned.get("number")
        if backwards and str(cleaned.get("start", "")).startswith(AFTER):
            self.add_error(
                "side", _("Een stap komt nooit vóór de stap waar hij op wacht. Kies “erna”.")
            )
        if len(cleaned.get("who") or ()) > 6:  # noqa: PLR2004 - as the schema has it
            self.add_error("who", _("Dat zijn er te veel voor één stap. Kies er hooguit zes."))
        if len(cleaned.get("covers") or ()) > 12:  # noqa: PLR2004 - as the schema has it
            self.add_error(
                "covers", _("Dat zijn er te veel voor één stap. Kies er hooguit twaalf.")
            )
        return cleaned

    def more_said(self) -> dict[str, Any]:
        """When, and who sees it."""
        filled = self.cleaned_data
        number = filled["number"] * (-1 if filled["side"] == "before" else 1)
        when = {"unit": filled["unit"], "number": number}
        if filled["start"].startswith(AFTER):
            when["after"] = filled["start"].removeprefix(AFTER)
        else:
            when["anchor"] = filled["start"]
        seen = "both" if filled["for_both"] else None
        who = [role for role in ROLES if role in filled["who"]]
        before = self.part.get("who") or []
        if set(before) == set(who):
            who = list(before)
        covers = filled["covers"]
        covered = self.part.get("covers") or []
        if set(covered) == set(covers):
            covers = list(covered)
        return {
            "when": when,
            "seen_by": seen or ("own" if "seen_by" in self.part else None),
            "who": who,
            "covers": covers if covers or "covers" in self.part else None,
        }


def one(label: Any, words: Words, empty: Any = None) -> forms.ChoiceField:
    """One of these; with ``empty`` none of them, too."""
    first = [("", empty)] if empty else []
    return forms.ChoiceField(label=label, choices=[*first, *words.items()], required=not empty)


def several(label: Any, words: Words, keys: Any, **more: Any) -> forms.MultipleChoiceField:
    """At least one of these, unless ``more`` says it need not be."""
    return forms.MultipleChoiceField(
        label=label,
        choices=[(key, words[key]) for key in keys],
        widget=forms.CheckboxSelectMultiple,
        **more,
    )


def _after(name: str) -> str:
    return str(_("de stap ‘%(name)s’") % {"name": name})
