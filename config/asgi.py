"""Django as an ASGI application that hands ordinary pages to its faster WSGI handler.

The threads for pages are few, so nothing waits inside one: what is sent is read before, and an
answer that leaves on the beat waits after. Live streams have a door of their own
(docs/decisions/0004-serving.md, 0029-the-bell.md).
"""

import asyncio
from time import perf_counter

from a2wsgi import WSGIMiddleware
from django.db import connection

from config import bodies, streams
from config.bodies import Message, Receive, Send
from config.wsgi import application as pages
from hartlijn.people import even_answers

THREADS = 2 if connection.vendor == "sqlite" else 8
"""SQLite has one writer: more threads would only wait for each other, inside its lock."""

PASSWORDS = "/account/"
"""Where passwords are checked: each takes a long time and 100 MB, as it must. They have their own
threads, so that many of them at once keep nobody from the pages."""

LOOKS = "/room/"
"""Where the phones of a hall look anew, all at the moment a bell rings. They have threads of their
own, so that whoever leads does not wait behind sixty of them."""

threads = WSGIMiddleware(pages, workers=THREADS)  # type: ignore[arg-type] # Django's handler is WSGI
for_passwords = WSGIMiddleware(pages, workers=max(1, THREADS // 4))  # type: ignore[arg-type] # the same
for_looks = WSGIMiddleware(pages, workers=THREADS)  # type: ignore[arg-type] # the same
MARK = even_answers.HEADER.lower().encode()


async def application(scope: Message, receive: Receive, send: Send) -> None:
    """Answer one request."""
    if scope["path"] == streams.ADDRESS:
        await streams.answer(scope, receive, send)
        return
    started = perf_counter()
    # WSGI writes "-" and "_" in header names the same way. Only "-" may pass, or a visitor
    # could forge the headers of the proxy.
    scope["headers"] = [pair for pair in scope.get("headers", ()) if b"_" not in pair[0]]
    try:
        body = await bodies.whole(scope, receive)
    except bodies.Gone:
        return
    except bodies.TooLarge:
        await bodies.refuse(scope, send)
        return
    answer = _lane(scope["method"], scope["path"])
    await answer(scope, bodies.again(body), _on_the_beat(send, started))  # type: ignore[arg-type]


def _lane(method: str, path: str) -> WSGIMiddleware:
    """The threads for a request."""
    if method == "POST" and path.startswith(PASSWORDS):
        return for_passwords
    if method == "GET" and path.startswith(LOOKS):
        return for_looks
    return threads


def _on_the_beat(send: Send, started: float) -> Send:
    """Let a marked answer wait here, where waiting keeps nobody else waiting; the mark stays here."""

    async def pass_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = [pair for pair in message["headers"] if pair[0] != MARK]
            if len(headers) < len(message["headers"]):
                message["headers"] = headers
                await asyncio.sleep(even_answers.until_the_beat(perf_counter() - started))
        await send(message)

    return pass_on
