"""The months of promises that were frozen by now, of every organisation with paths."""

from datetime import date
from typing import Final

from hartlijn.demo.cast import identity
from hartlijn.paths.actions import board
from hartlijn.paths.days.working_days import months_from
from hartlijn.paths.models import Release, Side
from hartlijn.people.models import Organisation

MONTHS: Final = 3


def freeze(today: date) -> None:
    """Once everything else is written: figures are counted from it, as each month."""
    last = board.month_before(today)
    for organisation in Organisation.objects.filter(pk__in=Side.objects.values("organisation")):
        for number in range(MONTHS):
            month = months_from(last, -number)
            Release.objects.create(
                pk=identity("release", str(organisation.pk), month),
                organisation=organisation,
                month=month,
                body=board.body_of(organisation, month),
                made_on=months_from(month, 1),
            )
