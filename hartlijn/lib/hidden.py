"""Characters that are invisible and change what a reader believes to see."""

import unicodedata

from hartlijn.lib.papers.shown import TURNING


def hidden(character: str) -> bool:
    """Whether a character is invisible and changes what a reader believes to see."""
    return character in TURNING or unicodedata.category(character) in {"Cc", "Cs", "Co"}
