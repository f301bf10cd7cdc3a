"""Background work about people."""

from hartlijn.lib.background import every, task
from hartlijn.people.actions import tidying


@every(hours=1)
@task
def forget_sign_ins() -> None:
    """No trace of where and when somebody signed in outlives its use by more than an hour."""
    tidying.forget_ended_sessions()
    tidying.forget_old_tries()
