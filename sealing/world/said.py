"""What the people of the demonstration wrote to each other. Nobody in it exists."""

from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True)
class Said:
    """One message: by whom, so many days ago."""

    days_ago: int
    by: str
    text: str = ""
    says: str = ""
    parts: tuple[tuple[str, str], ...] = ()

    def content(self) -> dict[str, Any]:
        """What belongs to the message alone (`frontend/together/message.ts`)."""
        content: dict[str, Any] = {"text": self.text}
        if self.says:
            content["says"] = self.says
        if self.parts:
            content["parts"] = [{"asked": asked, "text": text} for asked, text in self.parts]
        return content


@dataclass(frozen=True)
class Talk:
    """A thread between two who walk along."""

    about: str
    between: tuple[str, str]
    said: tuple[Said, ...]


TALKS: Final = (
    Talk(
        "help",
        ("noor", "sam"),
        (
            Said(
                6,
                "noor",
                "Ik kom er niet uit met mijn verslag. Heb je morgen tien minuten voor mij?",
            ),
            Said(5, "sam", "Ja, kom maar langs om half elf. Dan zet ik koffie.", says="yes"),
        ),
    ),
    Talk(
        "appreciation",
        ("noor", "sam"),
        (
            Said(
                3,
                "sam",
                parts=(
                    ("Wat zag je?", "Ik zag dat je bleef zitten toen hij wegliep."),
                    ("Wat deed het?", "Je zei niets. Na tien minuten kwam hij zelf terug."),
                ),
            ),
        ),
    ),
    Talk(
        "consult",
        ("noor", "sam"),
        (
            Said(
                1,
                "noor",
                parts=(
                    ("Wat is jouw vraag?", "Mag ik boos zijn op een vader die niet komt opdagen?"),
                    ("Wat deed het met je?", "Ik was de hele middag kortaf, ook tegen de groep."),
                    ("Waar ben je bang voor?", "Dat ik hem volgende week anders aankijk."),
                ),
            ),
        ),
    ),
)
