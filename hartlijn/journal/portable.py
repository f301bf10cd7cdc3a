"""What people take along of their journal that is not sealed: the days on which something returns."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.journal.models import Due
from hartlijn.lib.portable import Part, Value, day, text
from hartlijn.people.models import Person


def _due(person: Person) -> Iterable[tuple[Value, ...]]:
    for one in Due.objects.visible_to(person):
        yield (one.due_on, str(one.pk))


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "due",
        _("Wat terugkomt"),
        _("Op welke dag een gedachte of voornemen terugkomt. Wat het is, staat in je lijn."),
        (day("due_on", _("Dag")), text("letter", _("Welke verzegelde brief"))),
        _due,
    ),
)
