"""Background work about rhythms."""

from datetime import time

from hartlijn.lib.background import daily, task
from hartlijn.onetoones import actions


@daily(at=time(4))
@task
def forget_loose_rhythms() -> None:
    """A rhythm ends where the tie ended."""
    actions.forget_loose_rhythms()
