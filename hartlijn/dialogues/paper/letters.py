"""The letters beside the boxes on a card: those of a scribe, and one for each word. Pure."""

from collections.abc import Mapping
from typing import Final

from hartlijn.dialogues.models.contribution import Contribution
from hartlijn.dialogues.models.room import Mark
from hartlijn.dialogues.two_keys import ABOUT, KEYS

Word = Mark.Word

PERSPECTIVES: Final[Mapping[str, str]] = {key: str(who.value) for key, who in KEYS.items()}
QUESTIONS: Final[Mapping[str, str]] = {
    key: str(kind.value) for key, kind in ABOUT.items() if kind != Contribution.Kind.OTHER
}
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "nl": {"h": Word.RECOGNISED.value, "d": Word.PARTLY.value, "n": Word.NOT.value},
    "en": {"r": Word.RECOGNISED.value, "p": Word.PARTLY.value, "n": Word.NOT.value},
}
"""By the language of the dialogue."""
NO_PERSPECTIVE: Final = "-"
MAY_QUOTE: Final = "+"
MAY_SHOW: Final = "*"
