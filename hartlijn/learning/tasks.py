"""Background work of the learning line."""

from datetime import time

from hartlijn.learning.actions import forget_who_left
from hartlijn.lib.background import daily, task


@daily(at=time(4, 45))
@task
def forget_addresses() -> None:
    """Whoever left a cohort keeps no address of its plan."""
    forget_who_left()
