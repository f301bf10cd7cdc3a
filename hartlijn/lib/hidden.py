"""Characters that are invisible and change what a reader believes to see."""

import unicodedata

# They turn the reading direction of what follows and so can make a name read as another.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

# Signs that Unicode counts among the visible and that show nothing: fillers, an empty braille cell.
FILLING = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")
VARIATIONS = range(0xFE00, 0xFE10)


def blank(text: str) -> bool:
    """Whether there is nothing in a text that anybody can see.

    Joiners and the like have their place inside emoji and many scripts; alone they show nothing.
    """
    return all(
        one.isspace()
        or one in FILLING
        or ord(one) in VARIATIONS
        or (unicodedata.category(one) == "Cf" and one not in TURNING)
        for one in text
    )


def hidden(character: str) -> bool:
    """Whether a character is invisible and changes what a reader believes to see."""
    return character in TURNING or unicodedata.category(character) in {"Cc", "Cs", "Co"}
