"""Which steps ask something of somebody, by the roles they have today."""

from datetime import date, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, Q

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.models import Side, Step, StepRole
from hartlijn.paths.models.path import places_of, still_running
from hartlijn.paths.models.step import StepQuerySet
from hartlijn.paths.parties import COLLEAGUES, PLACES, WALKS
from hartlijn.people.models import Companionship, Person, Role

A_DAY: Final = timedelta(days=1)


def sunday_of(day: date) -> date:
    """The last day of its week."""
    return day + (6 - day.weekday()) * A_DAY


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - day.weekday() * A_DAY


def asked_of(person: Person) -> StepQuerySet:
    """Steps on paths of others, of sides that run, in which ``person`` acts.

    Whoever acts in a step sees it: ``visible_to`` would say the same again, at three times the
    price on every Vandaag (a test holds that it is so).
    """
    others: StepQuerySet = Step.objects.exclude(side__path__starter=person)
    return others.filter(still_running("side__")).filter(_walks(person) | _at_their_place(person))


def this_week(person: Person) -> StepQuerySet:
    """What is asked until Sunday, and what waits from before."""
    return asked_of(person).open().filter(due_on__lte=sunday_of(civil_day()))


def own_this_week(person: Person) -> StepQuerySet:
    """Steps of this week on the own path in which the starter acts; of earlier weeks none."""
    today = civil_day()
    week = (monday_of(today), sunday_of(today))
    own: StepQuerySet = Step.objects.filter(side__path__starter=person, due_on__range=week)
    return own.open().filter(still_running("side__"), roles__role="starter")


def _walks(person: Person) -> Q:
    """They walk along with the starter as what the step asks for."""
    ties = Companionship.objects.accepted().filter(
        companion=person,
        starter=OuterRef("step__side__path__starter"),
        kind=OuterRef("role"),
        kind__in=WALKS,
    )
    roles = StepRole.objects.filter(step=OuterRef("pk"))
    return Q(Exists(roles.filter(Exists(ties))))


def _at_their_place(person: Person) -> Q:
    """They lead the unit of the side, run the desk, or are a colleague in the unit."""
    places = places_of(person)
    in_a_unit = places.filter(unit__isnull=False)
    led = [
        Q(side__unit__in=in_a_unit.filter(role=place).values("unit")) & _role(role)
        for place, role in PLACES.items()
        if place != Role.COORDINATOR
    ]
    desk = Q(side__organisation__in=places.filter(role=Role.COORDINATOR).values("organisation"))
    beside = in_a_unit.exclude(role__in=PLACES).values("unit")
    colleague = Q(side__in=Side.objects.visible_to(person), side__unit__in=beside)
    found = desk & _role("coordinator") | colleague & _role(COLLEAGUES)
    for way in led:
        found |= way
    return found


def _role(role: str) -> Q:
    return Q(Exists(StepRole.objects.filter(step=OuterRef("pk"), role=role)))
