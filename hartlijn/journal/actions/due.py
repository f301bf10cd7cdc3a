"""Let an own letter come back on a day, or no more."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.journal.coming_back import Return, next_working_moment
from hartlijn.journal.due import own_times
from hartlijn.journal.models import Due
from hartlijn.people.models import Person
from hartlijn.vault.actions import hold
from hartlijn.vault.models import Envelope
from hartlijn.vault.refusals import Clash, Missing, Wrong

MOST: Final = 1000
"""So many letters can be waiting for one person."""
FARTHEST: Final = timedelta(days=5 * 366)
PAST: Final = _("Die dag is al voorbij. Kies vandaag of een latere dag.")
TOO_FAR: Final = _("Die dag is te ver weg. Kies een dag binnen vijf jaar.")
FULL: Final = _("Er wacht al heel veel om terug te komen. Haal eerst iets weg dat niet meer hoeft.")


def set_next(envelope: UUID, *, by: Person, at: datetime) -> Return:
    """Let it come back at the next working moment after ``at`` (aware)."""
    found = next_working_moment(at, own_times(by, at))
    _set(envelope, found.on, by)
    return found


def set_on(envelope: UUID, day: date, *, by: Person, at: datetime) -> None:
    """Let it come back with the work of a day: today by the own calendar, or later."""
    today = at.astimezone(ZoneInfo(by.time_zone)).date()
    if day < today:
        raise Wrong(PAST)
    if day > today + FARTHEST:
        raise Wrong(TOO_FAR)
    _set(envelope, day, by)


@transaction.atomic
def clear(envelope: UUID, *, by: Person) -> None:
    """It comes back no more. Twice is once."""
    hold(by)
    Due.objects.visible_to(by).filter(pk=envelope).delete()


@transaction.atomic
def _set(envelope: UUID, day: date, by: Person) -> None:
    hold(by)
    if not Envelope.objects.private_of(by).filter(pk=envelope).exists():
        raise Missing
    others = Due.objects.visible_to(by).exclude(pk=envelope)
    if others.count() >= MOST:
        raise Clash(FULL)
    Due.objects.update_or_create(pk=envelope, defaults={"owner": by, "due_on": day})
