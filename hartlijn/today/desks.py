"""What an organisation has ahead of it, by place: figures and days, no names."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Count, Q

from hartlijn.people.models import Invitation, Membership, Organisation, Role
from hartlijn.today.me import Me

AHEAD: Final = timedelta(days=42)


@dataclass(frozen=True)
class Arrival:
    """So many starters begin at one place on one day."""

    place: str
    day: date
    count: int


@dataclass
class Desk:
    """One organisation as its coordinator finds it today."""

    organisation: Organisation
    arrivals: list[Arrival] = field(default_factory=list)
    open: int = 0
    expired: int = 0

    @property
    def is_school(self) -> bool:
        """Whether those who begin here are called students."""
        return self.organisation.kind == Organisation.Kind.EDUCATION


def desks_of(me: Me) -> list[Desk]:
    """Every desk of somebody; two queries, however many there are."""
    desks = {organisation.pk: Desk(organisation) for organisation in me.desks}
    if desks:
        _arrivals(desks, me)
        _invitations(desks)
    return list(desks.values())


def _arrivals(desks: dict[UUID, Desk], me: Me) -> None:
    ahead = Membership.objects.not_over(me.today).filter(
        organisation__in=desks,
        role=Role.STARTER,
        starts_on__gt=me.today,
        starts_on__lte=me.today + AHEAD,
    )
    rows = ahead.order_by("starts_on").values_list(
        "organisation", "starts_on", "unit__name", "unit__parent__name"
    )
    counted = Counter(
        (organisation, day, ", ".join(filter(None, (unit, parent))))
        for organisation, day, unit, parent in rows
    )
    for (organisation, day, place), count in counted.items():
        desks[organisation].arrivals.append(Arrival(place, day, count))


def _invitations(desks: dict[UUID, Desk]) -> None:
    works = Q(pk__in=Invitation.objects.usable())
    waiting = Invitation.objects.unanswered().filter(organisation__in=desks)
    rows = waiting.order_by().values_list("organisation").annotate(
        open=Count("pk", filter=works),
        expired=Count("pk", filter=~works),
    )  # fmt: skip
    for organisation, still_open, expired in rows:
        desks[organisation].open, desks[organisation].expired = still_open, expired
