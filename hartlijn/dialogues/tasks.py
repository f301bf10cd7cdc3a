"""Background work of dialogues."""

from datetime import time

from hartlijn.dialogues.actions import leads
from hartlijn.lib.background import daily, task
from hartlijn.lib.civil_day import civil_day


@daily(at=time(5, 10))
@task
def remind_of_leads() -> None:
    """Whoever took something up hears it on its day."""
    leads.remind(civil_day())
