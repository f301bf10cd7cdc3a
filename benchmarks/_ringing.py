"""Hartlijn as it is served, with one address more: a POST that rings a room, and saves nothing."""

import asyncio
import os
from typing import Any

from config.asgi import application as hartlijn
from hartlijn.lib import bell

ROOM = "bench"
ADDRESS = "/ring"


async def application(scope: Any, receive: Any, send: Any) -> None:
    """Ring from a thread, as pages do."""
    if scope["path"] != ADDRESS:
        await hartlijn(scope, receive, send)
        return
    await asyncio.to_thread(bell.ring, ROOM)
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def tickets(number: int) -> list[str]:
    """Addresses of streams, for clients outside."""
    return [f"/stream?ticket={bell.ticket(ROOM)}" for _ in range(number)]


if __name__ == "__main__":
    import json

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    print(json.dumps(tickets(60)))
