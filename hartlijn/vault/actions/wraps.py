"""Add and remove ways to open a line. The bytes are useless to whoever lacks the words."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.consent.actions import note_own
from hartlijn.consent.models import LogEntry
from hartlijn.people.models import Person
from hartlijn.vault.actions import hold
from hartlijn.vault.models import KeyHolder, WrappedKey
from hartlijn.vault.refusals import Clash, Missing, Wrong

Way = WrappedKey.Way
MOST_PASSKEYS: Final = 10
WORDS_FIRST: Final = _("Begin met de zes woorden. Een code of passkey komt ernaast.")
WORDS_STAY: Final = _("De zes woorden blijven. Je kunt ze wel door nieuwe vervangen.")
CHANGED: Final = _("Je sleutels zijn intussen veranderd. Laad de pagina opnieuw.")
ENOUGH: Final = _("Je hebt al tien passkeys. Haal er eerst een weg.")


@dataclass(frozen=True)
class NewWrap:
    """A closed keyring as a browser sends it."""

    id: UUID
    way: str
    label: str
    content: bytes
    replaces: tuple[UUID, ...]


def add(wrap: NewWrap, *, by: Person) -> None:
    """Keep one more way to open, in place of others when it says so. Twice is once."""
    try:
        with transaction.atomic():
            _add(wrap, by)
    except IntegrityError as error:
        raise Clash(CHANGED) from error


def _add(wrap: NewWrap, by: Person) -> None:
    hold(by)
    put(wrap, by)


def put(wrap: NewWrap, by: Person) -> None:
    """Keep it, in the transaction of a caller who holds the person. Twice is once."""
    own = {one.pk: one for one in WrappedKey.objects.visible_to(by)}
    if wrap.id in own:
        if bytes(own[wrap.id].content) == wrap.content and own[wrap.id].way == wrap.way:
            return
        raise Clash(CHANGED)
    if not own and wrap.way != Way.WORDS:
        raise Wrong(WORDS_FIRST)
    if not set(wrap.replaces) <= set(own):
        raise Clash(CHANGED)
    _require_allowed([one.way for pk, one in own.items() if pk not in wrap.replaces], wrap.way)
    WrappedKey.objects.filter(pk__in=wrap.replaces).delete()
    WrappedKey.objects.create(
        id=wrap.id, owner=by, way=wrap.way, label=wrap.label, content=wrap.content
    )
    KeyHolder.objects.get_or_create(person=by)
    note_own(by, LogEntry.Did.CHANGED)


def _require_allowed(others: Collection[str], way: str) -> None:
    """Words always, and once; at most one code and one contact, and ten passkeys."""
    ways = [*others, way]
    if Way.WORDS not in ways:
        raise Clash(WORDS_STAY)
    if any(ways.count(one) > 1 for one in (Way.WORDS, Way.CODE, Way.CONTACT)):
        raise Clash(CHANGED)
    if ways.count(Way.PASSKEY) > MOST_PASSKEYS:
        raise Clash(ENOUGH)


@transaction.atomic
def remove(pk: UUID, *, by: Person) -> None:
    """Take a way to open away; never the words."""
    hold(by)
    found = WrappedKey.objects.visible_to(by).filter(pk=pk).first()
    if found is None:
        raise Missing
    if found.way == Way.WORDS:
        raise Clash(WORDS_STAY)
    found.delete()
    note_own(by, LogEntry.Did.CHANGED)


def fetched(*, by: Person) -> None:
    """Write down that the closed keys were fetched, once a day."""
    note_own(by, LogEntry.Did.FETCHED)
