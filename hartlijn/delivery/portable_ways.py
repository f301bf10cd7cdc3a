"""What people take along of the ways they chose, and of what was tried over them."""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from hartlijn.delivery.models import Attempt, CalendarAddress, MailWay, PushDevice
from hartlijn.lib.portable import Part, Value, choice, day, text
from hartlijn.people.models import Person

Rows = Iterable[tuple[Value, ...]]


def _ways(person: Person) -> Rows:
    """The secret of a calendar is kept by nobody; of a device only whose service brings its signs."""
    for way in MailWay.objects.visible_to(person).select_related("address"):
        yield ("letter", way.address.email, None, None)
    for device in PushDevice.objects.visible_to(person):
        service = urlsplit(device.endpoint).hostname or ""
        yield ("sign", f"{device.label} {service}".strip(), device.made_on, device.last_good_on)
    for calendar in CalendarAddress.objects.visible_to(person):
        yield ("calendar", "", calendar.made_on, None)


def _tried(person: Person) -> Rows:
    found = Attempt.objects.visible_to(person).exclude(opens_at=None)
    for one in found.order_by("opens_at", "pk"):
        on = one.opens_at.astimezone(ZoneInfo(person.time_zone)).date() if one.opens_at else None
        yield (on, "sign" if one.device_id else "letter", one.state)


KINDS: Final = (("letter", _("brief")), ("sign", _("seintje")), ("calendar", _("agenda")))
STATES: Final = (
    (Attempt.State.PLANNED, _("komt nog")),
    (Attempt.State.ATTEMPTED, _("onderweg")),
    (Attempt.State.SENT, _("verstuurd")),
    (Attempt.State.UNCERTAIN, _("onzeker")),
    (Attempt.State.REFUSED, _("geweigerd")),
)
WAYS: Final[tuple[Part[Person], ...]] = (
    Part(
        "ways",
        _("Hoe je het hoort"),
        _("De wegen die je koos om te horen dat er iets voor je klaarstaat."),
        (
            choice("kind", _("Soort"), KINDS),
            text("where", _("Waar")),
            day("since", _("Sinds")),
            day("last_good_on", _("Laatst aangekomen op")),
        ),
        _ways,
    ),
    Part(
        "attempts",
        _("Brieven en seintjes"),
        _("Wat we de afgelopen week verstuurden om te zeggen dat er iets klaarstond."),
        (
            day("day", _("Dag")),
            choice("kind", _("Soort"), KINDS[:2]),
            choice("state", _("Hoe het afliep"), STATES),
        ),
        _tried,
    ),
)
