"""What may be read of a part once it is revealed: figures that were kept, and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hartlijn.dialogues.models import Contribution, Dialogue, Mark, Perspective
from hartlijn.dialogues.parts import Part
from hartlijn.dialogues.small_groups import WORDS, may_stand_beside

ON_A_PAGE: Final = 60


@dataclass(frozen=True)
class Bar:
    """One word with how many chose it."""

    name: str
    words: str
    share: int


@dataclass(frozen=True)
class Group:
    """Perspectives that are shown together, with their figures."""

    name: str
    bars: list[Bar]


@dataclass(frozen=True)
class Words:
    """A contribution as it is shown."""

    number: int
    text: str
    who: str
    mark: str
    pk: Any = None


@dataclass(frozen=True)
class Result:
    """A part that is revealed."""

    bars: list[Bar] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    more: int = 0


def result(dialogue: Dialogue, part: Part, *, most: int = ON_A_PAGE) -> Result | None:
    """What may be read of it; nothing before it is revealed."""
    if not part.is_revealed:
        return None
    kept = kept_of(dialogue, part)
    found = _contributions(dialogue, part)
    rows = list(found[: most + 1])
    more = max(found.count() - most, 0) if len(rows) > most else 0
    words = [_words(one, kept) for one in rows[:most]]
    if part.put is None or not sum(kept.get("counts", [])):
        return Result(words=words, more=more)
    blocks = kept["blocks"]
    groups = [Group(names(one["of"]), bars(one["counts"])) for one in blocks]
    return Result(bars(kept["counts"]), groups if len(groups) > 1 else [], words, more)


def kept_of(dialogue: Dialogue, part: Part) -> Mapping[str, Any]:
    """What was kept at the reveal."""
    if part.put is not None:
        return part.put.shown or {}
    kept: Mapping[str, Any] = dialogue.opened.get(part.kind, {})
    return kept


def bars(counts: list[int]) -> list[Bar]:
    """Figures as words and as bars."""
    total = sum(counts) or 1
    said = dict(Mark.Word.choices)
    return [
        Bar(
            str(said[word]),
            ngettext("%(number)s mens", "%(number)s mensen", number) % {"number": number},
            round(100 * number / total),
        )
        for word, number in zip(WORDS, counts, strict=True)
    ]


def names(perspectives: list[str]) -> str:
    """Perspectives as one name."""
    said = dict(Perspective.choices)
    words = [str(said[one]) for one in perspectives]
    if len(words) == 1:
        return words[0]
    return _("%(these)s en %(last)s samen") % {"these": ", ".join(words[:-1]), "last": words[-1]}


def who(one: Contribution, kept: Mapping[str, Any]) -> str:
    """The perspective that may stand beside it, or nothing."""
    if not one.perspective:
        return ""
    if may_stand_beside(one.perspective, show=one.show_perspective, kept=kept):
        return str(one.get_perspective_display())
    return ""


def _words(one: Contribution, kept: Mapping[str, Any]) -> Words:
    mark = str(one.get_mark_display()) if one.mark else ""
    return Words(one.number, one.text, who(one, kept), mark, one.pk)


def _contributions(dialogue: Dialogue, part: Part) -> Any:
    found = dialogue.contributions.counting().order_by("number")
    if part.put is not None:
        return found.filter(put=part.put)
    return found.filter(put=None, kind=part.kind)
