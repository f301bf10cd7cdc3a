"""Store, replace and remove envelopes; give and take back. All of a request, or nothing."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.consent import actions as grants
from hartlijn.consent.models import Grant
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person
from hartlijn.vault.access import may_give, may_reach_on_duty
from hartlijn.vault.actions import hold
from hartlijn.vault.models import Envelope
from hartlijn.vault.order import Item, Order
from hartlijn.vault.refusals import Clash, TooLarge, Wrong

QUOTA: Final = 64 * 1024 * 1024
"""Bytes for one person."""
CHANGED: Final = _(
    "Dit is intussen op een ander apparaat veranderd. Laad de pagina opnieuw, er is niets kwijt."
)
FULL: Final = _("Er past niets meer bij in je lijn. Haal iets weg dat je niet meer nodig hebt.")
PAST: Final = _("Die laatste dag is al voorbij. Kies een dag vanaf morgen.")

Rows = Mapping[UUID, Envelope]


def store(order: Order, *, by: Person) -> int:
    """Do what a browser asks; answers how many envelopes are stored. Twice is once."""
    try:
        with transaction.atomic():
            _store(order, by)
    except IntegrityError as error:
        # Somebody else took one of these ids this instant.
        raise _changed(item.id for item in order.items if item.was is None) from error
    return len(order.items)


def _store(order: Order, by: Person) -> None:
    hold(by, with_=[item.to for item in order.items if item.to])
    rows = _rows([item.id for item in order.items] + list(order.remove))
    if wrong := [item.id for item in order.items if not _fits(item, rows.get(item.id), by)]:
        raise _changed(wrong)
    _give(order.items, rows, by)
    own = [pk for pk in order.remove if pk in rows and rows[pk].author_id == by.pk]
    if own:
        grants.take_back(own, by=by)  # the listener drops what was given
        Envelope.objects.filter(pk__in=own).delete()
    fresh = [item for item in order.items if item.id not in rows]
    other = [
        item for item in order.items if item.id in rows and rows[item.id].digest != item.digest
    ]
    _require_room(fresh + other, rows, by)
    Envelope.objects.bulk_create(_envelope(item, by) for item in fresh)
    for item in other:
        _replace(item)


def _rows(ids: list[UUID]) -> Rows:
    held = Envelope.objects.select_for_update().order_by("pk").defer("content")
    return {row.pk: row for row in held.filter(pk__in=ids)}


def _fits(item: Item, row: Envelope | None, by: Person) -> bool:
    """Whether what is there is what this replaces, or already what is asked for."""
    if row is None:
        return item.was is None
    return row.author_id == by.pk and row.digest in {item.was, item.digest}


def _give(items: Iterable[Item], rows: Rows, by: Person) -> None:
    """Make grants for what is new; of what was given before, the last day may change."""
    gifts = [item for item in items if item.to is not None]
    if not gifts:
        return
    if any(item.until is not None and item.until <= civil_day() for item in gifts):
        raise Wrong(PAST)
    open_ = Grant.objects.filter(owner=by, ended_on=None)
    known = {one.envelope_id: one for one in open_.filter(envelope_id__in=[i.id for i in gifts])}
    if wrong := [item.id for item in gifts if not _same_reader(item, rows, known)]:
        raise _changed(wrong)
    fresh = [item for item in gifts if item.id not in known]
    new = [item for item in fresh if item.replaces is None]
    if not (verdict := may_give(by, {item.to for item in gifts if item.to})):
        raise Clash(verdict.reason)
    urgent = {item.to for item in new if item.to and item.urgent}
    if not (verdict := may_reach_on_duty(by, urgent, timezone.now())):
        raise Clash(verdict.reason)
    grants.give((_gift(one, one.to) for one in new if one.to), by=by)
    for item in fresh:
        if (
            item.replaces
            and item.to
            and not grants.give_anew(item.replaces, item.id, item.to, by=by)
        ):
            raise _changed([item.id])
    for item in gifts:
        if item.id in known and _may_end_otherwise(item, known[item.id]):
            Grant.objects.filter(pk=known[item.id].pk).update(until=item.until)


def _gift(item: Item, reader: UUID) -> grants.Gift:
    return grants.Gift(item.id, reader, item.until, item.lasts, item.urgent)


def _may_end_otherwise(item: Item, given: Grant) -> bool:
    """Whoever gave it may choose another day; what lasts, or took a place, has its own."""
    has_own = item.lasts or item.replaces or given.lasts
    return not has_own and given.until != item.until


def _same_reader(item: Item, rows: Rows, known: Mapping[UUID, Grant]) -> bool:
    """A private envelope is never given afterwards, and no reader takes another's place."""
    if item.id in known:
        return known[item.id].reader_id == item.to
    return item.id not in rows


def _require_room(changed: Iterable[Item], rows: Rows, by: Person) -> None:
    more = sum(
        len(item.content) - (rows[item.id].size if item.id in rows else 0) for item in changed
    )
    if more <= 0:
        return
    used = Envelope.objects.filter(author=by).aggregate(total=Sum("size"))["total"] or 0
    if used + more > QUOTA:
        raise TooLarge(FULL)


def _envelope(item: Item, by: Person) -> Envelope:
    return Envelope(
        id=item.id,
        author=by,
        content=item.content,
        digest=item.digest,
        size=len(item.content),
    )


def _replace(item: Item) -> None:
    Envelope.objects.filter(pk=item.id).update(
        content=item.content,
        digest=item.digest,
        size=len(item.content),
        written_on=civil_day(),
    )


def _changed(ids: Iterable[UUID]) -> Clash:
    return Clash(CHANGED, changed=[str(one) for one in ids])
