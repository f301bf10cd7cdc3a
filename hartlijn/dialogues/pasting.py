"""Findings out of a text that somebody pastes: a list, paragraphs, or cells of a table. Pure.

Nothing is thrown away but signs nobody sees: what is not recognised becomes a card of its own.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from hartlijn.lib.hidden import hidden

LITERATURE, FIELD = "literature", "field"
MOST: Final = 60
LONGEST: Final = 2_000
_MARKED: Final = re.compile(
    r"^\s*(?:[-–—*•·▪◦‣o]\s+|\(?\d{1,3}[.):\]]\s+|\(?[a-zA-Z][.)]\s+|[ivxIVX]{1,5}[.)]\s+|[•▪◦‣·])"
)
_SOURCE: Final = re.compile(r"^\s*(?:bron|source|bronnen|sources)\s*:\s*(.+)$", re.IGNORECASE)
_TAIL: Final = re.compile(r"\s*[(\[](?:bron|source)\s*:\s*([^)\]]+)[)\]]\s*$", re.IGNORECASE)
_CITED: Final = re.compile(r"\s*\(([^()]*\b(?:1[89]|20)\d\d[a-z]?(?:[^()]*))\)\s*\.?\s*$")
_LITERATURE: Final = (
    "literatuur",
    "literature",
    "desk research",
    "bureauonderzoek",
    "uit onderzoek",
)
_FIELD: Final = (
    "werkveld", "praktijkverkenning", "veldverkenning", "interviews", "uit het veld", "praktijk",
    "field", "practice", "from the field",
)  # fmt: skip
_HEAD_LONGEST: Final = 70


@dataclass(frozen=True)
class Card:
    """A finding as it will be put."""

    text: str
    kind: str = LITERATURE
    source: str = ""


def without_label(source: str) -> str:
    """A source as it stands in its field: the word “Bron:” is printed before it."""
    found = _SOURCE.match(source)
    return without_label(found.group(1)) if found else source


def clean(said: str) -> str:
    """The text without signs nobody sees; line ends and tabs stay."""
    text = unicodedata.normalize("NFC", said.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
    return "".join(one for one in text if one in "\n\t" or not hidden(one))


def cards(said: str, *, kind: str = LITERATURE) -> list[Card]:
    """The findings in a pasted text, in their order, each once."""
    found: dict[str, Card] = {}
    for one in _cards(clean(said), kind):
        key = " ".join(one.text.casefold().split())
        if key and key not in found:
            found[key] = one
    return list(found.values())[:MOST]


def _cards(text: str, kind: str) -> Iterator[Card]:
    for piece, marked in _pieces(text):
        section = None if marked else _section(piece)
        if section is not None:
            kind = section or kind
            continue
        yield _with_source(Card(piece[:LONGEST], kind))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Each thing by itself, and whether a bullet or number stood before it."""
    by_line = _is_list(text) or "\t" in text
    waiting: list[str] = []
    marked = False
    for line in [*text.split("\n"), ""]:
        starts = bool(_MARKED.match(line))
        heads = not starts and _section(line.strip()) is not None
        source = _SOURCE.match(line)
        alone = starts or heads or not line.strip() or ("\t" in line and not source)
        if alone and waiting:
            yield " ".join(" ".join(waiting).split()), marked
            waiting, marked = [], False
        if "\t" in line and not source:
            for cell in line.split("\t"):
                if bare := " ".join(_MARKED.sub("", cell).split()):
                    yield bare, len(bare) > _HEAD_LONGEST
            continue
        if line.strip():
            waiting.append(
                f"(bron: {source.group(1).strip()})" if source else _MARKED.sub("", line)
            )
            marked = marked or starts
        if heads:
            yield " ".join(waiting[0].split()), False
            waiting = []
        elif waiting and not by_line and not source and _every_line(text):
            yield " ".join(" ".join(waiting).split()), marked
            waiting, marked = [], False


def _is_list(text: str) -> bool:
    return any(_MARKED.match(line) for line in text.split("\n"))


def _every_line(text: str) -> bool:
    """Whether there is neither a list nor an empty line: then each line is a finding."""
    lines = text.strip().split("\n")
    return len(lines) > 1 and all(line.strip() for line in lines)


def _section(line: str) -> str | None:
    """The kind a heading announces; "" for a heading of nothing; None when it is a finding."""
    bare = line.strip().strip("#").strip().rstrip(":").strip().casefold()
    if not bare or len(bare) > _HEAD_LONGEST:
        return None
    looks = line.rstrip().endswith(":") or line.lstrip().startswith("#") or line.count(" ") <= 4  # noqa: PLR2004 - words of a heading
    if not looks or bare.endswith((".", "?", "!")):
        return None
    if any(word in bare for word in _LITERATURE):
        return LITERATURE
    if any(word in bare for word in _FIELD):
        return FIELD
    announces = line.rstrip().endswith(":") or line.lstrip().startswith("#")
    return "" if announces else None


def _with_source(card: Card) -> Card:
    """Take the source from the end of a finding, where it says one."""
    for pattern in (_TAIL, _CITED):
        found = pattern.search(card.text)
        if found and found.start() > 0:
            text = card.text[: found.start()].rstrip(" ,;")
            ends = text if text.endswith((".", "!", "?")) else f"{text}."
            return replace(card, text=ends, source=without_label(found.group(1).strip()))
    return card
