"""Who somebody is here and now, read once for the frame and for Vandaag."""

from dataclasses import dataclass
from datetime import UTC, date
from functools import cached_property
from typing import Any

from django.db.models.expressions import RawSQL
from django.http import HttpRequest
from django.utils import timezone

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.asked import own_this_week, this_week
from hartlijn.paths.models.path import LEADING
from hartlijn.paths.words import step_name
from hartlijn.people.known_times import KnownTimes, known_times
from hartlijn.people.models import Membership, Organisation, Person, Role
from hartlijn.today.beside import beside
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
        found = found.annotate(**self._beside)
        return list(found.select_related("organisation", "unit").order_by("starts_on", "pk"))

    @property
    def _beside(self) -> dict[str, RawSQL]:
        """What is seen beside a place, so that no page asks for it apart."""
        return beside(self.person, timezone.now().astimezone(UTC).date())

    @cached_property
    def _own_steps(self) -> list[tuple[str, str]]:
        """The first two steps of this week on the own path: version and key."""
        if not self.has_path:
            return []
        own = own_this_week(self.person).order_by("due_on", "place", "pk")
        return list(own.values_list("side__version__hash", "key")[:2])

    @cached_property
    def _known(self) -> Any:
        """One row that carries it: a place, or without one the person."""
        for place in self.places:
            return place
        return Person.objects.filter(pk=self.person.pk).annotate(**self._beside).get()

    @cached_property
    def now(self) -> list[Membership]:
        """Own places that hold today."""
        return [place for place in self.places if place.starts_on <= self.today]

    def is_(self, role: str) -> bool:
        """Whether somebody has this role somewhere today."""
        return any(place.role == role for place in self.now)

    @property
    def has_come(self) -> bool:
        """Whether something arrived that was not looked at."""
        return bool(self._known.has_come)

    @property
    def awaited(self) -> str:
        """What on a path waits for an answer, as a kind of notice; of several the first."""
        return self._known.awaited or ""

    @property
    def is_answered(self) -> bool:
        """Whether an answer arrived to a signal that somebody sent along."""
        return bool(self._known.is_answered)

    @property
    def has_lead(self) -> bool:
        """Whether what a dialogue led to waits for somebody."""
        return bool(self._known.has_lead)

    @property
    def has_path(self) -> bool:
        """Whether somebody is or was on a path as a starter."""
        return bool(self._known.has_path)

    @property
    def acts_on_paths(self) -> bool:
        """Whether a path may ask something of somebody: by a role, or by walking along."""
        leads = any(place.role in LEADING and place.unit_id for place in self.now)
        return leads or self.runs_a_desk or bool(self._known.walks_on_a_path)

    @property
    def has_duty_near(self) -> bool:
        """Whether a roster says a duty of today or around it; seen beside a place."""
        return any(place.has_duty_near for place in self.places)  # type: ignore[attr-defined]

    @cached_property
    def known_times(self) -> KnownTimes:
        """What is known of the own working times around now."""
        return known_times(self.person, timezone.localdate())

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
    def is_asked_this_week(self) -> bool:
        """Whether a path of somebody asks something; who has no part in one is not asked for."""
        return self.acts_on_paths and this_week(self.person).exists()

    @property
    def own_step(self) -> str:
        """The first step on the own path this week, by name."""
        return step_name(*self._own_steps[0]) if self._own_steps else ""

    @property
    def has_more_steps(self) -> bool:
        """Whether it is not the only one."""
        return len(self._own_steps) > 1

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
