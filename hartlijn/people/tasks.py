"""Background work about people."""

from datetime import time
from uuid import UUID

from django.utils import timezone

from hartlijn.lib.background import daily, every, policy, task
from hartlijn.lib.civil_day import civil_day
from hartlijn.people import default_times, kept_letters, roster_feeds
from hartlijn.people.actions import default_times as defaults
from hartlijn.people.actions import tidying
from hartlijn.people.models import Organisation


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
    tidying.forget_past_seats()
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


@task
@policy(tries=3, in_steps=True)
def tell_other_default(organisation: str) -> None:
    """What waits for people who follow their organisation gets another moment."""
    found = Organisation.objects.get(pk=UUID(organisation))
    defaults.tell(default_times.concerned_by(found).values_list("pk", flat=True))


@daily(at=time(0, 10))
@task
@policy(tries=3, in_steps=True)
def tell_other_places() -> None:
    """A place that begins or ends today can bring another usual week along."""
    found = default_times.who_came_or_went(civil_day())
    defaults.tell(found.values_list("pk", flat=True))
