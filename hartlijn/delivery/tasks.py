"""Background work of delivery."""

from datetime import time

from django.utils import timezone

from hartlijn.delivery.actions import tidying
from hartlijn.delivery.actions.releasing import look_again, release
from hartlijn.lib.background import daily, every, policy, task


@every(minutes=1)
@task
@policy(tries=1, in_steps=True)
def let_arrive() -> None:
    """Everything whose moment it is arrives, portion by portion."""
    release(timezone.now())


@daily(at=time(4, 20))
@task
@policy(tries=1, in_steps=True)
def look_for_working_time() -> None:
    """Who had no working time within 400 days may have some by now."""
    look_again(timezone.now())


@daily(at=time(4, 40))
@task
def forget_what_arrived() -> None:
    """Nobody needs to know for longer on which days somebody got something."""
    tidying.forget_arrived()
