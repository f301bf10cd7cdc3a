"""Whose maps and findings somebody reads, and whose they keep."""

from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from hartlijn.people.models import Membership, Organisation, Person, Role

Viewer = Person | AnonymousUser
KEEPING: Final = (Role.RESEARCHER, Role.COORDINATOR)


def organisations_read_by(viewer: Viewer) -> QuerySet[Organisation]:
    """Those somebody belongs to today; none for who is not signed in."""
    if not isinstance(viewer, Person):
        return Organisation.objects.none()
    places = Membership.objects.active().filter(person=viewer)
    return Organisation.objects.filter(pk__in=places.values("organisation"))


def organisations_kept_by(viewer: Viewer) -> QuerySet[Organisation]:
    """Those of which somebody is a researcher or coordinator today."""
    if not isinstance(viewer, Person):
        return Organisation.objects.none()
    places = Membership.objects.active().filter(person=viewer, role__in=KEEPING)
    return Organisation.objects.filter(pk__in=places.values("organisation"))


def read_by(viewer: Viewer) -> Q:
    """What is public, and what is kept by an organisation somebody belongs to."""
    if not isinstance(viewer, Person):
        return Q(is_public=True)
    return Q(is_public=True) | Q(organisation__in=organisations_read_by(viewer))
