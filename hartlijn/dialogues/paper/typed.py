"""Read one card as somebody types it off paper: ``3sh+ reden``. Pure.

First what the card is about (the number of a finding, or the letter of a question), then the letter
of the perspective, then for a finding the letter of the word that was ticked. ``+`` says that it
may be quoted, ``*`` that the perspective may stand beside it. What follows is the reason. The
signs may stand together or apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from hartlijn.dialogues.models.contribution import Contribution
from hartlijn.dialogues.paper.letters import (
    MAY_QUOTE,
    MAY_SHOW,
    NO_PERSPECTIVE,
    PERSPECTIVES,
    QUESTIONS,
    WORDS,
)
from hartlijn.dialogues.pasting import LONGEST, clean

APART: Final = re.compile(
    r"(\d{1,3}|[^\W\d_])\s+([^\W\d_]|-)(?:\s+([^\W\d_]))?(?:\s+([+*]+))?(?=\s|$)"
)
TOGETHER: Final = re.compile(r"(\d{1,3}|[^\W\d_])([^\W\d_]|-)([^\W\d_])?([+*]*)(?=\s|$)")


class UnreadableError(ValueError):
    """What stands there is no card; the text says what to change."""


@dataclass(frozen=True)
class PaperCard:
    """What stands on a card. ``finding`` is its number from 1, or nothing for a question."""

    kind: str
    finding: int | None
    perspective: str
    word: str
    reason: str
    may_quote: bool
    show_perspective: bool


def read(line: str, *, language: str, findings: int) -> PaperCard:
    """The card that somebody typed; raises ``UnreadableError`` with a sentence."""
    text = clean(line).strip()
    found = TOGETHER.match(text) or APART.match(text)
    if not found:
        raise UnreadableError(
            _("Begin met het nummer van de kaart en een letter voor het perspectief, zoals 3s.")
        )
    about, perspective, word, signs = (part or "" for part in found.groups())
    reason = " ".join(text[found.end() :].split())
    if len(reason) > LONGEST:
        raise UnreadableError(_("Dit is te lang: hoogstens 2.000 tekens."))
    kind, finding = _about(about.lower(), findings)
    card = PaperCard(
        kind=kind,
        finding=finding,
        perspective=_perspective(perspective.lower()),
        word=_word(word.lower(), language, finding),
        reason=reason,
        may_quote=MAY_QUOTE in signs,
        show_perspective=MAY_SHOW in signs,
    )
    _is_whole(card)
    return card


def _about(typed: str, findings: int) -> tuple[str, int | None]:
    if typed.isdecimal():
        if not 1 <= int(typed) <= findings:
            raise UnreadableError(
                _("Kaart %(number)s is er niet. De bevindingen zijn 1 tot en met %(last)s.")
                % {"number": typed, "last": findings}
            )
        return Contribution.Kind.FINDING, int(typed)
    if typed not in QUESTIONS:
        raise UnreadableError(
            _("De letter %(letter)s hoort bij geen vraag. Kies uit %(known)s.")
            % {"letter": typed, "known": _listed(QUESTIONS)}
        )
    return QUESTIONS[typed], None


def _perspective(typed: str) -> str:
    if typed == NO_PERSPECTIVE:
        return ""
    if typed not in PERSPECTIVES:
        raise UnreadableError(
            _("De letter %(letter)s is geen perspectief. Kies uit %(known)s, of - voor geen.")
            % {"letter": typed, "known": _listed(PERSPECTIVES)}
        )
    return PERSPECTIVES[typed]


def _word(typed: str, language: str, finding: int | None) -> str:
    if not typed:
        return ""
    if finding is None:
        raise UnreadableError(
            _("Bij een open vraag hoort geen kruisje. Zet een spatie voor de tekst.")
        )
    if typed not in WORDS[language]:
        raise UnreadableError(
            _("De letter %(letter)s is geen kruisje. Kies uit %(known)s.")
            % {"letter": typed, "known": _listed(WORDS[language])}
        )
    return WORDS[language][typed]


def _is_whole(card: PaperCard) -> None:
    if card.word and not card.perspective:
        raise UnreadableError(
            _("Zonder perspectief telt een kruisje niet mee. Laat het kruisje weg, of kies er een.")
        )
    if not card.word and not card.reason:
        raise UnreadableError(
            _("Op deze kaart staat nog niets. Typ het kruisje, de tekst, of allebei.")
        )


def _listed(letters: Iterable[str]) -> str:
    return ", ".join(letters)
