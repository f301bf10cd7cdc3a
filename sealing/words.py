"""Six words of the list: 66 bits that one can write down, read aloud and type."""

import json
import secrets
from functools import cache
from pathlib import Path
from typing import Final

from sealing.refused import refuse_unless

LIST: Final = Path(__file__).resolve().parent.parent / "frontend" / "seal" / "words.json"
BITS: Final = 11
COUNT: Final = 6


@cache
def words() -> tuple[str, ...]:
    """The 2,048 words, in order."""
    found = json.loads(LIST.read_text(encoding="utf-8"))
    return tuple(found)


def draw() -> str:
    """Six words by chance, as a passphrase."""
    return " ".join(secrets.choice(words()) for _ in range(COUNT))


def passphrase(typed: str) -> str:
    """What somebody typed as the passphrase it stands for; refused when a word is not listed."""
    parts = typed.lower().split()
    refuse_unless(len(parts) == COUNT and all(part in words() for part in parts))
    return " ".join(parts)


def first_six(raw: bytes) -> str:
    """The first 66 bits of ``raw`` as six words."""
    number = int.from_bytes(raw, "big") >> (8 * len(raw) - BITS * COUNT)
    places = [number >> BITS * n & 2**BITS - 1 for n in reversed(range(COUNT))]
    return " ".join(words()[place] for place in places)
