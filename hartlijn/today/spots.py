"""Where somebody is, in the words of that world: at a school a starter is a student."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models import Membership, Organisation, Role


@dataclass(frozen=True)
class Spot:
    """One place as its owner reads it."""

    organisation: str
    unit: str
    as_what: str | Promise
    since: date


def spot(place: Membership) -> Spot:
    """Say where, as what and since when."""
    return Spot(
        organisation=place.organisation.name,
        unit=place.unit.name if place.unit else "",
        as_what=as_what(place),
        since=place.starts_on,
    )


def as_what(place: Membership) -> str | Promise:
    """The role, as people there call it."""
    if place.role == Role.STARTER and place.organisation.kind == Organisation.Kind.EDUCATION:
        return _("student")
    return place.get_role_display()
