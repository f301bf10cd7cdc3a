"""How somebody's place and a letter stand on the desk: in words, never as a mark."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Invitation, Membership
from hartlijn.people.times_in_words import full_day
from hartlijn.people.unit_tree import label


@dataclass(frozen=True)
class PlaceLine:
    """One place as a coordinator reads it."""

    place: Membership
    name: str
    email: str
    """Empty once the place is over: a later address may be that of a next employer."""
    unit: str
    state: str

    @classmethod
    def of(cls, place: Membership) -> "PlaceLine":
        """Needs ``person`` and ``unit__parent`` read along."""
        person = place.person
        return cls(
            place,
            person.name if person else _("account opgeheven"),
            person.email if person and not place.is_over else "",
            label(place.unit),
            state(place, civil_day()),
        )


def state(place: Membership, today: date) -> str:
    """Since when, or until when."""
    said = {"from": full_day(place.starts_on)}
    if place.is_over and place.ends_on:
        return _("tot %(until)s") % {"until": full_day(place.ends_on)}
    if place.ends_on:
        said["until"] = full_day(place.ends_on)
        if place.starts_on > today:
            return _("begint %(from)s, tot %(until)s") % said
        return _("sinds %(from)s, stopt %(until)s") % said
    if place.starts_on > today:
        return _("begint %(from)s") % said
    return _("sinds %(from)s") % said


@dataclass(frozen=True)
class LetterLine:
    """One invitation as a coordinator reads it."""

    letter: Invitation
    unit: str
    state: str

    @classmethod
    def of(cls, letter: Invitation, *, works: bool) -> "LetterLine":
        """Needs ``unit__parent`` read along, and whether the link works now."""
        return cls(letter, label(letter.unit), _letter_state(letter, works=works))


def _letter_state(letter: Invitation, *, works: bool) -> str:
    if letter.withdrawn_at:
        return _("ingetrokken; de link werkt niet meer")
    if letter.place_is_over:
        return _("de plek is al voorbij; nodig opnieuw uit")
    if letter.is_expired:
        return _("verlopen; stuur de uitnodiging opnieuw")
    if not works:
        return _("de afzender is hier geen coördinator meer; stuur de uitnodiging opnieuw")
    return _("wacht op antwoord, tot %(day)s") % {"day": full_day(letter.expires_at.date())}
