"""Begin a side of somebody's path, move its dates, and end it."""

from datetime import date

from django.db import transaction

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import require
from hartlijn.paths import laying_out
from hartlijn.paths.access import may_begin, may_end
from hartlijn.paths.days.own_days import works
from hartlijn.paths.days.schedule import Anchors, days_of, may_hang_on
from hartlijn.paths.models import (
    Anchor,
    Path,
    Promise,
    Reminder,
    Side,
    Step,
    StepRole,
    Template,
    Term,
)
from hartlijn.paths.words import template_of
from hartlijn.people.models import Person, Unit


@transaction.atomic
def begin(
    template: Template, starter: Person, anchors: Anchors, *, unit: Unit | None, by: Person
) -> Side:
    """Give somebody the path of this template, on the days they work.

    Raises ``Refused`` when the dates contradict each other, or the person is no starter here.
    """
    Person.objects.select_for_update(no_key=True).get(pk=starter.pk)  # one side at a time
    require(may_begin(by, starter, template))
    assert template.version is not None  # noqa: S101 - may_begin says there is one
    content = template_of(template.version)
    require(may_hang_on(content, anchors))
    path, _new = Path.objects.get_or_create(starter=starter)
    side = Side.objects.create(
        path=path,
        organisation=template.organisation,
        unit=unit,
        template=template,
        version=template.version,
    )
    own: dict[str, date] = {name: anchors[name] for name in content.anchors}
    Anchor.objects.bulk_create(Anchor(side=side, name=n, day=day) for n, day in own.items())
    lay_out(side, days_of(content, own, works(starter, min(own.values()))), own)
    return side


def lay_out(side: Side, days: dict[str, date | None], anchors: Anchors) -> None:
    """Write the steps and promises of a side that has none yet."""
    content = template_of(side.version)
    steps = list(laying_out.steps(side, content, days))
    Step.objects.bulk_create(step for step, _roles in steps)
    StepRole.objects.bulk_create(role for _step, roles in steps for role in roles)
    promises = list(laying_out.promises(side, content, anchors))
    Promise.objects.bulk_create(promise for promise, _terms in promises)
    Term.objects.bulk_create(term for _promise, terms in promises for term in terms)


@transaction.atomic
def end(side: Side, *, by: Person) -> None:
    """From today on it does not hold any more; what was done stays, for who did it together."""
    held = Side.objects.select_for_update(of=("self",)).get(pk=side.pk)
    require(may_end(by, held))
    held.ended_on = max(civil_day(), held.begun_on)
    held.offered = None
    held.save(update_fields=["ended_on", "offered"])
    Reminder.objects.filter(step__side=held).delete()
