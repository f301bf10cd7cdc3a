"""The questions of an evaluation, and when they are asked."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hartlijn.library import shelf
from hartlijn.paths.definitions import EvaluationQuestion

BEFORE: Final = timedelta(days=7)
AFTER: Final = timedelta(days=31)


@dataclass(frozen=True)
class Asked:
    """A question by its key, with the words one can choose."""

    key: str
    question: str
    words: tuple[tuple[str, str], ...]


def questions() -> tuple[Asked, ...]:
    """Every question in its order, in the language of the reader."""
    found = [
        (one.content.place, one.key, one.content)
        for one in shelf.every("evaluation")
        if isinstance(one.content, EvaluationQuestion)
    ]
    return tuple(
        Asked(key, str(content.question), tuple((w.key, str(w.said)) for w in content.words))
        for _place, key, content in sorted(found, key=lambda one: one[:2])
    )


def is_open(due_on: date | None, today: date) -> bool:
    """From a week before its day until a month after it."""
    return due_on is not None and due_on - BEFORE <= today <= due_on + AFTER
