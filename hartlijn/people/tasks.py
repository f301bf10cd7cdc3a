"""Background work about people."""

from datetime import time

from hartlijn.lib.background import daily, every, task
from hartlijn.people import kept_letters
from hartlijn.people.actions import tidying


@every(hours=1)
@task
def forget_sign_ins() -> None:
    """No trace of where and when somebody signed in outlives its use by more than an hour."""
    tidying.forget_ended_sessions()
    tidying.forget_old_tries()


@daily(at=time(4))
@task
def forget_what_is_past() -> None:
    """Letters and working times do not outlive their use (docs/running.md says how long)."""
    tidying.forget_old_invitations()
    tidying.forget_past_times()
    kept_letters.forget_old_letters()
