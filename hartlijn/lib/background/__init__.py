"""Background work: what must happen soon, again, or at a fixed time, and survives a killed process.

Tasks are written with ``task``; this module is the one line that changes on Django 6
(``from django.tasks import task``). See ``docs/decisions/0003-background-work.md``.
"""

from django_tasks import TaskContext, task

from hartlijn.lib.background.policy import policy
from hartlijn.lib.background.schedules import daily, every

__all__ = ["TaskContext", "daily", "every", "policy", "task"]
