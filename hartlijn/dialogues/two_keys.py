"""The two keystrokes of a scribe: what something is about, and who said it."""

from typing import Final

from hartlijn.dialogues.models.contribution import Contribution
from hartlijn.dialogues.models.words import Perspective

KEYS: Final = {
    "s": Perspective.STUDENT,
    "t": Perspective.STARTER,
    "e": Perspective.EXPERIENCED,
    "l": Perspective.LEADER,
    "d": Perspective.TEACHER,
    "o": Perspective.RESEARCHER,
}
"""The second keystroke of a scribe: who said it."""
ABOUT: Final = {
    "m": Contribution.Kind.MISSING,
    "o": Contribution.Kind.EDUCATION,
    "p": Contribution.Kind.PRACTICE,
    "s": Contribution.Kind.TOGETHER,
    "v": Contribution.Kind.OTHER,
}
"""The first one, when it is about no finding."""
