"""Which days of open steps would be others, before anything moves."""

from dataclasses import dataclass
from datetime import date

from hartlijn.library.models import Version
from hartlijn.paths.days.own_days import works
from hartlijn.paths.days.schedule import days_of
from hartlijn.paths.models import Side, Step
from hartlijn.paths.words import template_of


@dataclass(frozen=True)
class Shift:
    """A step with the day it has and the day it would get; None where none is known."""

    name: str
    before: date | None
    after: date | None


def shifts(side: Side, version: Version) -> list[Shift]:
    """The open steps of a side that are in this version and would get another day."""
    content, anchors = template_of(version), side.dates()
    if not anchors:
        return []
    days = days_of(content, anchors, works(side.path.starter, min(anchors.values())))
    still = dict(Step.objects.filter(side=side).open().values_list("key", "due_on"))
    return [
        Shift(str(one.name), still[one.key], days[one.key])
        for one in content.steps
        if one.key in still and still[one.key] != days[one.key]
    ]
