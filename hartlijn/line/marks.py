"""Where somebody studied and worked: the marks along the own line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Membership, Person


@dataclass(frozen=True)
class Mark:
    """Something that began or ended on a day, in the language of the reader."""

    day: date
    words: str


def marks_of(person: Person) -> list[Mark]:
    """The begin, and the end if there was one, of each school and employer; oldest first.

    One query. Places in the same organisation are one stay.
    """
    places = (
        Membership.objects.filter(person=person, starts_on__lte=civil_day())
        .select_related("organisation")
        .order_by("organisation_id", "starts_on")
    )
    held = (one for one in places if one.ends_on != one.starts_on)  # not taken back at once
    stays = groupby(held, key=lambda one: one.organisation)
    return sorted(
        (mark for there, stay in stays for mark in _of_one(there.name, stay)),
        key=lambda mark: mark.day,
    )


def _of_one(name: str, stay: Iterable[Membership]) -> Iterator[Mark]:
    places = list(stay)
    yield Mark(places[0].starts_on, _("Begonnen bij {name}").format(name=name))
    ends = [one.ends_on for one in places if one.ends_on and one.ends_on <= civil_day()]
    if len(ends) == len(places):
        yield Mark(max(ends), _("Weg bij {name}").format(name=name))
