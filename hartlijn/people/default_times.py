"""Where the usual week comes from of somebody who has not said one."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import (
    DefaultWeek,
    DutyShift,
    Membership,
    Organisation,
    Person,
    WeeklyPattern,
)


def default_week_of(person: Person) -> DefaultWeek | None:
    """That of the newest place of now whose organisation named one, as ``known_rows`` finds it."""
    places = Membership.objects.active().filter(person=person)
    named = places.filter(organisation__default_week__isnull=False)
    newest = named.order_by("-starts_on", "-pk").select_related("organisation__default_week")
    place = newest.first()
    if place is None:
        return None
    week: DefaultWeek = place.organisation.default_week
    return week


def concerned_by(organisation: Organisation) -> QuerySet[Person]:
    """Whose reachability hangs on what the organisation says: no own week, or a duty ahead."""
    places = Membership.objects.active().filter(organisation=organisation)
    own = WeeklyPattern.objects.filter(person=OuterRef("pk"))
    duties = DutyShift.objects.filter(
        person=OuterRef("pk"), line__unit__organisation=organisation
    ).not_over(civil_day())
    found: QuerySet[Person] = Person.objects.filter(
        ~Exists(own) | Exists(duties), pk__in=places.values("person")
    )
    return found


def who_came_or_went(day: date) -> QuerySet[Person]:
    """Whose place, at an organisation with a week of its own, begins or ends on ``day``."""
    turning = Membership.objects.filter(Q(starts_on=day) | Q(ends_on=day))
    named = turning.filter(organisation__default_week__isnull=False)
    own = WeeklyPattern.objects.filter(person=OuterRef("pk"))
    found: QuerySet[Person] = Person.objects.filter(~Exists(own), pk__in=named.values("person"))
    return found
