"""The door of live rooms: ``/stream?ticket=…`` says "changed", again and again, and nothing more.

One coroutine for each browser; no thread, no session, no database. The ticket was given by a page
that had asked whether this person may see the room.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qs

from django.conf import settings

from config.bodies import HEADERS, Message, Receive, Send
from hartlijn.lib import bell

ADDRESS: Final = "/stream"
KEEPALIVE: Final = 15.0
"""Seconds of silence after which a sign of life is sent, so that no proxy hangs up."""
TABS: Final = 8
"""Streams of one reader of a room: tabs, devices, and a connection that has not noticed its end."""
CHANGED: Final = b"event: changed\ndata:\n\n"
"""An empty line of data is needed: without it a browser tells its page nothing."""
HERE: Final = b":\nevent: here\ndata:\n\n"
"""A comment for proxies, and a word by which the page knows that its line is not dead."""
STREAM_HEADERS: Final = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    *(pair for pair in HEADERS if pair[0] != b"content-type"),
    (b"x-accel-buffering", b"no"),
)

WRONG: Final = (
    "Dit kaartje opent niets meer. Ververs de pagina, dan krijg je een nieuw.\n"
    "This ticket opens nothing any more. Refresh the page and you get a new one.\n"
)
FULL: Final = (
    "Er zijn nu te veel open verbindingen. De pagina werkt door en probeert het zo weer.\n"
    "There are too many open connections now. The page goes on working and tries again soon.\n"
)
METHOD: Final = "Hier kun je alleen luisteren (GET).\nHere you can only listen (GET).\n"


class Streams:
    """The streams that are open in this process."""

    def __init__(self) -> None:
        self.open: Counter[str] = Counter()

    def has_room(self, ticket: bell.Ticket) -> bool:
        """Whether one more fits, of this reader and in all."""
        return self.open[ticket.key] < TABS and self.open.total() < settings.STREAMS

    def take(self, ticket: bell.Ticket) -> None:
        self.open[ticket.key] += 1

    def leave(self, ticket: bell.Ticket) -> None:
        self.open[ticket.key] -= 1
        self.open += Counter()  # forgets those at nought


streams = Streams()


async def answer(scope: Message, receive: Receive, send: Send) -> None:
    """Let a browser listen for as long as its ticket is good."""
    if scope["method"] != "GET":
        await say(send, 405, METHOD, [(b"allow", b"GET")])
        return
    asked = parse_qs(scope["query_string"].decode("latin-1")).get("ticket", [""])[0]
    try:
        ticket = bell.admit(asked)
    except bell.BadTicketError:
        await say(send, 403, WRONG)
        return
    if not streams.has_room(ticket):
        await say(send, 503, FULL, [(b"retry-after", b"15")])
        return
    streams.take(ticket)
    try:
        await _stream(ticket, receive, send)
    finally:
        streams.leave(ticket)


async def _stream(ticket: bell.Ticket, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": list(STREAM_HEADERS)})
    with bell.listening(ticket.room) as listener:
        gone = asyncio.ensure_future(_until_gone(receive))
        gone.add_done_callback(lambda _: listener.end())
        try:
            while not listener.ended and (left := ticket.until - time.time()) > 0:
                rang = await listener.rang(within=min(KEEPALIVE, left))
                if not listener.ended:
                    await _write(send, CHANGED if rang else HERE)
            if not gone.done():
                await _write(send, b"", more=False)
        finally:
            gone.cancel()


async def _until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _write(send: Send, body: bytes, *, more: bool = True) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": more})


async def say(
    send: Send, status: int, sentence: str, also: Iterable[tuple[bytes, bytes]] = ()
) -> None:
    """Answer with one sentence in both languages."""
    body = sentence.encode()
    headers = [*HEADERS, *also, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
