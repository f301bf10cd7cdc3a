"""How the seal writes bytes, ids, days and times, read strictly."""

import base64
import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from sealing.refused import RefusedError, refuse_unless

ID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
B64: Final = re.compile(r"[A-Za-z0-9_-]*")
TIME: Final = "%Y-%m-%dT%H:%M:%SZ"
BIGGEST: Final = 2**53 - 1
"""The biggest whole number that every reader of JSON keeps whole."""

Is = Callable[[Any], bool]
"""Whether a value is what it should be."""


def b64(raw: bytes) -> str:
    """Bytes as base64url without padding."""
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def unb64(text: str, length: int | None = None) -> bytes:
    """Bytes of base64url without padding, written in the only way there is."""
    refuse_unless(B64.fullmatch(text) and len(text) % 4 != 1)
    raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    refuse_unless(b64(raw) == text and (length is None or len(raw) == length))
    return raw


def hash_of(raw: bytes) -> str:
    """SHA-256 in b64: how a listed envelope is recognised."""
    return b64(sha256(raw).digest())


def is_id(value: Any) -> bool:
    """A UUID version 4 in lower case."""
    return isinstance(value, str) and ID.fullmatch(value) is not None


def is_person(value: Any) -> bool:
    """A UUID of any version in lower case: the server gives out the ids of accounts."""
    try:
        return isinstance(value, str) and str(UUID(value)) == value
    except ValueError:
        return False


def is_text(value: Any) -> bool:
    """Text of any length."""
    return isinstance(value, str)


def is_count(value: Any) -> bool:
    """1, 2, 3 …; yes and no are no numbers."""
    return type(value) is int and 1 <= value <= BIGGEST


def is_size(value: Any) -> bool:
    """0, 1, 2 …."""
    return (type(value) is int and value == 0) or is_count(value)


def is_day(value: Any) -> bool:
    """A day that is in the calendar."""
    try:
        return bool(date.fromisoformat(value).isoformat() == value)
    except (TypeError, ValueError):
        return False


def is_time(value: Any) -> bool:
    """A second in UTC that is in the calendar."""
    try:
        return bool(datetime.strptime(value, TIME).replace(tzinfo=UTC).strftime(TIME) == value)
    except (TypeError, ValueError):
        return False


def is_hash(value: Any) -> bool:
    """32 bytes in b64."""
    return is_b64(value, 32)


def is_b64(value: Any, length: int) -> bool:
    """That many bytes in b64."""
    try:
        return isinstance(value, str) and len(unb64(value)) == length
    except RefusedError:
        return False


def or_none(check: Is) -> Is:
    """What ``check`` accepts, or nothing."""
    return lambda value: value is None or check(value)


def is_list_of(check: Is, least: int = 0) -> Is:
    """A list of what ``check`` accepts."""
    return lambda value: isinstance(value, list) and len(value) >= least and all(map(check, value))


def is_exactly(shape: Mapping[str, Is], optional: Mapping[str, Is] | None = None) -> Is:
    """An object with these keys, maybe some of the optional ones, no others, and such values."""
    every = {**shape, **(optional or {})}
    return lambda value: (
        isinstance(value, dict)
        and shape.keys() <= value.keys() <= every.keys()
        and all(every[key](one) for key, one in value.items())
    )


def is_map(key: Is, check: Is) -> Is:
    """An object from any number of ``key`` to what ``check`` accepts."""
    return lambda value: (
        isinstance(value, dict) and all(map(key, value)) and all(map(check, value.values()))
    )


def is_one(value: Any) -> bool:
    """The version of every form on this page."""
    return type(value) is int and value == 1


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys are each there once."""
    refuse_unless(len({key for key, _ in pairs}) == len(pairs))
    return dict(pairs)


def _no_number(_text: str) -> float:
    """NaN and Infinity are no JSON; a point or an exponent is not how the seal writes numbers."""
    raise RefusedError


def _whole(text: str) -> int:
    """A whole number that every reader keeps whole."""
    refuse_unless(len(text) <= len(f"-{BIGGEST}") and abs(int(text)) <= BIGGEST)
    return int(text)


def read_json(raw: bytes) -> Any:
    """What UTF-8 JSON says; refuses a byte order mark, a key that is there twice, 1.0, 2**53."""
    try:
        return json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_once,
            parse_constant=_no_number,
            parse_float=_no_number,
            parse_int=_whole,
        )
    except (ValueError, RecursionError) as error:
        raise RefusedError from error


def write_json(value: Any) -> bytes:
    """JSON as short as it can be, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
