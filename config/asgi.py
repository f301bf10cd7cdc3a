"""Django as an ASGI application that hands ordinary pages to its faster WSGI handler.

Live streams get their own door here when they come (see docs/decisions/0004-serving.md).
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from a2wsgi import WSGIMiddleware
from django.db import connection

from config.wsgi import application as pages

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

THREADS = 2 if connection.vendor == "sqlite" else 8
"""SQLite has one writer: more threads would only wait for each other, inside its lock."""

threads = WSGIMiddleware(pages, workers=THREADS)  # type: ignore[arg-type] # Django's handler is WSGI


async def application(scope: Message, receive: Receive, send: Send) -> None:
    """Answer one request."""
    # WSGI writes "-" and "_" in header names the same way. Only "-" may pass, or a visitor
    # could forge the headers of the proxy.
    scope["headers"] = [pair for pair in scope.get("headers", ()) if b"_" not in pair[0]]
    await threads(scope, receive, send)  # type: ignore[arg-type]
