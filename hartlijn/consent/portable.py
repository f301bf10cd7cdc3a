"""What people take along of their own log."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.consent.models import LogEntry
from hartlijn.consent.summary import ROLES
from hartlijn.lib.portable import Part, Value, choice, day, text
from hartlijn.people.models import Organisation, Person


def _log(person: Person) -> Iterable[tuple[Value, ...]]:
    """By role and organisation. Who it was by name stays on the page, where it is up to date."""
    entries = LogEntry.objects.visible_to(person).order_by("day", "pk")
    places = Organisation.objects.in_bulk(entries.values_list("organisation_id", flat=True))
    for entry in entries:
        place = places.get(entry.organisation_id)
        yield (entry.day, entry.as_role, place.name if place else "", entry.did, entry.what)


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "log",
        _("Wat er met je gegevens gebeurde"),
        _("Wat coördinatoren en de beheerder van je bekeken, veranderden of meenamen."),
        (
            day("day", _("Dag")),
            choice("role", _("Rol"), ROLES.items()),
            text("organisation", _("Organisatie")),
            choice("did", _("Wat"), LogEntry.Did.choices),
            choice("what", _("Waarmee"), LogEntry.What.choices),
        ),
        _log,
    ),
)
