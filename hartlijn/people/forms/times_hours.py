"""Tap what kind of day it is, or write own hours; used for a week, a usual week and one day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from django import forms
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.translation import gettext as _

from hartlijn.people.forms.times_fields import ClockField
from hartlijn.people.forms.times_problems import TimesForm
from hartlijn.people.known_times import Hours
from hartlijn.people.models import UsualShift
from hartlijn.people.times_in_words import from_to

FREE, OWN = "free", "own"
PAIRS = range(1, 4)  # own hours of one day: up to three stretches


@dataclass(frozen=True)
class Chip:
    """One kind of day to tap: the radio button and its word."""

    radio: BoundWidget
    word: str


@dataclass(frozen=True)
class HoursRow:
    """The fields of one day, as a template lays them out."""

    name: str
    label: str
    choice: BoundField
    chips: list[Chip]
    pairs: list[tuple[BoundField, BoundField]]
    note: str = ""

    @property
    def note_id(self) -> str:
        """Where the note stands, for who hears the page."""
        return f"{self.choice.auto_id}_note"

    @property
    def described_by(self) -> str:
        """The ids of what is said about this day as a whole."""
        ids = [self.note_id] if self.note else []
        return " ".join([*ids, *([f"{self.choice.auto_id}_error"] if self.choice.errors else [])])

    @property
    def is_long(self) -> bool:
        """Whether there is something in more than the first pair of own hours."""
        more = [field for pair in self.pairs[1:] for field in pair]
        return any(field.value() or field.errors for field in more)

    @property
    def is_wrong(self) -> bool:
        """Whether something on this day is refused."""
        return any(field.errors for pair in self.pairs for field in pair) or bool(
            self.choice.errors
        )


class HoursForm(TimesForm):
    """A form that asks the hours of one or more days.

    ``usual`` says when each kind of shift begins and ends for this person.
    """

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, usual: Mapping[str, Hours]
    ) -> None:
        super().__init__(data)
        self.usual = usual

    def add_hours(self, name: str, label: str, known: tuple[Hours, ...] | None) -> None:
        """Ask one day; ``known`` fills it in, None leaves it open."""
        self.about[name] = label
        self.fields[name] = forms.ChoiceField(
            label=label,
            choices=self._choices(),
            required=False,
            widget=forms.RadioSelect,
            initial=self._kind(known),
            error_messages={"invalid_choice": _("Kies een van de soorten dag die hier staan.")},
        )
        own = known if known and self._kind(known) == OWN else ()
        for number in PAIRS:
            start, end = own[number - 1] if number <= len(own) else (None, None)
            for side, word, value in (("from", _("Van"), start), ("to", _("Tot"), end)):
                self.about[f"{name}-{side}-{number}"] = label
                self._add_clock(f"{name}-{side}-{number}", word, value)

    def hours_of(self, name: str) -> tuple[Hours, ...] | None:
        """The answer for a day: its hours, () for free, None when left open."""
        choice = self.cleaned_data.get(name, "")
        if choice == FREE:
            return ()
        if choice in self.usual:
            return (self.usual[choice],)
        return tuple(dict.fromkeys(self._own(name))) or None

    def row(self, name: str, note: str = "") -> HoursRow:
        """The fields of a day for the template."""
        pairs = [(self[f"{name}-from-{nr}"], self[f"{name}-to-{nr}"]) for nr in PAIRS]
        chips = [
            Chip(radio, word)
            for radio, (_kind, word) in zip(self[name].subwidgets, self._choices(), strict=True)
        ]
        return HoursRow(name, str(self.fields[name].label), self[name], chips, pairs, note)

    def kinds(self) -> list[tuple[str, str]]:
        """What each kind of shift means here, said once for the whole form."""
        return [(str(word), from_to(*self.usual[kind])) for kind, word in UsualShift.Kind.choices]

    def check_hours(self, name: str) -> None:
        """Refuse half a stretch, and own hours without any; hours under another tap do not count."""
        choice = self.cleaned_data.get(name)
        if name in self.errors or choice == FREE or choice in self.usual:
            for number in PAIRS:
                self._forgive(f"{name}-from-{number}", f"{name}-to-{number}")
            return
        for number in PAIRS:
            self._require_both(f"{name}-from-{number}", f"{name}-to-{number}")
        if choice == OWN and not any(self._typed(name)):
            self.add_error(
                f"{name}-from-1", _("Vul in van hoe laat tot hoe laat je werkt, of kies vrij.")
            )

    def _choices(self) -> list[tuple[str, str]]:
        kinds = [(kind, str(word)) for kind, word in UsualShift.Kind.choices]
        return [*kinds, (FREE, _("vrij")), (OWN, _("eigen tijden"))]

    def _kind(self, known: tuple[Hours, ...] | None) -> str:
        if known is None or len(known) > len(PAIRS):
            return ""
        if not known:
            return FREE
        kinds = {hours: kind for kind, hours in self.usual.items()}
        return kinds.get(known[0], OWN) if len(known) == 1 else OWN

    def _add_clock(self, name: str, label: str, initial: time | None) -> None:
        self.fields[name] = ClockField(label=label, required=False, initial=initial)

    def _own(self, name: str) -> Iterator[Hours]:
        for number in PAIRS:
            start = self.cleaned_data.get(f"{name}-from-{number}")
            end = self.cleaned_data.get(f"{name}-to-{number}")
            if start is not None and end is not None:
                yield start, end

    def _typed(self, name: str) -> Iterator[str]:
        for number in PAIRS:
            for side in ("from", "to"):
                yield self.data.get(self.add_prefix(f"{name}-{side}-{number}"), "").strip()

    def _require_both(self, start: str, end: str) -> None:
        if self._is_empty(start) and not self._is_empty(end):
            self.add_error(start, _("Vul ook in van hoe laat."))
        if self._is_empty(end) and not self._is_empty(start):
            self.add_error(end, _("Vul ook in tot hoe laat."))

    def _is_empty(self, name: str) -> bool:
        return name not in self.errors and self.cleaned_data.get(name) is None

    def _forgive(self, *names: str) -> None:
        for name in names:
            self.errors.pop(name, None)
