"""What people take along of the messages that came to them: only the days."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.delivery.models import Delivery
from hartlijn.delivery.portable_ways import WAYS
from hartlijn.lib.portable import Part, Value, day
from hartlijn.people.models import Person


def _arrived(person: Person) -> Iterable[tuple[Value, ...]]:
    """Nothing of what is still on its way: that is of whoever sends it."""
    own = Delivery.objects.visible_to(person).order_by("arrived_on", "pk")
    for arrived_on in own.values_list("arrived_on", flat=True):
        yield (arrived_on,)


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "deliveries",
        _("Wanneer er iets voor je aankwam"),
        _("De dagen van de afgelopen maand waarop er iets aankwam. Wat het was, staat hier niet."),
        (day("arrived_on", _("Aangekomen op")),),
        _arrived,
    ),
    *WAYS,
)
