"""Background work about people."""

from datetime import time
from uuid import UUID

from django.utils import timezone

from hartlijn.lib.background import daily, every, policy, task
from hartlijn.people import kept_letters, roster_feeds
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


@task
@policy(tries=1, in_steps=True)
def read_roster(pk: str) -> None:
    """Read one roster from its address; what goes wrong stands with the roster."""
    roster_feeds.read(UUID(pk), timezone.now())


@every(hours=6)
@task
def read_rosters() -> None:
    """Every followed roster, each in a task of its own: a slow one holds up no other."""
    for pk in roster_feeds.followed():
        read_roster.enqueue(str(pk))
