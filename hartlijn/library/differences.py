"""What changed between two versions, for whoever edits or compares them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from hartlijn.library.problems import Path, spoken


@dataclass(frozen=True)
class Difference:
    """One place that reads differently; ``None`` where there was nothing."""

    where: str  # as people read it in the file: ``steps 2 › name.nl``
    before: str | None
    after: str | None


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Every text or number that differs, in the order of the file."""
    return list(_walk(before, after, ()))


def _walk(before: Any, after: Any, path: Path) -> Iterator[Difference]:
    if before == after and type(before) is type(after):
        return
    if isinstance(before, Mapping | None) and isinstance(after, Mapping | None):
        old, new = before or {}, after or {}
        for name in [*old, *(one for one in new if one not in old)]:
            yield from _walk(old.get(name), new.get(name), (*path, name))
    elif isinstance(before, list | None) and isinstance(after, list | None):
        for place, old, new in _paired(before or [], after or []):
            yield from _walk(old, new, (*path, place))
    elif isinstance(before, Mapping | list):
        yield from _walk(before, None, path)
        yield Difference(spoken(path), None, str(after))
    elif isinstance(after, Mapping | list):
        yield Difference(spoken(path), str(before), None)
        yield from _walk(None, after, path)
    else:
        yield Difference(spoken(path), _said(before), _said(after))


def _paired(before: list[Any], after: list[Any]) -> Iterator[tuple[int, Any, Any]]:
    """Parts of two lists that belong together, with their place; what only moved up is the same."""
    old, new = ([json.dumps(one, sort_keys=True) for one in side] for side in (before, after))
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            pairs = zip_longest(before[i1:i2], after[j1:j2])
            for n, (one, other) in enumerate(pairs):
                yield (j1 if j1 + n < j2 else i1) + n, one, other


def _said(value: Any) -> str | None:
    return None if value is None else str(value)
