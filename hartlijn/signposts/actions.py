"""A coordinator fills in whom people of the organisation can turn to."""

from django.db import transaction

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import require
from hartlijn.people.access import may_manage
from hartlijn.people.models import Organisation, Person
from hartlijn.signposts.models import OwnSignpost


@transaction.atomic
def fill_in(  # noqa: PLR0913 - a signpost has this many sides
    organisation: Organisation, kind: str, *, name: str, phone: str, reachable: str, by: Person
) -> OwnSignpost:
    """Say who it is. Whoever saves it looked at it, also when nothing changed."""
    require(may_manage(by, organisation))
    said = {"name": name, "phone": phone, "reachable": reachable, "checked_on": civil_day()}
    row, _new = OwnSignpost.objects.update_or_create(
        organisation=organisation, kind=kind, defaults=said
    )
    return row


@transaction.atomic
def remove(organisation: Organisation, kind: str, *, by: Person) -> None:
    """Say nothing of it any more; people read the general words again."""
    require(may_manage(by, organisation))
    OwnSignpost.objects.filter(organisation=organisation, kind=kind).delete()
