"""Write the agreement of one's unit, and say that one read it."""

from collections.abc import Mapping
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from hartlijn.agreements.access import may_write
from hartlijn.agreements.models import TEXTS, Reading, Version
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Membership, Person, Unit

KEPT: Final = 200
"""Versions; of what is older nothing is asked any more."""


class ChangedMeanwhile(Refused):
    """Somebody else wrote while this person did; nothing of either is lost."""


@transaction.atomic
def write(unit: Unit, texts: Mapping[str, str], *, after: int, by: Person) -> Version:
    """Put a version after number ``after`` (0: the first); who writes has read it too.

    Raises ChangedMeanwhile when there is another one by now. The same text is no new version.
    """
    require(may_write(by, unit))
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    newest: Version | None = Version.objects.filter(unit=unit).newest_first().first()
    if newest and newest.texts == dict(texts):
        return newest
    if after != (newest.number if newest else 0):
        raise ChangedMeanwhile(_("Iemand anders paste dit intussen ook aan."))
    said = {name: texts[name] for name in TEXTS}
    version = Version.objects.create(unit=unit, number=after + 1, written_by=by, **said)
    Version.objects.filter(unit=unit, number__lte=version.number - KEPT).delete()
    _note_reading(unit, by)
    return version


@transaction.atomic
def read(unit: Unit, *, by: Person) -> None:
    """Say that one read it; asked again when somebody new comes."""
    require(may_write(by, unit))
    _note_reading(unit, by)


def _note_reading(unit: Unit, person: Person) -> None:
    begun = Membership.objects.filter(unit=unit, starts_on__lte=civil_day()).count()
    Reading.objects.update_or_create(
        unit=unit, person=person, defaults={"places": begun, "read_on": civil_day()}
    )


def forget_who_left() -> int:
    """Remove readings of who is no longer in the unit."""
    there = Membership.objects.active().filter(unit=OuterRef("unit"), person=OuterRef("person"))
    count, _tables = Reading.objects.filter(~Exists(there)).delete()
    return int(count)
