"""The bell of a live room: says that something changed there, and never what.

Whoever changed something calls ``ring`` once it is saved (``transaction.on_commit``), from any
thread or process. A page that shows the room carries a ``ticket``; with it the browser opens a
stream (``config/streams.py``) that waits in ``listening``. On each ring the page fetches anew what
*its reader* may see, so the bell needs no rules of its own about that.

A listener never misses a ring: it may hear several as one, and it starts with one, because what
happened before it came is unknown to it. See docs/decisions/0029-the-bell.md.
"""

import asyncio
import logging
import secrets
import sqlite3
import time
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from django.core import signing
from django.db import DatabaseError, transaction
from django.utils.crypto import salted_hmac

from hartlijn.lib import bell_listeners as others

logger = logging.getLogger("hartlijn.bell")
LASTS: Final = timedelta(hours=6)
"""How long a ticket is good for: a long evening. The page that is still open then asks another."""
SALT: Final = "hartlijn.lib.bell"


class BadTicketError(Exception):
    """This opens nothing: made up, changed, or of long ago."""


@dataclass(frozen=True)
class Ticket:
    """What a ticket says to us: which room, until when (seconds since 1970), and whose it is."""

    room: str
    until: float
    key: str


def ring(room: str) -> None:
    """Tell everybody who listens to this room that something changed. Call it after the commit.

    It never fails: what was saved is saved, and who misses a ring sees it at the next one.
    """
    name = _name(room)
    if _hub:
        _hub.ring_from_anywhere(name)
    try:
        others.tell(name)
    except (DatabaseError, sqlite3.Error, OSError):
        logger.warning("the bell did not reach the other processes")


def ring_later(room: str) -> None:
    """Ring when the transaction at hand is saved, and not when it is undone."""
    transaction.on_commit(lambda: ring(room))


def ticket(room: str, *, reader: object = "", lasts: timedelta = LASTS) -> str:
    """What a page that shows this room gives its browser. Nothing can be read from it.

    All tickets of one reader (a place, a link, an account) count as one: who fetches the page a
    hundred times opens no more streams than who fetches it once.
    """
    until = round(time.time() + lasts.total_seconds())
    key = _name(f"{room} read by {reader}") if reader else secrets.token_urlsafe(6)
    return signing.dumps([_name(room), until, key], salt=SALT)


def admit(text: str) -> Ticket:
    """Read a ticket; raises ``BadTicketError``."""
    try:
        room, until, key = signing.loads(text, salt=SALT)
    except (signing.BadSignature, ValueError, UnicodeError) as error:
        raise BadTicketError from error
    if until <= time.time():
        raise BadTicketError
    return Ticket(room, until, key)


async def rings(room: str) -> AsyncIterator[None]:
    """Once at the start, and then after each ring; ends when the house closes."""
    with listening(_name(room)) as listener:
        while not listener.ended:
            if await listener.rang(within=3600):
                yield


@dataclass(eq=False)
class Listener:
    """One who waits. It rings at the start: what happened before is unknown."""

    rung: asyncio.Event = field(default_factory=asyncio.Event)
    ended: bool = False

    def __post_init__(self) -> None:
        self.rung.set()

    async def rang(self, *, within: float) -> bool:
        """Wait for a ring, at most so many seconds; no when there was none, or when it is over."""
        try:
            async with asyncio.timeout(within):
                await self.rung.wait()
        except TimeoutError:
            return False
        self.rung.clear()
        return not self.ended

    def end(self) -> None:
        """Wait no longer."""
        self.ended = True
        self.rung.set()


@contextmanager
def listening(name: str) -> Iterator[Listener]:
    """Listen to a room by the name on its ticket. Inside the event loop."""
    hub = _hub_of_this_loop()
    listener = hub.enter(name)
    try:
        yield listener
    finally:
        hub.leave(name, listener)


async def close() -> None:
    """End every listener and hang up, so that the server can stop. Who still comes, ends at once."""
    await _hub_of_this_loop().close()


class Hub:
    """Everybody who listens in this process, and the one line to the other processes."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.rooms: dict[str, set[Listener]] = {}
        self.wanted = asyncio.Event()
        self.closed = False
        self.line = self.loop.create_task(others.listen(self.ring, self.wanted))

    def ring(self, name: str | None) -> None:
        """Wake who listens to the room; with None everybody, because a ring may be lost."""
        rooms = self.rooms.values() if name is None else [self.rooms.get(name, set())]
        for room in rooms:
            for listener in room:
                listener.rung.set()

    def ring_from_anywhere(self, name: str) -> None:
        """Ring from a thread of the pages, or from the loop itself."""
        try:
            self.loop.call_soon_threadsafe(self.ring, name)
        except RuntimeError:
            logger.debug("the loop has closed")

    def enter(self, name: str) -> Listener:
        """Welcome somebody; from now on no ring passes unheard."""
        listener = Listener()
        if self.closed:
            listener.end()
        self.rooms.setdefault(name, set()).add(listener)
        self.wanted.set()
        return listener

    def leave(self, name: str, listener: Listener) -> None:
        """Forget somebody; with nobody left the line may rest."""
        room = self.rooms.get(name, set())
        room.discard(listener)
        if not room:
            self.rooms.pop(name, None)
        if not self.rooms:
            self.wanted.clear()

    async def close(self) -> None:
        """End everybody's waiting, then the line."""
        self.closed = True
        for room in self.rooms.values():
            for listener in room:
                listener.end()
        self.line.cancel()
        await asyncio.gather(self.line, return_exceptions=True)


_hub: Hub | None = None


def _hub_of_this_loop() -> Hub:
    global _hub  # noqa: PLW0603 - one hub for each process
    if _hub is None or _hub.loop is not asyncio.get_running_loop():
        _hub = Hub()
    return _hub


def _name(room: str) -> str:
    """What a room is called outside this process: it tells nothing to who reads it."""
    return urlsafe_b64encode(salted_hmac(SALT, room, algorithm="sha256").digest()[:15]).decode()
