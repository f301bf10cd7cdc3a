"""With whom somebody can have a rhythm: their team, and the starters they walk along with."""

from django.db.models import Q

from hartlijn.people.models import Companionship, Membership, Person, Role
from hartlijn.people.models.person import PersonQuerySet

Kind = Companionship.Kind
WALKS_AS = (Kind.WORK_MENTOR, Kind.SUPERVISOR, Kind.STUDY_COACH, Kind.BUDDY)
"""Not a peer: those two are equals, and none of them leads the talk."""


def near(person: Person) -> PersonQuerySet:
    """Who is in a team that ``person`` leads today, and with whom ``person`` walks along."""
    led = Membership.objects.active().filter(
        person=person, role=Role.TEAM_LEADER, unit__isnull=False
    )
    team = Membership.objects.active().filter(unit__in=led.values("unit"), person__isnull=False)
    walks = Companionship.objects.accepted().filter(companion=person, kind__in=WALKS_AS)
    found = Q(pk__in=team.values("person")) | Q(
        pk__in=walks.filter(starter__isnull=False).values("starter")
    )
    nearest: PersonQuerySet = Person.objects.filter(found, is_active=True)
    return nearest.exclude(pk=person.pk)


def leads_or_walks_along(person: Person) -> bool:
    """Whether these pages exist for somebody: also for who leads a team that is still empty."""
    places = Membership.objects.active().filter(
        person=person, role=Role.TEAM_LEADER, unit__isnull=False
    )
    walks = Companionship.objects.accepted().filter(companion=person, kind__in=WALKS_AS)
    return places.exists() or walks.exists()
