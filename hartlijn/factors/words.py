"""The fixed words in a map of factors. The value is what files hold; pages say it in Dutch."""

from enum import StrEnum


class Level(StrEnum):
    """Where a factor lies. Not chosen yet: it came from a file that knows no levels."""

    MICRO = "micro"
    MESO = "meso"
    MACRO = "macro"
    NOT_CHOSEN = ""


class Sign(StrEnum):
    """Which way the target moves when the source grows."""

    MORE = "+"
    LESS = "-"
    BOTH = "±"
    UNKNOWN = "?"


class Strength(StrEnum):
    """How strongly a relation acts, in words; a number would say more than anybody knows."""

    UNKNOWN = "unknown"
    VERY_WEAK = "very weak"
    WEAK = "weak"
    MEDIUM = "medium"
    STRONG = "strong"
    VERY_STRONG = "very strong"


class Process(StrEnum):
    """What kind of process a relation is part of, by the definitions of the map."""

    BALANCING = "balancing"
    PARALLEL = "parallel"
    TRANSFORMING = "transforming"
    NOT_SAID = ""


class Kind(StrEnum):
    """What a relation or factor is known from."""

    FINDING = "finding"
    DIALOGUE = "dialogue"
    STUDY = "study"
