"""Django's own way: `StreamingHttpResponse` over an async generator, on the same server.

One process, no database, no ticket, no other processes to tell.
"""

import asyncio
from collections.abc import AsyncIterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path

settings.configure(
    SECRET_KEY="bare", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[], DEBUG=False
)

from django.core.asgi import get_asgi_application  # noqa: E402 - needs the settings

waiting: set["asyncio.Event"] = set()


async def stream(request: HttpRequest) -> StreamingHttpResponse:
    """Say "changed" at the start and at each ring."""
    del request
    return StreamingHttpResponse(events(), content_type="text/event-stream")


async def events() -> AsyncIterator[bytes]:
    """One listener."""
    rung = asyncio.Event()
    rung.set()
    waiting.add(rung)
    try:
        while True:
            await rung.wait()
            rung.clear()
            yield b"event: changed\ndata:\n\n"
    finally:
        waiting.discard(rung)


async def ring(request: HttpRequest) -> HttpResponse:
    """Wake everybody."""
    del request
    for rung in waiting:
        rung.set()
    return HttpResponse(status=204)


urlpatterns = [path("stream", stream), path("ring", ring)]
application = get_asgi_application()
