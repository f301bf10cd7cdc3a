"""One form for each definition, so that a hash tells whether its words changed."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(kind: str, key: str, body: Mapping[str, Any]) -> bytes:
    """UTF-8 JSON with sorted names and no spaces. ``body`` is tidy (see ``plain.tidy``)."""
    whole = {"kind": kind, "key": key, "body": body}
    said = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return said.encode()


def digest(kind: str, key: str, body: Mapping[str, Any]) -> str:
    """The version of a definition: SHA-256 of its canonical form, 64 hex digits."""
    return hashlib.sha256(canonical(kind, key, body)).hexdigest()
