"""The numbers behind a sentence, as they are printed."""

from collections.abc import Sequence
from typing import Final

from hartlijn.dialogues.report.meeting import Both, Language
from hartlijn.dialogues.report.text import Sentence

GAP: Final = Both("[nog niet vertaald]", "[not translated yet]")
FINDING: Final = Both("B", "F")
MOST: Final = 12
"""So many numbers or stretches behind a sentence; of more, the rest is counted."""


def marked(sentence: Sentence, language: Language) -> str:
    """What stands behind a sentence: findings with their letter, contributions as numbers."""
    letter = FINDING.of(language)
    findings = [f"{letter}{one}" for one in stretches(sentence.findings)]
    return ", ".join([*findings, *_few(stretches(sentence.contributions))])


def _few(items: list[str]) -> list[str]:
    return items if len(items) <= MOST else [*items[:MOST], f"… {items[-1]}"]


def stretches(numbers: Sequence[int]) -> list[str]:
    """Numbers in order; three or more in a row as one stretch."""
    rows: list[list[int]] = []
    for one in sorted(set(numbers)):
        if rows and one == rows[-1][-1] + 1:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [piece for row in rows for piece in _row(row)]


def _row(row: list[int]) -> list[str]:
    if len(row) > 2:  # noqa: PLR2004 - two stand beside each other as they are
        return [f"{row[0]}–{row[-1]}"]
    return [str(one) for one in row]
