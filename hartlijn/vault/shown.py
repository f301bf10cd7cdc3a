"""What a browser gets to know of its own person's vault, as plain values for JSON."""

from typing import Any

from hartlijn.consent.models import Grant
from hartlijn.people.models import Person
from hartlijn.people.reach import near
from hartlijn.vault.models import Envelope, KeyHolder, WrappedKey
from hartlijn.vault.plain_json import b64

Shown = dict[str, Any]


def state(person: Person) -> Shown:
    """Where the line stands: what there is, given, received, and the ways to open it."""
    holder = KeyHolder.objects.filter(person=person).first()
    grants = list(
        Grant.objects.open()
        .visible_to(person)
        .select_related("owner", "reader")
        .order_by("given_on", "pk")
    )
    given = [one for one in grants if one.owner_id == person.pk]
    received = [one for one in grants if one.owner_id != person.pk]
    own = Envelope.objects.private_of(person).order_by("pk")
    return {
        "person": str(person.pk),
        "kept": holder is not None,
        "log": str(holder.log_id) if holder and holder.log_id else None,
        "ways": [_way(one) for one in WrappedKey.objects.visible_to(person).defer("content")],
        "own": [str(pk) for pk in own.values_list("pk", flat=True)],
        "given": [_given(one) for one in given],
        "received": [_received(one) for one in received],
    }


def _given(grant: Grant) -> Shown:
    return {
        "id": str(grant.envelope_id),
        "to": str(grant.reader_id),
        "name": grant.reader.name,
        # What lasts from its arrival on: that day would tell how long it was on its way.
        "until": grant.until.isoformat() if grant.until and not grant.lasts else None,
        "held": grant.held,
    }


def _received(grant: Grant) -> Shown:
    return {
        "id": str(grant.envelope_id),
        "from": str(grant.owner_id),
        "name": grant.owner.name,
        "until": grant.until and grant.until.isoformat(),
        "given_on": grant.given_on.isoformat(),
    }


def _way(wrap: WrappedKey) -> Shown:
    return {
        "id": str(wrap.pk),
        "way": wrap.way,
        "label": wrap.label,
        "made_on": wrap.made_on.isoformat(),
    }


def wraps(person: Person) -> list[Shown]:
    """The own closed keyrings, bytes and all."""
    own = WrappedKey.objects.visible_to(person)
    return [{**_way(one), "content": b64(bytes(one.content))} for one in own]


def people(person: Person) -> list[Shown]:
    """Those to whom ``person`` may write now, each once, by name; without an id while keyless."""
    found = near(person)
    holders = KeyHolder.objects.published().in_bulk([one.person.pk for one in found])
    return [
        {
            "person": str(one.person.pk),
            "name": one.person.name,
            "as": ", ".join(one.ties),
            "walks": one.walks,
            "log": str(holders[one.person.pk].log_id) if one.person.pk in holders else None,
        }
        for one in found
    ]
