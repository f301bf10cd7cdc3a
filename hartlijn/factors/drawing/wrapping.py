"""Words in a box of fixed width. The width of letters is estimated: the server has no screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

NARROW: Final = frozenset("iljtfr.,:;'|!()[] ’-")
WIDE: Final = frozenset("mwMWOQGÉ@%")
SIZES: Final = ((13.5, 3), (11.5, 4))
"""Sizes of letters, and how many lines of each fit in a box; a long name gets the smaller one."""


@dataclass(frozen=True)
class Words:
    """One line of words; ``squeezed`` to this width where it would not fit otherwise."""

    text: str
    squeezed: int | None = None


def width_of(text: str, size: float) -> float:
    """About how wide a text is, in the unit of ``size``."""
    return size * sum(_letter(one) for one in text)


def wrap(text: str, width: int) -> tuple[tuple[Words, ...], float]:
    """The lines of a name and the size of its letters; what is left out ends in an ellipsis."""
    for size, most in SIZES:
        lines = list(_lines(text.split(), width, size))
        if len(lines) <= most:
            break
    else:
        last = lines[most - 1]
        while last and width_of(f"{last}…", size) > width:
            last = last[:-1]
        lines = [*lines[: most - 1], f"{last.rstrip()}…"]
    said = (Words(line, width if width_of(line, size) > width else None) for line in lines or [""])
    return tuple(said), size


def _lines(words: list[str], width: int, size: float) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if width_of(longer, size) <= width:
            line = longer
            continue
        if line:
            yield line
        line = word
        while width_of(line, size) > width * 1.3:  # squeezing further would be hard to read
            cut = len(line)
            while width_of(f"{line[:cut]}-", size) > width:
                cut -= 1
            yield f"{line[:cut]}-"
            line = line[cut:]
    if line:
        yield line


def _letter(one: str) -> float:
    if one in NARROW:
        return 0.34
    if one in WIDE:
        return 0.86
    return 0.66 if one.isupper() else 0.56
