"""Give every schedule its turn: each due moment once, whoever comes first."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django_tasks_db.compat import TaskResultStatus

from hartlijn.lib.background.models import Schedule
from hartlijn.lib.background.schedules import PLANNED, Planned

WRONG_CLOCK = timedelta(days=1)
"""A turn further ahead than this was noted by a clock that ran wrong; it does not count."""

UNFINISHED = [TaskResultStatus.READY, TaskResultStatus.RUNNING]


def give_turns(now: datetime) -> int:
    """Enqueue what became due since the last look; how many tasks that were."""
    had = dict(Schedule.objects.values_list("name", "last_due"))
    return sum(
        _give_turn(planned, now)
        for planned in PLANNED.values()
        if not planned.rhythm.latest(now) <= had.get(planned.name, now + 2 * WRONG_CLOCK) <= now
    )


@transaction.atomic
def _give_turn(planned: Planned, now: datetime) -> bool:
    due = planned.rhythm.latest(now)
    schedule, new = Schedule.objects.get_or_create(name=planned.name, defaults={"last_due": due})
    if new:
        return False  # a schedule first seen today waits for its next moment
    # The database decides who is first: last_due only moves on, also when the clock is set back.
    turn = Schedule.objects.filter(name=planned.name).filter(
        Q(last_due__lt=due) | Q(last_due__gt=now + WRONG_CLOCK)
    )
    if not turn.update(last_due=due) or _unfinished(schedule):
        return False
    result = planned.task.enqueue()
    Schedule.objects.filter(name=planned.name).update(last_task_id=result.id)
    return True


def _unfinished(schedule: Schedule) -> bool:
    """Is the work of the last turn still to be done? Then it covers this turn too."""
    return Schedule.objects.filter(name=schedule.name, last_task__status__in=UNFINISHED).exists()
