"""A coordinator says to whom the starters of the organisation can send a signal."""

from django.db import transaction

from hartlijn.lib.verdict import require
from hartlijn.people.access import may_manage
from hartlijn.people.models import Organisation, Person
from hartlijn.signalling.models import Addressee


@transaction.atomic
def put(organisation: Organisation, fields: dict[str, str], *, by: Person) -> Addressee:
    """Set up an addressee; one with the same name is changed. Signals on their way keep theirs."""
    require(may_manage(by, organisation))
    known = Addressee.objects.filter(organisation=organisation, name__iexact=fields["name"])
    row: Addressee = known.first() or Addressee(organisation=organisation)
    for name, value in fields.items():
        setattr(row, name, value)
    row.save()
    return row


@transaction.atomic
def remove(addressee: Addressee, *, by: Person) -> None:
    """Offer it no longer. What was sent stays sent."""
    require(may_manage(by, addressee.organisation))
    addressee.delete()
