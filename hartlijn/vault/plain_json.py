"""Read JSON from outside, and believe none of it: no doubled names, no odd numbers, no odd text."""

import base64
import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final
from uuid import UUID

from hartlijn.vault.refusals import Malformed

ID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
B64: Final = re.compile(r"[A-Za-z0-9_-]*")

Object = dict[str, Any]


def read(raw: bytes) -> Object:
    """One JSON object out of UTF-8 bytes."""
    try:
        found = json.loads(
            raw.decode("utf-8"), object_pairs_hook=_once, parse_constant=_never, parse_float=_never
        )
        json.dumps(found, ensure_ascii=False).encode("utf-8")  # refuses halves of characters
    except (ValueError, RecursionError) as error:
        raise Malformed("this is not JSON in UTF-8") from error
    if not isinstance(found, dict):
        raise Malformed("a JSON object is expected")
    return found


def _once(pairs: list[tuple[str, Any]]) -> Object:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name is there twice")
    return found


def _never(value: str) -> Any:
    raise ValueError(f"{value} is no whole number")


def expect(found: object, names: Iterable[str], optional: Iterable[str] = ()) -> Object:
    """The object itself, when it has exactly these names, and perhaps the optional ones."""
    needed = set(names)
    if not isinstance(found, dict) or not needed <= set(found) <= needed | set(optional):
        raise Malformed(f"an object with exactly {', '.join(sorted(needed))} is expected")
    return found


def an_id(value: object) -> UUID:
    """A UUID of version 4, written in lower case."""
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise Malformed("an id is a UUID of version 4 in lower case")
    return UUID(value)


def an_account(value: object) -> UUID:
    """The id of an account: a UUID of any version, written in lower case."""
    try:
        found = UUID(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or str(found) != value:
        raise Malformed("an account is a UUID in lower case")
    return found


def ids(value: object, *, most: int) -> list[UUID]:
    """A list of ids, each once."""
    if not isinstance(value, list) or len(value) > most:
        raise Malformed(f"a list of at most {most} ids is expected")
    found = [an_id(one) for one in value]
    if len(set(found)) != len(found):
        raise Malformed("an id is there twice")
    return found


def a_day(value: object) -> date | None:
    """A day as YYYY-MM-DD, or nothing."""
    if value is None:
        return None
    try:
        if isinstance(value, str) and DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise Malformed("a day is written as YYYY-MM-DD")


def truth(value: object) -> bool:
    """Yes or no, and nothing that resembles it."""
    if not isinstance(value, bool):
        raise Malformed("true or false is expected")
    return value


def whole(value: object) -> int:
    """A whole number from zero up."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Malformed("a whole number is expected")
    return value


def unb64(value: object, *, size: int | None = None) -> bytes:
    """Bytes out of base64url without padding, of exactly ``size`` when that is given."""
    if not isinstance(value, str) or not B64.fullmatch(value) or len(value) % 4 == 1:
        raise Malformed("base64url without padding is expected")
    found = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
    if b64(found) != value or (size is not None and len(found) != size):
        raise Malformed("base64url of another length is expected")
    return found


def b64(raw: bytes) -> str:
    """Bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")
