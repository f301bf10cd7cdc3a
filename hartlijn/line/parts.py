"""Everything that goes along with a person, by subject. A new app adds its line here."""

from typing import Final

from hartlijn.agreements import portable as agreements
from hartlijn.consent import portable as consent
from hartlijn.delivery import portable as delivery
from hartlijn.dialogues import portable as dialogues
from hartlijn.factors import portable as factors
from hartlijn.journal import portable as journal
from hartlijn.learning import portable as learning
from hartlijn.lib.portable import Part
from hartlijn.onetoones import portable as onetoones
from hartlijn.paths import portable as paths
from hartlijn.people import portable as people
from hartlijn.people.models import Person
from hartlijn.signalling import portable as signalling
from hartlijn.vault import portable as vault

PARTS: Final[tuple[Part[Person], ...]] = (
    *people.PARTS,
    *consent.PARTS,
    *vault.PARTS,
    *delivery.PARTS,
    *journal.PARTS,
    *onetoones.PARTS,
    *agreements.PARTS,
    *paths.PARTS,
    *learning.PARTS,
    *dialogues.PARTS,
    *factors.PARTS,
    *signalling.PARTS,
)
