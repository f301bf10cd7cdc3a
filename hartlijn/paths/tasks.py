"""Background work of paths."""

from datetime import time

from hartlijn.lib.background import daily, task
from hartlijn.paths.actions import board, handing_over, meeting, notices, reminders


@daily(at=time(4, 50))
@task
def freeze_month() -> None:
    """The first time that a month is over its board is frozen; on all other days nothing happens."""
    board.freeze_all()


@daily(at=time(3, 20))
@task
def remind_ahead() -> None:
    """Who has to do something this week or the next hears of it, at their own time."""
    reminders.remind_ahead()


@daily(at=time(3, 35))
@task
def tell_what_waits() -> None:
    """What waits for an answer of somebody; drafts nobody finished go, and who left a table."""
    handing_over.forget_old_drafts()
    meeting.rise()
    notices.tell_what_waits()
