"""What is different between two versions of a template, in words people read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _

from hartlijn.paths.telling.readable import Body, facts_of, facts_of_whole, rows
from hartlijn.paths.telling.vocabulary import said

ADDED, GONE, CHANGED, MOVED = "added", "gone", "changed", "moved"


@dataclass(frozen=True)
class Row:
    """One thing that reads differently; empty where there was nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One part that is new, gone, different or elsewhere; of kind ``""`` the template itself."""

    kind: str
    key: str
    name: str
    what: str
    rows: tuple[Row, ...] = ()


def compare(before: Body, after: Body, *, languages: bool = True) -> list[Change]:
    """Everything that differs, in the order of the template.

    ``languages``: whether both languages count, or only the one of the reader.
    """
    found = list(_whole(before, after, languages=languages))
    for kind in ("phases", "steps", "promises"):
        found += _parts(kind, before, after, languages=languages)
    return found


def _whole(before: Body, after: Body, *, languages: bool) -> Iterator[Change]:
    labels = {"title": _("Titel"), "about": _("Waar het over gaat")}
    old = {**_texts(before, labels, languages=languages), **_as_dict(facts_of_whole(before))}
    new = {**_texts(after, labels, languages=languages), **_as_dict(facts_of_whole(after))}
    if different := _rows(old, new):
        yield Change("", "", said(after.get("title")), CHANGED, different)


def _parts(kind: str, before: Body, after: Body, *, languages: bool) -> Iterator[Change]:
    old = {one["key"]: one for one in rows(before, kind)}
    new = {one["key"]: one for one in rows(after, kind)}
    moved = _moved([key for key in old if key in new], [key for key in new if key in old])
    for key, part in new.items():
        name = said(part.get("name")) or key
        facts = _facts(kind, part, after, languages=languages)
        if key not in old:
            yield Change(kind, key, name, ADDED, _rows({}, facts | _unnamed(facts)))
            continue
        different = _rows(_facts(kind, old[key], before, languages=languages), facts)
        if different:
            yield Change(kind, key, name, CHANGED, different)
        elif key in moved:
            yield Change(kind, key, name, MOVED)
    for key, part in old.items():
        if key not in new:
            yield Change(kind, key, said(part.get("name")) or key, GONE)


def _facts(kind: str, part: Body, body: Body, *, languages: bool) -> dict[str, str]:
    labels = {"name": _("Naam"), "about": _("Uitleg")}
    texts = _texts(part, labels, languages=languages)
    return {**texts, **_as_dict(facts_of(kind, part, body))}


def _unnamed(facts: Mapping[str, str]) -> dict[str, str]:
    """The name of what is new stands above it already."""
    return {label: "" for label in facts if label == _("Naam")}


def _texts(part: Body, labels: Mapping[str, str], *, languages: bool) -> dict[str, str]:
    found = {}
    for name, label in labels.items():
        text: Any = part.get(name)
        if not languages:
            found[label] = said(text)
            continue
        found[label] = said(text, "nl")
        english = said(text, "en")
        if english != found[label]:
            found[_("%(label)s in het Engels") % {"label": label}] = english
    return found


def _as_dict(facts: Any) -> dict[str, str]:
    return {one.label: one.words for one in facts}


def _rows(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Row, ...]:
    labels = [*after, *(one for one in before if one not in after)]
    pairs = ((label, before.get(label, ""), after.get(label, "")) for label in labels)
    return tuple(Row(*one) for one in pairs if one[1] != one[2])


def _moved(before: list[str], after: list[str]) -> set[str]:
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stayed = {key for one in blocks for key in after[one.b : one.b + one.size]}
    return set(after) - stayed
