"""Background work of paths."""

from datetime import time

from hartlijn.lib.background import daily, task
from hartlijn.paths.actions import board


@daily(at=time(4, 50))
@task
def freeze_month() -> None:
    """The first time that a month is over its board is frozen; on all other days nothing happens."""
    board.freeze_all()
