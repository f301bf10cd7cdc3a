"""The list from which six words are drawn: written on paper, read aloud, typed on a phone."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORDS: list[str] = json.loads((ROOT / "frontend" / "seal" / "words.json").read_text("utf-8"))
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SOUNDS = (("ij", "ei"), ("ou", "au"), ("ch", "g"), ("d$", "t"), ("b$", "p"), ("th", "t"))
"""What is written in two ways and heard as one."""


def one_slip_away(word: str) -> Iterator[str]:
    """What somebody types with one letter too many, too few or wrong, or two in the wrong order."""
    for n in range(len(word) + 1):
        before, after = word[:n], word[n:]
        yield from (before + letter + after for letter in LETTERS)
        yield from (before + letter + after[1:] for letter in LETTERS if after)
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]


def heard(word: str) -> str:
    """How a word sounds, roughly."""
    for written, sound in SOUNDS:
        word = re.sub(written, sound, word)
    return word


def test_six_words_are_66_bits() -> None:
    assert len(set(WORDS)) == len(WORDS) == 2**11
    assert sorted(WORDS) == WORDS


def test_every_word_is_short_and_typed_on_any_keyboard() -> None:
    assert [word for word in WORDS if not re.fullmatch(r"[a-z]{3,8}", word)] == []


def test_a_slip_never_makes_another_word_of_the_list() -> None:
    known = set(WORDS)

    assert [(a, b) for a in WORDS for b in one_slip_away(a) if b != a and b in known] == []


def test_four_letters_tell_which_word_it_is() -> None:
    starts = Counter(word[:4] for word in WORDS)

    assert [start for start, count in starts.items() if count > 1] == []


def test_no_two_words_sound_alike() -> None:
    sounds = Counter(heard(word) for word in WORDS)

    assert [sound for sound, count in sounds.items() if count > 1] == []
