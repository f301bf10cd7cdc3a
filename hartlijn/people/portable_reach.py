"""What people take along of who may write to them."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.portable import Part, Value, day, text
from hartlijn.people.models import Block, CirclePlace, Person, Seat

Rows = Iterable[tuple[Value, ...]]


def _circles(person: Person) -> Rows:
    """With the names of the others for as long as one is in it or is asked."""
    own = list(CirclePlace.objects.filter(person=person).select_related("circle"))
    others = CirclePlace.objects.visible_to(person).exclude(person=person)
    names: dict[object, list[str]] = {}
    for place in others.select_related("person").order_by("person__name", "pk"):
        names.setdefault(place.circle_id, []).append(place.person.name)
    for place in sorted(own, key=lambda one: (one.circle.name, str(one.pk))):
        with_ = ", ".join(names.get(place.circle_id, ()))
        yield (place.circle.name, with_, place.invited_on, place.accepted_on)


def _tables(person: Person) -> Rows:
    """With the names of the others for as long as the table holds."""
    names: dict[object, list[str]] = {}
    others = Seat.objects.beside(person).exclude(person=person).select_related("person")
    for seat in others.order_by("person__name", "pk"):
        names.setdefault(seat.table, []).append(seat.person.name)
    for seat in Seat.objects.filter(person=person).order_by("until", "pk"):
        yield (", ".join(names.get(seat.table, ())), seat.until)


def _blocks(person: Person) -> Rows:
    """Those this person made; of one that somebody else made nothing goes along."""
    own = Block.objects.visible_to(person).select_related("blocked")
    for block in own.order_by("blocked__name", "pk"):
        yield (block.blocked.name, block.since)


REACH: Final[tuple[Part[Person], ...]] = (
    Part(
        "circles",
        _("Je kringen"),
        _("In welke kringen je zit of voor welke je bent uitgenodigd, en met wie."),
        (
            text("name", _("Kring")),
            text("with", _("Met wie")),
            day("invited_on", _("Uitgenodigd op")),
            day("accepted_on", _("Ja gezegd op")),
        ),
        _circles,
    ),
    Part(
        "tables",
        _("Aan tafel"),
        _("Met wie je aan tafel zit of zat, en tot wanneer jullie elkaar daarom kunnen schrijven."),
        (text("with", _("Met wie")), day("until", _("Tot"))),
        _tables,
    ),
    Part(
        "blocks",
        _("Van wie je geen berichten wilt"),
        _("Van wie je geen berichten meer wilt ontvangen."),
        (text("person", _("Wie")), day("since", _("Sinds"))),
        _blocks,
    ),
)
