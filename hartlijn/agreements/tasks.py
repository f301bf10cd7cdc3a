"""Background work of agreements."""

from datetime import time

from hartlijn.agreements.actions import forget_who_left
from hartlijn.lib.background import daily, task


@daily(at=time(4, 40))
@task
def forget_readings() -> None:
    """Whoever left a team keeps no trace of reading there."""
    forget_who_left()
