"""Background work of signals."""

from datetime import time

from django.utils import timezone

from hartlijn.lib.background import daily, every, policy, task
from hartlijn.lib.civil_day import civil_day
from hartlijn.signalling.actions import sending, tidying


@every(minutes=1)
@task
@policy(tries=1, in_steps=True)
def post_letters() -> None:
    """The letter of each signal that left."""
    sending.post(timezone.now())


@daily(at=time(4, 50))
@task
def forget_what_is_past() -> None:
    """What did not gather enough goes with its signatures, and so does what is old."""
    tidying.tidy(civil_day())
