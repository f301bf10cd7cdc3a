"""Background work of the vault."""

from django.utils import timezone

from hartlijn.lib.background import every, policy, task
from hartlijn.vault import limits
from hartlijn.vault.actions import trust
from hartlijn.vault.warning import warn_by_mail


@every(hours=1)
@task
def forget_turns() -> None:
    """How often somebody did something is forgotten when its hour or day is over."""
    limits.forget_turns()


@every(hours=1)
@task
def forget_recoveries() -> None:
    """Questions to a trusted contact that ran out are forgotten."""
    trust.forget_closed(timezone.now())


@task
@policy(tries=12, in_steps=True)
def warn(person: str) -> None:
    """Again for half a day when the mail server is away: whoever lost nothing must hear of it."""
    warn_by_mail(person)
