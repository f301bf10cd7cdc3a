"""Contents (4): the one private letter that says what there is."""

from typing import Any, Final

from sealing.letter import AFTERCARE, ANSWER, MESSAGE, OF_THE_LINE
from sealing.notation import (
    hash_of,
    is_count,
    is_day,
    is_exactly,
    is_hash,
    is_id,
    is_list_of,
    is_map,
    is_one,
    is_person,
    is_size,
    is_text,
    or_none,
)
from sealing.refused import refuse_unless

IS_CONTENTS: Final = is_exactly(
    {
        "objects": is_map(
            is_id,
            is_exactly(
                {
                    "kind": lambda value: value in (*OF_THE_LINE, ANSWER, MESSAGE, AFTERCARE),
                    "version": is_count,
                    "hash": is_hash,
                    "day": is_day,
                },
                {
                    "themes": is_list_of(is_text),
                    "take": is_list_of(is_exactly({"for": is_text}, {"with": is_text})),
                    "due": is_day,
                    "done": lambda value: value is True,
                    "prompt": is_text,
                    "to": is_id,
                    "by": is_count,
                },
            ),
        ),
        "given": is_map(
            is_id,
            is_exactly(
                {
                    "of": is_id,
                    "version": is_count,
                    "to": is_person,
                    "log": is_id,
                    "until": or_none(is_day),
                    "hash": is_hash,
                },
                {"part": is_text, "keys": is_hash, "by": is_count},
            ),
        ),
        "waiting": is_list_of(
            is_exactly(
                {"of": is_id, "to": is_person, "until": or_none(is_day)},
                {
                    "copy": is_exactly(
                        {"id": is_id, "version": is_count, "hash": is_hash}, {"by": is_count}
                    ),
                    "part": is_text,
                },
            )
        ),
        "received": is_map(
            is_id,
            is_exactly(
                {"author": is_id, "version": is_count, "hash": is_hash},
                {"answers": is_id, "from": is_person, "message": lambda value: value is True},
            ),
        ),
        "pins": is_map(
            is_person,
            is_exactly(
                {
                    "name": is_text,
                    "log": is_id,
                    "keys": is_hash,
                    "compared": or_none(is_day),
                }
            ),
        ),
        "log": is_exactly({"size": is_size, "head": lambda value: value == "" or is_hash(value)}),
    },
    {"former": is_map(is_id, is_exactly({"of": is_id, "to": is_person}))},
)

IS_GIVEN: Final = is_exactly(
    {
        "kind": lambda value: value in OF_THE_LINE,
        "day": is_day,
        "content": lambda value: isinstance(value, dict),
    }
)
"""What is in a letter of kind ``given`` (6)."""
IS_ANSWER: Final = is_exactly({"v": is_one, "to": is_id, "text": is_text})

IS_MESSAGE: Final = is_exactly(
    {
        "v": is_one,
        "id": is_person,
        "thread": is_person,
        "n": is_count,
        "about": is_text,
        "members": is_list_of(is_exactly({"person": is_person, "name": is_text})),
        "text": is_text,
    },
    {
        "parts": is_list_of(is_exactly({"asked": is_text, "text": is_text})),
        "says": is_text,
        "reason": is_text,
        "fill": lambda value: isinstance(value, str) and not value.strip(),
    },
)
"""A message of a thread (`frontend/together/message.ts`)."""
"""What is in a letter of kind ``answer`` (6)."""

Content = dict[str, Any]


def empty() -> Content:
    """The contents of a line on which nothing was written."""
    log = {"size": 0, "head": ""}
    return {"objects": {}, "given": {}, "waiting": [], "received": {}, "pins": {}, "log": log}


def checked(content: Content) -> Content:
    """The content, when it has the shape of contents."""
    refuse_unless(IS_CONTENTS(content))
    return content


def is_as_listed(envelope: bytes, listed: dict[str, Any]) -> bool:
    """Whether this is the envelope that was listed."""
    return bool(hash_of(envelope) == listed["hash"])
