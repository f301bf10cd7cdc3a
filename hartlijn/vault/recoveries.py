"""Who is part of a recovery that runs now."""

from enum import Enum, auto
from typing import Final

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL
from django.utils import timezone

from hartlijn.people.models import Person
from hartlijn.vault.models import Recovery, TrustedContact


class Side(Enum):
    """What somebody is in it."""

    OWNER = auto()
    CONTACT = auto()


RUNNING: Final = """EXISTS (
    SELECT 1
      FROM vault_recovery AS asked
      JOIN vault_trustedcontact AS trust ON trust.{key} = asked.trust_id
     WHERE asked.closes_at > %s AND trust.{side}_id = %s)"""


def beside(person: Person) -> dict[str, RawSQL]:
    """The same as columns of a query that is asked anyway: ``asks_contact``, ``is_asked``.

    In SQL, because the ORM takes a tenth of Vandaag to put these two together.
    """
    key = TrustedContact._meta.pk.column
    asked = (
        connection.ops.adapt_datetimefield_value(timezone.now()),
        Person._meta.pk.get_db_prep_value(person.pk, connection),
    )
    found = {"asks_contact": "owner", "is_asked": "contact"}
    return {
        name: RawSQL(RUNNING.format(key=key, side=side), asked, output_field=BooleanField())  # noqa: S611 - no word of it comes from outside
        for name, side in found.items()
    }


def sides_of(person: Person) -> frozenset[Side]:
    """Every side on which this person is now; for a page that says so."""
    running = Recovery.objects.running(timezone.now()).visible_to(person)
    owners = running.values_list("trust__owner_id", flat=True)
    return frozenset(Side.OWNER if one == person.pk else Side.CONTACT for one in owners)
