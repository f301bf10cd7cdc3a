"""Long reckonings take turns: one at a time in a process, so that the other pages stay quick."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final

PATIENCE = 4.0
"""So many seconds somebody waits for a turn; then the quick answer has to do."""
_turn: Final = BoundedSemaphore(1)


@contextmanager
def in_turn() -> Iterator[bool]:
    """Wait for a turn; gives whether it came."""
    has_turn = _turn.acquire(timeout=PATIENCE)
    try:
        yield has_turn
    finally:
        if has_turn:
            _turn.release()
