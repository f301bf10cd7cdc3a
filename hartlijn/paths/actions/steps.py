"""Say that a step was done, or that it was not after all."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.paths.access import may_mark
from hartlijn.paths.actions import reminders
from hartlijn.paths.actions.holding import hold_side
from hartlijn.paths.models import Step
from hartlijn.people.models import Person


@transaction.atomic
def mark_done(step: Step, *, by: Person, on: date | None = None) -> None:
    """It was done, today or on an earlier day. Said twice, the first counts."""
    held = hold(step)
    require(may_mark(by, held))
    day = on or civil_day()
    if day > civil_day():
        raise Refused(_("Die dag moet nog komen. Kies vandaag, of een dag ervoor."))
    Step.objects.filter(pk=held.pk).open().update(done_on=day, done_by=by)
    reminders.forget(held)


@transaction.atomic
def reopen(step: Step, *, by: Person) -> None:
    """It was not done after all."""
    held = hold(step)
    require(may_mark(by, held))
    Step.objects.filter(pk=held.pk).update(done_on=None, done_by=None)


def hold(step: Step) -> Step:
    """The step as it is now, held; a newer version may have taken it away a moment ago."""
    hold_side(step.side_id)
    held: Step | None = Step.objects.select_for_update(of=("self",)).filter(pk=step.pk).first()
    if held is None:
        raise Refused(_("Deze stap is er niet meer. Kijk opnieuw op het traject."))
    return held
