"""Background work of dialogues."""

from datetime import time

from hartlijn.dialogues.actions import checking, inviting, leads, tidying
from hartlijn.lib.background import daily, policy, task
from hartlijn.lib.civil_day import civil_day


@daily(at=time(5, 10))
@task
def remind_of_leads() -> None:
    """Whoever took something up hears it on its day."""
    leads.remind(civil_day())


@daily(at=time(0, 20))
@task
def close_what_was_read_along() -> None:
    """The day after the last one a draft is closed; addresses and keys of no more use go."""
    checking.close_past(civil_day())
    inviting.forget(civil_day())
    tidying.forget_keys(civil_day())


@daily(at=time(9))
@task
@policy(tries=1, in_steps=True)
def remind_who_was_invited() -> None:
    """Once, four days before the end."""
    inviting.remind(civil_day())
