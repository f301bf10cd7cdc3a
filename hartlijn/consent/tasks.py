"""Background work about who may fetch what."""

from hartlijn.consent import actions
from hartlijn.lib.background import every, task


@every(hours=1)
@task
def end_grants() -> None:
    """A grant ends on its day, also when nobody looks."""
    actions.end_what_is_over()
    actions.forget_ended_grants()
