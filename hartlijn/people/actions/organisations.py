"""Organisations and their units: begin, rename, add, remove."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import Refused, require
from hartlijn.people.access import may_manage
from hartlijn.people.models import Organisation, Person, Unit


def add_unit(organisation: Organisation, name: str, *, parent: Unit | None, by: Person) -> Unit:
    """Add a part to an organisation, on top or below another part (two levels at most)."""
    require(may_manage(by, organisation))
    if parent and (parent.organisation_id != organisation.pk or parent.parent_id):
        raise Refused(_("Hier kan geen onderdeel onder. Kies een locatie of programma."))
    return Unit.objects.create(organisation=organisation, parent=parent, name=name)


def rename_unit(unit: Unit, name: str, *, by: Person) -> Unit:
    """Give a unit another name."""
    require(may_manage(by, unit.organisation))
    unit.name = name
    unit.save(update_fields=["name"])
    return unit


@transaction.atomic
def remove_unit(unit: Unit, *, by: Person) -> None:
    """Remove an empty unit; one with people or parts in it stays."""
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    require(may_manage(by, unit.organisation))
    if unit.children.exists() or unit.memberships.active().exists():
        raise Refused(
            _("Hier horen nog mensen of onderdelen bij. Verplaats ze eerst, dan kan het weg.")
        )
    unit.delete()
