"""What is wrong with a file, where, and what to do."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import hidden

Path = tuple[str | int, ...]
"""The way to one value: names of tables, and positions in lists from 0."""
LONGEST_SHOWN = 60


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, by the way to it."""

    path: Path
    sentence: str | Promise


@dataclass(frozen=True)
class Refusal:
    """Why a file does not count: its name, the line (from 1) and a sentence."""

    file: str
    line: int
    sentence: str | Promise

    def __str__(self) -> str:
        """Say it in the language of the reader."""
        place = _("{file}, regel {line}: {sentence}")
        return str(format_lazy(place, file=self.file, line=self.line, sentence=self.sentence))


def spoken(path: Path) -> str:
    """A way as people read it in the file: ``steps 2 › name.nl``; lists count from 1."""
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f" {part + 1}"
        elif words and words[-1].isdigit():
            words += f" › {shown(part)}"
        else:
            words += f".{shown(part)}" if words else shown(part)
    return words.strip()


def shown(text: str) -> str:
    """Somebody else's text, fit for a terminal: short and without hidden characters."""
    seen = "".join("?" if hidden(one) else one for one in text[: LONGEST_SHOWN + 1])
    return f"{seen[:LONGEST_SHOWN]}…" if len(seen) > LONGEST_SHOWN else seen


def problem(path: Path, sentence: Any, **details: object) -> Problem:
    """A problem whose sentence may name the place as ``{where}``."""
    return Problem(path, format_lazy(sentence, where=spoken(path), **details))
