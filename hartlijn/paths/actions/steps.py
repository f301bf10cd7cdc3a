"""Say that a step was done, or that it was not after all."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.paths.access import may_mark
from hartlijn.paths.actions import reminders
from hartlijn.paths.models import Step
from hartlijn.people.models import Person


@transaction.atomic
def mark_done(step: Step, *, by: Person, on: date | None = None) -> None:
    """It was done, today or on an earlier day. Said twice, the first counts."""
    held = Step.objects.select_for_update(of=("self",)).get(pk=step.pk)
    require(may_mark(by, held))
    day = on or civil_day()
    if day > civil_day():
        raise Refused(_("Die dag moet nog komen. Kies vandaag, of een dag ervoor."))
    Step.objects.filter(pk=held.pk).open().update(done_on=day, done_by=by)
    reminders.forget(held)


@transaction.atomic
def reopen(step: Step, *, by: Person) -> None:
    """It was not done after all."""
    held = Step.objects.select_for_update(of=("self",)).get(pk=step.pk)
    require(may_mark(by, held))
    Step.objects.filter(pk=held.pk).update(done_on=None, done_by=None)
