"""Background work of delivery."""

from datetime import time

from django.utils import timezone

from hartlijn.delivery.actions import tidying
from hartlijn.delivery.actions.attempts import forget_past
from hartlijn.delivery.actions.letters import send_letters
from hartlijn.delivery.actions.releasing import look_again, release
from hartlijn.delivery.actions.signs import send_signs
from hartlijn.lib.background import daily, every, policy, task


@every(minutes=1)
@task
@policy(tries=1, in_steps=True)
def let_arrive() -> None:
    """Everything whose moment it is arrives, portion by portion."""
    release(timezone.now())


@every(minutes=1)
@task
@policy(tries=1, in_steps=True)
def send_own_letters() -> None:
    """A letter to who wants one, that something arrived."""
    send_letters(timezone.now())


@every(minutes=1)
@task
@policy(tries=1, in_steps=True)
def send_own_signs() -> None:
    """A sign to the devices of who wants one."""
    send_signs(timezone.now())


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


@daily(at=time(4, 30))
@task
def forget_past_attempts() -> None:
    """A week after its stretch, of an attempt nothing is left."""
    forget_past(timezone.now())
