"""The units of an organisation in the order people expect: each part below its whole."""

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from hartlijn.people.models import Organisation, Unit
from hartlijn.people.unit_names import STEP, UnitNames


def in_order(organisation: Organisation) -> QuerySet[Unit]:
    """Every unit, with its parent read along."""
    whole_first = F("parent").asc(nulls_first=True)
    units = Unit.objects.filter(organisation=organisation).select_related("parent")
    return units.order_by(Coalesce("parent__name", "name"), whole_first, "name")


def path(unit: Unit) -> tuple[str, ...]:
    """The name, with that of its parent first."""
    return (unit.parent.name, unit.name) if unit.parent else (unit.name,)


def label(unit: Unit | None) -> str:
    """As “Middelburg > Team Oost”; nothing for no unit."""
    return STEP.join(path(unit)) if unit else ""


def names(units: QuerySet[Unit]) -> UnitNames:
    """What these units are called, to find one by."""
    return UnitNames({unit.pk: path(unit) for unit in units})
