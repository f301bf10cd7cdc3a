"""In which order somebody gets the relations: everybody another one.

Who stops halfway then does not leave the same relations unsaid as everybody else.
"""

import hashlib
from collections.abc import Collection, Iterable


def order_for(keys: Iterable[str], who: str) -> list[str]:
    """The same for the same person, whenever she comes back."""
    return sorted(keys, key=lambda key: hashlib.sha256(f"{who} {key}".encode()).digest())


def next_after(order: list[str], here: str | None, said: Collection[str]) -> str | None:
    """The next that is not answered yet, going round once; None when all are."""
    start = order.index(here) + 1 if here in order else 0
    left = [key for key in (*order[start:], *order[:start]) if key not in said and key != here]
    return left[0] if left else None
