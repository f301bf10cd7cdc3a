"""What people take along of their rhythms."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.portable import Part, Value, day, text, whole
from hartlijn.onetoones.models import Rhythm
from hartlijn.people.models import Person


def _rhythms(person: Person) -> Iterable[tuple[Value, ...]]:
    for one in Rhythm.objects.visible_to(person).select_related("person"):
        yield (one.person.name, one.weeks, one.next_on)


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "rhythms",
        _("Korte gesprekken"),
        _("Met wie je elke paar weken een kort gesprek wilt, en wanneer het volgende is."),
        (
            text("with", _("Met wie")),
            whole("weeks", _("Om de hoeveel weken")),
            day("next_on", _("Volgende keer")),
        ),
        _rhythms,
    ),
)
