"""Background work of the vault."""

from hartlijn.lib.background import every, task
from hartlijn.vault import limits


@every(hours=1)
@task
def forget_turns() -> None:
    """How often somebody did something is forgotten when its hour or day is over."""
    limits.forget_turns()
