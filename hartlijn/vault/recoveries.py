"""Who is part of a recovery that runs now."""

from enum import Enum, auto

from django.db.models import Exists
from django.utils import timezone

from hartlijn.people.models import Person
from hartlijn.vault.models import Recovery


class Side(Enum):
    """What somebody is in it."""

    OWNER = auto()
    CONTACT = auto()


def beside(person: Person) -> dict[str, Exists]:
    """The same as columns of a query that is asked anyway: ``asks_contact``, ``is_asked``."""
    running = Recovery.objects.running(timezone.now())
    return {
        "asks_contact": Exists(running.filter(trust__owner=person)),
        "is_asked": Exists(running.filter(trust__contact=person)),
    }


def sides_of(person: Person) -> frozenset[Side]:
    """Every side on which this person is now; for a page that says so."""
    running = Recovery.objects.running(timezone.now()).visible_to(person)
    owners = running.values_list("trust__owner_id", flat=True)
    return frozenset(Side.OWNER if one == person.pk else Side.CONTACT for one in owners)
