"""Remind who has to act of a step, through delivery: in the week of it, at their own working time."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from hartlijn.delivery.actions.planning import plan_each
from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.asked import monday_of, sunday_of
from hartlijn.paths.models import Reminder, Side, Step
from hartlijn.paths.models.step import StepQuerySet
from hartlijn.paths.parties import COLLEAGUES, people_of_each
from hartlijn.people.models import Person

A_WEEK: Final = timedelta(days=7)
REMEMBERED: Final = timedelta(days=31)
AT_ONCE: Final = 100
"""Sides that are looked up together."""


def remind_ahead() -> None:
    """Once a day: everything of this week and the next that nobody was reminded of yet."""
    today = civil_day()
    Reminder.objects.stale().delete()
    Reminder.objects.filter(for_day__lt=today - REMEMBERED).delete()
    sides = _ahead(today).order_by("side").values_list("side", flat=True).distinct()
    every = list(sides)
    for start in range(0, len(every), AT_ONCE):
        remind(every[start : start + AT_ONCE])


@transaction.atomic
def remind(sides: Collection[UUID]) -> None:
    """What holds stays, what does not hold any more is withdrawn, what is missing is planned."""
    today = civil_day()
    held = Side.objects.running().filter(pk__in=sides).order_by("pk")
    whole = held.select_for_update(of=("self",)).select_related("path__starter", "organisation")
    by_key = {side.pk: side for side in whole}
    wanted = dict(_wanted(by_key, today))
    there = Reminder.objects.filter(step__side__in=by_key, for_day__gte=today)
    gone = [one.pk for one in there if (one.step_id, one.person_id) not in wanted]
    Reminder.objects.filter(pk__in=gone).delete()
    Reminder.objects.filter(step__side__in=sides).stale().delete()
    known = set(Reminder.objects.filter(step__side__in=by_key).values_list("step_id", "person_id"))
    fresh = [
        Reminder(step=step, person=person, for_day=step.due_on)
        for key, (step, person) in wanted.items()
        if key not in known and step.due_on
    ]
    Reminder.objects.bulk_create(fresh)
    _plan(fresh)


def let_go(side: Side) -> None:
    """What moved is withdrawn at once; the next night plans it for its new day."""
    Reminder.objects.filter(step__side=side).stale().delete()


def forget(step: Step) -> None:
    """It was done: nothing of it waits any more."""
    Reminder.objects.filter(step=step).delete()


def _ahead(today: date) -> StepQuerySet:
    until = sunday_of(today) + A_WEEK
    found: StepQuerySet = Step.objects.open().filter(due_on__range=(today, until))
    return found


def _wanted(
    sides: dict[UUID, Side], today: date
) -> Iterator[tuple[tuple[UUID, UUID], tuple[Step, Person]]]:
    """Each open step with each person who acts in it; a whole team is not reminded."""
    people = people_of_each(list(sides.values()))
    for step in _ahead(today).filter(side__in=sides).prefetch_related("roles"):
        roles = {one.role for one in step.roles.all()} - {COLLEAGUES}
        for role in sorted(roles):
            for person in people[step.side_id].get(role, []):
                if person.is_active:
                    yield (step.pk, person.pk), (step, person)


def _plan(fresh: Collection[Reminder]) -> None:
    """From the Monday of its week on; each finds it at their own first working moment."""
    weeks: dict[date, dict[UUID, list[UUID]]] = defaultdict(lambda: defaultdict(list))
    for one in fresh:
        weeks[monday_of(one.for_day)][one.person_id].append(one.pk)
    now = timezone.now()
    for monday, occasions in weeks.items():
        from_ = datetime.combine(monday, time.min, timezone.get_default_timezone())
        plan_each(occasions, at=now, not_before=from_)
