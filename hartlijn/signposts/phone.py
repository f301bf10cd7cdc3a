"""A telephone number as people write it, and as a telephone wants it."""

import re
from typing import Final

PHONE: Final = re.compile(r"\+?[0-9][0-9 ()-]{1,18}")
FEWEST: Final = 3  # 112


def is_phone(text: str) -> bool:
    """Whether this can be called."""
    return bool(PHONE.fullmatch(text)) and len(dialled(text).lstrip("+")) >= FEWEST


def dialled(text: str) -> str:
    """Only what is dialled. ``(0)`` in a number with + is not."""
    kept = text.replace("(0)", "") if text.startswith("+") else text
    return re.sub(r"[^0-9+]", "", kept)
