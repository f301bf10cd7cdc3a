"""The kind of words of this app: cards with one question for a short talk."""

from dataclasses import dataclass
from typing import Annotated, Literal

from hartlijn.library.kinds import Kind, register
from hartlijn.library.schema import Longest
from hartlijn.library.text import Text


@dataclass(frozen=True)
class Card:
    """One question for a talk of a quarter of an hour that is not about a case."""

    theme: Literal["work", "energy", "need", "boundaries", "learning", "belonging"]
    text: Annotated[Text, Longest(160)]
    source: Annotated[str, Longest(400)]
    licence: Annotated[str, Longest(60)]
    hint: Annotated[Text | None, Longest(200)] = None  # to whoever asks


register(Kind("card", "cards", Card))
