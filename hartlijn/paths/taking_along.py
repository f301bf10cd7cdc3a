"""What could go along from a side: done steps and promises, as words in both languages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hartlijn.library.text import Text
from hartlijn.paths.models import Change, HandOverItem, Promise, Side, Step, Tick
from hartlijn.paths.models.hand_over import near_side
from hartlijn.paths.register.requirements import part_of
from hartlijn.paths.words import promises_of, steps_of
from hartlijn.people.models import Person

Kind = HandOverItem.Kind
LANGUAGES: Final = ("nl", "en")


@dataclass(frozen=True)
class Item:
    """Something that could go along."""

    kind: HandOverItem.Kind
    key: str
    words: Text
    day: date | None

    @property
    def name(self) -> str:
        """How a form names it."""
        return f"{self.kind}:{self.key}"


def items_of(side: Side, by: Person) -> list[Item]:
    """Everything that ``by`` can let go along now, in the order of the path.

    Promises only by who is near enough to have been party to them.
    """
    near = Side.objects.filter(near_side(by), pk=side.pk).exists()
    promises = _promises(side) if near else []
    return [*_steps(side), *promises, *_parts(side)]


def _steps(side: Side) -> Iterator[Item]:
    words = steps_of(side.version)
    for step in Step.objects.filter(side=side, done_on__isnull=False):
        # A step of an older version has no words any more; then there is nothing to tell.
        if said := words.get(step.key):
            yield Item(Kind.STEP, step.key, said.name, step.done_on)


def _parts(side: Side) -> Iterator[Item]:
    """What the done steps count for at a register, each part once, by its last day."""
    words = steps_of(side.version)
    days: dict[str, date] = {}
    for step in Step.objects.filter(side=side, done_on__isnull=False):
        for covers in words[step.key].covers if step.key in words else ():
            assert step.done_on is not None  # noqa: S101 - the query says so
            days[covers] = max(step.done_on, days.get(covers, step.done_on))
    for covers, day in days.items():
        if found := part_of(covers):
            whole, part = found
            told_in = {}
            for language in LANGUAGES:
                with translation.override(language):
                    sentence = _(
                        "Telt mee voor “%(part)s” (%(set)s). Controleer dit bij het register."
                    )
                    told_in[language] = sentence % {"part": part.name, "set": whole.title}
            yield Item(Kind.PART, covers, Text(**told_in), day)


def _promises(side: Side) -> Iterator[Item]:
    words = promises_of(side.version)
    ticks, changes = _ticks(side), _changes(side)
    for promise in Promise.objects.filter(side=side):
        said = words.get(promise.key)
        told = ticks.get(promise.pk, [])
        if said is None or not (told or promise.pk in changes):
            continue
        anew = changes.get(promise.pk)
        told_in = {}
        for language in LANGUAGES:
            with translation.override(language):
                told_in[language] = _told(str(said.name), told, anew)
        days = [one.sent_on for one in told] + ([anew.agreed_on] if anew else [])
        yield Item(Kind.PROMISE, promise.key, Text(**told_in), max(filter(None, days)))


def _ticks(side: Side) -> dict[object, list[Tick]]:
    found: dict[object, list[Tick]] = {}
    sent = Tick.objects.filter(term__promise__side=side).select_related("term")
    for tick in sent.order_by("term__starts_on"):
        found.setdefault(tick.term.promise_id, []).append(tick)
    return found


def _changes(side: Side) -> dict[object, Change]:
    """The newest change both agreed to, by promise. Its reason stays where it was."""
    agreed = Change.objects.filter(promise__side=side).agreed()
    return {one.promise_id: one for one in agreed}


def _told(name: str, ticks: list[Tick], anew: Change | None) -> str:
    """What both sides said of a promise, beside each other, and that it was made anew."""
    said = [f"{name}."]
    for whose, sentence in (
        (Tick.Whose.ORGANISATION, _("De organisatie zei: %(months)s.")),
        (Tick.Whose.STARTER, _("De starter zei: %(months)s.")),
    ):
        if months := ", ".join(_counted(one.word for one in ticks if one.whose == whose)):
            said.append(sentence % {"months": months})
    if anew and anew.agreed_on:
        day = date_format(anew.agreed_on, _("j F Y"))
        said.append(_("Samen opnieuw afgesproken op %(day)s.") % {"day": day})
    return " ".join(said)


def _counted(words: Iterable[str]) -> Iterator[str]:
    told = list(words)
    for word in Tick.Word:
        if months := told.count(word):
            yield ngettext(
                "%(word)s in %(months)d maand", "%(word)s in %(months)d maanden", months
            ) % {"word": word.label, "months": months}
