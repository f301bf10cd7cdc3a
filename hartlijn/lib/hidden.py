"""Characters that are invisible and change what a reader believes to see."""

import unicodedata

# They turn the reading direction of what follows and so can make a name read as another.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def hidden(character: str) -> bool:
    """Whether a character is invisible and changes what a reader believes to see."""
    return character in TURNING or unicodedata.category(character) in {"Cc", "Cs", "Co"}
