"""Who somebody is here and now, read once for the frame and for Vandaag."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Exists
from django.http import HttpRequest
from django.utils import timezone

from hartlijn.delivery.models import Delivery
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.duty import duties_near
from hartlijn.people.models import Membership, Organisation, Person, Role
from hartlijn.vault.recoveries import Side, sides_of


@dataclass
class Me:
    """One person on one day of the installation."""

    person: Person
    today: date

    @classmethod
    def of(cls, request: HttpRequest) -> "Me":
        """The same one throughout a request, so that nothing is asked twice."""
        if not hasattr(request, "me"):
            assert isinstance(request.user, Person)  # noqa: S101 - tells the type checker
            request.me = cls(request.user, civil_day())  # type: ignore[attr-defined]
        return request.me  # type: ignore[attr-defined,no-any-return]

    @cached_property
    def places(self) -> list[Membership]:
        """Own places that hold now or still have to begin, in one query."""
        found = Membership.objects.not_over(self.today).filter(person=self.person)
        found = found.annotate(
            has_come=Exists(Delivery.objects.visible_to(self.person)),
            has_duty_near=Exists(duties_near(self.person, timezone.now())),
        )
        return list(found.select_related("organisation", "unit").order_by("starts_on", "pk"))

    @cached_property
    def now(self) -> list[Membership]:
        """Own places that hold today."""
        return [place for place in self.places if place.starts_on <= self.today]

    def is_(self, role: str) -> bool:
        """Whether somebody has this role somewhere today."""
        return any(place.role == role for place in self.now)

    @property
    def has_come(self) -> bool:
        """Whether something arrived that was not looked at; seen beside a place, if there is one."""
        for place in self.places:
            return bool(place.has_come)  # type: ignore[attr-defined]
        return Delivery.objects.visible_to(self.person).exists()

    @property
    def has_duty_near(self) -> bool:
        """Whether a roster says a duty of today or around it; seen beside a place."""
        return any(place.has_duty_near for place in self.places)  # type: ignore[attr-defined]

    @cached_property
    def recoveries(self) -> frozenset[Side]:
        """Whether somebody asks their trusted contact now, or is asked; in one query."""
        return sides_of(self.person)

    @property
    def asks_contact(self) -> bool:
        """Whether the own trusted contact is asked to open the own line."""
        return Side.OWNER in self.recoveries

    @property
    def is_asked_to_open(self) -> bool:
        """Whether somebody asks to help open theirs."""
        return Side.CONTACT in self.recoveries

    @property
    def runs_a_desk(self) -> bool:
        """Whether somebody coordinates an organisation today."""
        return self.is_(Role.COORDINATOR)

    @property
    def is_asked_for_times(self) -> bool:
        """Whether Vandaag speaks of working times; a desk and an installation speak of others."""
        return not (self.runs_a_desk or self.person.is_operator)

    @property
    def desks(self) -> list[Organisation]:
        """The organisations somebody coordinates today."""
        found = (p.organisation for p in self.now if p.role == Role.COORDINATOR)
        return list(dict.fromkeys(found))

    @property
    def is_in_a_unit(self) -> bool:
        """Whether somebody is in a team or cohort today."""
        return any(place.unit_id for place in self.now)

    @property
    def led(self) -> list[Membership]:
        """The places in which somebody leads a team today."""
        return [place for place in self.now if place.role == Role.TEAM_LEADER and place.unit]
