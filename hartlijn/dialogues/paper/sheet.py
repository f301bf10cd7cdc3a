"""What is printed: a card for each thing the screen shows, eight on a sheet of A4."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import override

from hartlijn.dialogues.models import Dialogue, Mark, Perspective
from hartlijn.dialogues.paper.letters import PERSPECTIVES, WORDS
from hartlijn.dialogues.parts import ASKED
from hartlijn.dialogues.two_keys import ABOUT

ON_A_SHEET = 8


@dataclass(frozen=True)
class Box:
    """A box to tick, and the letter somebody types for it."""

    letter: str
    words: str


@dataclass(frozen=True)
class Printed:
    """One card. ``code`` is what somebody types first."""

    code: str
    text: str
    is_finding: bool


@dataclass(frozen=True)
class Sheet:
    """Everything on paper, in the language of the dialogue."""

    cards: tuple[tuple[Printed, ...], ...]
    """By eight."""
    perspectives: tuple[Box, ...]
    words: tuple[Box, ...]
    questions: tuple[Box, ...]


def sheet(dialogue: Dialogue) -> Sheet:
    """The cards of a dialogue and the letters on them."""
    language = dialogue.language
    with override(language):
        cards = tuple(_cards(dialogue))
        return Sheet(
            cards=tuple(cards[at : at + ON_A_SHEET] for at in range(0, len(cards), ON_A_SHEET)),
            perspectives=tuple(
                Box(letter.upper(), str(Perspective(value).label))
                for letter, value in PERSPECTIVES.items()
            ),
            words=tuple(
                Box(letter.upper(), str(Mark.Word(value).label))
                for letter, value in WORDS[language].items()
            ),
            questions=tuple(_questions()),
        )


def _cards(dialogue: Dialogue) -> Iterator[Printed]:
    for number, put in enumerate(dialogue.put.order_by("order", "pk"), 1):
        yield Printed(str(number), put.text, is_finding=True)
    for box in _questions():
        yield Printed(box.letter, box.words, is_finding=False)


def _questions() -> Iterator[Box]:
    """The same as on the screen and the phones, with the letter of each."""
    for letter, kind in ABOUT.items():
        if kind in ASKED:
            yield Box(letter.upper(), str(ASKED[kind]))
