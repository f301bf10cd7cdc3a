"""Background work of maps: rounds close after their last day, and answers do not stay."""

from datetime import time

from hartlijn.factors.actions import weighing
from hartlijn.lib.background import daily, task
from hartlijn.lib.civil_day import civil_day


@daily(at=time(0, 20))
@task
def close_rounds() -> None:
    """A round of which the last day is over closes by itself."""
    weighing.close_overdue()


@daily(at=time(4, 35))
@task
def forget_answers() -> None:
    """A year after a round closed only the map of the group is left."""
    weighing.forget_answers(civil_day())
