"""Change one thing of a draft. Pure: a whole file in, a whole file out.

Each change carries the mark of what stood there when it was begun, so that two coordinators at
once lose nothing: another part is no matter, the same part is shown to who comes second.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import Refused
from hartlijn.paths.telling.readable import rows

Body = dict[str, Any]
LONGEST_KEY: Final = 50


class ChangedMeanwhile(Refused):
    """Somebody else changed the same thing; ``now`` is how it stands, None when it is gone."""

    def __init__(self, now: Any) -> None:
        """Keep what stands there."""
        super().__init__(_("Iemand anders paste dit intussen ook aan."))
        self.now = now


def mark(value: Any) -> str:
    """What tells whether something still stands as it was; empty for nothing."""
    if value is None:
        return ""
    said = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:24]


def find(body: Mapping[str, Any], kind: str, key: str) -> dict[str, Any] | None:
    """One part, if it is there."""
    return next((one for one in rows(body, kind) if one["key"] == key), None)


def put(body: Body, kind: str, part: Mapping[str, Any], *, after: str) -> Body:
    """Set a part in the place of the one with its key, or at the end of its phase."""
    now = find(body, kind, part["key"])
    if now == part:
        return body
    if mark(now) != after:
        raise ChangedMeanwhile(now)
    parts = list(body.get(kind) or [])
    if now is None:
        parts.append(dict(part))
    else:
        parts[parts.index(now)] = dict(part)
    return _in_order({**body, kind: parts})


def take_out(body: Body, kind: str, key: str, *, after: str) -> Body:
    """Without that part."""
    now = find(body, kind, key)
    if now is None:
        return body
    if mark(now) != after:
        raise ChangedMeanwhile(now)
    return {**body, kind: [one for one in body[kind] if one is not now]}


def move(body: Body, kind: str, key: str, *, later: bool) -> Body:
    """One place earlier or later; a step among those of its phase."""
    now, parts = find(body, kind, key), list(body.get(kind) or [])
    if now is None:
        return body
    beside = [one for one in rows(body, kind) if one.get("phase") == now.get("phase")]
    place = beside.index(now) + (1 if later else -1)
    if not 0 <= place < len(beside):
        return body
    here, there = parts.index(now), parts.index(beside[place])
    parts[here], parts[there] = parts[there], parts[here]
    return _in_order({**body, kind: parts})


def fields(body: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Some of what the template says of itself."""
    return {name: body.get(name) for name in names}


def put_fields(body: Body, said: Mapping[str, Any], *, after: str) -> Body:
    """Change what the template says of itself."""
    now = fields(body, tuple(said))
    if now == said:
        return body
    if mark(now) != after:
        raise ChangedMeanwhile(now)
    return {**body, **said}


def new_key(body: Mapping[str, Any], kind: str, name: str) -> str:
    """A key for a part of this name that no other part of the draft has."""
    plain = re.sub(r"[^a-z0-9]+", "-", slugify(name)).strip("-")[:LONGEST_KEY].strip("-")
    base, taken = plain or kind[:-1], {one["key"] for one in rows(body, kind)}
    number = 1
    while (key := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return key


def _in_order(body: Body) -> Body:
    """The steps phase by phase, each phase as it was."""
    places = {one["key"]: place for place, one in enumerate(rows(body, "phases"))}
    steps = body.get("steps") or []
    return {
        **body,
        "steps": sorted(steps, key=lambda one: places.get(one.get("phase"), len(places))),
    }
