"""Organisations and their units: begin, rename, add, remove."""

from collections.abc import Iterable
from typing import Final

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import Refused, require
from hartlijn.people.access import may_manage
from hartlijn.people.models import Invitation, Organisation, Person, Unit

NAME_TAKEN: Final = _("Er is al een onderdeel met deze naam. Kies een andere naam.")
ORGANISATION_TAKEN: Final = _("Er is al een organisatie met deze naam. Kies een andere naam.")


UNIT_GONE: Final = _("Dit onderdeel is er niet meer. Kies een ander onderdeel.")


@transaction.atomic
def add_unit(organisation: Organisation, name: str, *, parent: Unit | None, by: Person) -> Unit:
    """Add a part to an organisation, on top or below another part (two levels at most)."""
    require(may_manage(by, organisation))
    hold(organisation)
    still_there([parent], organisation)
    if parent and (parent.organisation_id != organisation.pk or parent.parent_id):
        raise Refused(_("Hier kan geen onderdeel onder. Kies een locatie of programma."))
    try:
        with transaction.atomic():
            return Unit.objects.create(organisation=organisation, parent=parent, name=name)
    except IntegrityError as error:  # somebody added it a moment earlier
        raise Refused(NAME_TAKEN) from error


def rename_unit(unit: Unit, name: str, *, by: Person) -> Unit:
    """Give a unit another name."""
    require(may_manage(by, unit.organisation))
    unit.name = name
    try:
        with transaction.atomic():
            unit.save(update_fields=["name"])
    except IntegrityError as error:  # somebody gave it a moment earlier
        raise Refused(NAME_TAKEN) from error
    return unit


def describe(organisation: Organisation, name: str, email_domain: str, *, by: Person) -> None:
    """Say what an organisation is called, and in which domain it gives people an address."""
    require(may_manage(by, organisation))
    organisation.name, organisation.email_domain = name, email_domain
    try:
        with transaction.atomic():
            organisation.save(update_fields=["name", "email_domain"])
    except IntegrityError as error:
        raise Refused(ORGANISATION_TAKEN) from error


@transaction.atomic
def remove_unit(unit: Unit, *, by: Person) -> None:
    """Remove an empty unit; one with people, also later ones, parts or letters in it stays.

    A letter that was taken back goes along: sent again, it would open the whole organisation.
    """
    require(may_manage(by, unit.organisation))
    hold(unit.organisation)
    people = unit.memberships.not_over().filter(person__isnull=False)
    if unit.children.exists() or people.exists():
        raise Refused(
            _("Hier horen nog mensen of onderdelen bij. Verplaats ze eerst, dan kan het weg.")
        )
    letters = Invitation.objects.filter(unit=unit)
    if letters.unanswered().exists():
        raise Refused(
            _("Er ligt nog een uitnodiging voor dit onderdeel. Trek die eerst in, dan kan het weg.")
        )
    letters.filter(used_at=None).delete()
    Unit.objects.filter(pk=unit.pk).delete()


def hold(organisation: Organisation) -> None:
    """Nobody else gives, moves or ends a place or removes a unit here until we are done."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)


def still_there(units: Iterable[Unit | None], organisation: Organisation) -> None:
    """Refuse when somebody removed one of these units a moment ago. Hold the organisation first."""
    wanted = {unit.pk for unit in units if unit}
    if Unit.objects.filter(organisation=organisation, pk__in=wanted).count() < len(wanted):
        raise Refused(UNIT_GONE)
