"""The organisations of the world and their parts. Invented: no such school or employer exists."""

from dataclasses import dataclass, field
from typing import Final

from hartlijn.people.models import Organisation

Kind = Organisation.Kind
PRIVATE: Final = "post.example"


@dataclass(frozen=True)
class Place:
    """An organisation: how many people of which sort, and its units with those below."""

    key: str
    name: str
    kind: str
    domain: str
    units: dict[str, tuple[str, ...]] = field(default_factory=dict)
    starters_in_each: int = 0
    """In each of the lowest units."""
    of_whom_longer: int = 0
    """Those who began over half a year ago: enough of them for the board to say something."""
    staff: int = 0
    """Members, or at a school teachers."""


LIGHTHOUSE: Final = Place(
    "vuurtoren",
    "Jeugdhulp De Vuurtoren",
    Kind.PRACTICE,
    "devuurtoren.example",
    {
        "Middelburg": ("Team Gezinnen", "Team Verblijf"),
        "Goes": ("Team Ambulant", "Team Crisishulp"),
        "Vlissingen": ("Team Dagbehandeling", "Team Jongvolwassenen"),
    },
    starters_in_each=9,
    of_whom_longer=5,
    staff=16,
)
EMPLOYERS: Final = (
    LIGHTHOUSE,
    Place(
        "westerschelde",
        "Jeugdbescherming Westerschelde",
        Kind.PRACTICE,
        "jbwesterschelde.example",
        {"Terneuzen": ("Team Kanaalzone",), "Hulst": ("Team Grensstreek",)},
        starters_in_each=6,
        staff=8,
    ),
    Place(
        "anker",
        "Pleegzorg Het Anker",
        Kind.PRACTICE,
        "hetanker.example",
        {"Zierikzee": ("Team Pleegouders",)},
        starters_in_each=6,
        staff=5,
    ),
)
SCHOOLS: Final = (
    Place(
        "delta",
        "Hogeschool Delta",
        Kind.EDUCATION,
        "hogeschooldelta.example",
        {"Social Work": ("Jaar 3", "Jaar 4"), "Pedagogiek": ("Jaar 3", "Jaar 4")},
        starters_in_each=3,
        staff=6,
    ),
    Place(
        "scheldekust",
        "Hogeschool Scheldekust",
        Kind.EDUCATION,
        "scheldekust.example",
        {"Sociaal Werk": ("Jaar 3", "Jaar 4")},
        starters_in_each=4,
        staff=4,
    ),
)
NETWORK: Final = Place(
    "kring",
    "Kring Jong Vakmanschap Zeeland",
    Kind.NETWORK,
    "kringjongvak.example",
    {"Supervisoren": ()},
    staff=5,
)
EVERYWHERE: Final = (*SCHOOLS, *EMPLOYERS, NETWORK)
