"""Make a dialogue ready: what it is about, which findings are put, and who leads."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.access import (
    may_change_finding,
    may_lead,
    may_make,
    may_prepare,
)
from hartlijn.dialogues.actions.guiding import fit_code
from hartlijn.dialogues.models import Dialogue, Leading, PutFinding
from hartlijn.dialogues.pasting import LONGEST, MOST, Card
from hartlijn.dialogues.ringing import ring
from hartlijn.factors.models import FindingVersion
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Membership, Organisation, Person


@transaction.atomic
def begin(organisation: Organisation, said: Mapping[str, Any], *, by: Person) -> Dialogue:
    """A new dialogue; who makes it leads it."""
    require(may_make(by, organisation))
    made: Dialogue = Dialogue.objects.create(organisation=organisation, **said)
    Leading.objects.create(dialogue=made, person=by)
    return made


@transaction.atomic
def change(dialogue: Dialogue, said: Mapping[str, Any], *, by: Person) -> None:
    """Say otherwise what it is about. This may at any time: it stands above the report."""
    require(may_lead(by, dialogue))
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    for name, value in said.items():
        setattr(held, name, value)
    held.save(update_fields=list(said))
    if held.state == Dialogue.State.OPEN and bool(held.code) == bool(held.open_until):
        fit_code(held)
    ring(held)


@transaction.atomic
def put(dialogue: Dialogue, cards: Iterable[Card], *, by: Person) -> int:
    """Lay findings before people, behind those that lie there. How many came."""
    held = _held(dialogue, by)
    last = held.put.aggregate(last=Max("order"))["last"] or 0
    rows = [
        PutFinding(
            dialogue=held, order=last + place, text=one.text, kind=one.kind, source=one.source
        )
        for place, one in enumerate(cards, 1)
    ]
    if held.put.count() + len(rows) > MOST:
        raise Refused(_("Meer dan zestig bevindingen past niet in een dialoog. Laat er weg."))
    PutFinding.objects.bulk_create(rows)
    ring(held)
    return len(rows)


@transaction.atomic
def put_versions(dialogue: Dialogue, versions: Iterable[FindingVersion], *, by: Person) -> int:
    """Lay findings that are kept already before people; each version once."""
    held = _held(dialogue, by)
    there = set(held.put.values_list("version", flat=True))
    last = held.put.aggregate(last=Max("order"))["last"] or 0
    new = [one for one in versions if one.pk not in there]
    PutFinding.objects.bulk_create(
        PutFinding(
            dialogue=held,
            order=last + place,
            text=one.text,
            kind=one.kind,
            source=one.source,
            version=one,
        )
        for place, one in enumerate(new, 1)
    )
    ring(held)
    return len(new)


@transaction.atomic
def change_finding(finding: PutFinding, said: Mapping[str, Any], *, by: Person) -> None:
    """Put it in other words, as long as nobody answered it."""
    require(may_change_finding(by, finding))
    for name, value in said.items():
        setattr(finding, name, value)
    finding.save(update_fields=list(said))
    ring(finding.dialogue)


@transaction.atomic
def move(finding: PutFinding, step: int, *, by: Person) -> None:
    """One place forward or back; at the end nothing happens."""
    held = _held(finding.dialogue, by)
    rows = list(held.put.order_by("order", "pk"))
    here = next((place for place, one in enumerate(rows) if one.pk == finding.pk), 0)
    there = min(max(here + step, 0), len(rows) - 1)
    rows.insert(there, rows.pop(here))
    _number(rows)
    ring(held)


@transaction.atomic
def merge(finding: PutFinding, *, by: Person) -> None:
    """Take it together with the one before it."""
    held = _held(finding.dialogue, by)
    before = held.put.filter(order__lt=finding.order).order_by("-order").first()
    if before is None:
        raise Refused(_("Er staat geen bevinding voor deze om mee samen te voegen."))
    require(may_change_finding(by, before))
    require(may_change_finding(by, finding))
    text = f"{before.text} {finding.text}"
    if len(text) > LONGEST:
        raise Refused(_("Samen zijn deze twee te lang. Kort er eerst een in."))
    before.text = text
    before.source = "; ".join(dict.fromkeys(filter(None, (before.source, finding.source))))
    before.version = None
    before.save(update_fields=["text", "source", "version"])
    finding.delete()
    _number(list(held.put.order_by("order", "pk")))
    ring(held)


@transaction.atomic
def remove(finding: PutFinding, *, by: Person) -> None:
    """Lay it aside, as long as nobody answered it."""
    held = _held(finding.dialogue, by)
    require(may_change_finding(by, finding))
    finding.delete()
    _number(list(held.put.order_by("order", "pk")))
    ring(held)


@transaction.atomic
def name_leader(dialogue: Dialogue, email: str, *, by: Person) -> Person:
    """Somebody of the organisation that keeps it leads along."""
    require(may_lead(by, dialogue))
    places = Membership.objects.active().filter(
        organisation=dialogue.organisation_id, person__email__iexact=email, person__is_active=True
    )
    place = places.select_related("person").first()
    if place is None or place.person is None:
        raise Refused(_("Bij dit adres hoort nu niemand van jullie organisatie."))
    Leading.objects.get_or_create(dialogue=dialogue, person=place.person)
    return place.person


@transaction.atomic
def drop_leader(leading: Leading, *, by: Person) -> None:
    """Somebody leads no longer; the last one stays."""
    require(may_lead(by, leading.dialogue))
    held = Dialogue.objects.select_for_update().get(pk=leading.dialogue_id)
    if held.leading.count() <= 1:
        raise Refused(_("Iemand moet de dialoog leiden. Voeg eerst een ander toe."))
    leading.delete()


def _held(dialogue: Dialogue, by: Person) -> Dialogue:
    """The dialogue, held so that two who change the order do not cross."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_prepare(by, held))
    return held


def _number(rows: list[PutFinding]) -> None:
    for place, one in enumerate(rows, 1):
        one.order = place
    PutFinding.objects.bulk_update(rows, ["order"])
