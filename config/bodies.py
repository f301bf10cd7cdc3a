"""What is sent with a request: read whole before a page gets it, and never more than this much.

A slow sender so holds no thread, and a large one no memory.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

from django.template.loader import render_to_string

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

LARGEST: Final = 4 * 1024 * 1024
"""Bytes. A parcel for the vault has 2 MiB, a roster 1 MB; what is a little more gets its own words."""
SENTENCE: Final = (
    "Dit is te groot om in één keer te sturen: meer dan 4 MB. Ga terug en stuur minder.\n"
    "This is too large to send at once: more than 4 MB. Go back and send less.\n"
)
HEADERS: Final = (
    (b"content-type", b"text/plain; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)
"""This answer is made outside Django, which gives all others theirs."""
PAGE_POLICY: Final = (
    b"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; frame-ancestors 'none'"
)


class TooLarge(Exception):  # noqa: N818 - what happened
    """More was sent, or announced, than any page takes."""


class Gone(Exception):  # noqa: N818 - what happened
    """The sender left before the end."""


async def whole(scope: Message, receive: Receive) -> bytes:
    """All that comes with a request."""
    headers = dict(scope["headers"])
    announced = headers.get(b"content-length", b"")
    if announced.isdigit() and int(announced) > LARGEST:
        raise TooLarge
    if not announced and b"transfer-encoding" not in headers:
        return b""
    found = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        found += message.get("body", b"")
        more = message.get("more_body", False)
        if len(found) > LARGEST:
            raise TooLarge
    return bytes(found)


def again(body: bytes) -> Receive:
    """Give a page what was already read."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


async def refuse(scope: Message, send: Send) -> None:
    """Say that it was too much, to people on a page. What still comes is thrown away unread."""
    headers = dict(HEADERS)
    body = SENTENCE.encode()
    if b"text/html" in dict(scope["headers"]).get(b"accept", b""):
        body = render_to_string("413.html").encode()
        headers[b"content-type"] = b"text/html; charset=utf-8"
        headers[b"content-security-policy"] = PAGE_POLICY
    headers[b"content-length"] = str(len(body)).encode()
    await send({"type": "http.response.start", "status": 413, "headers": list(headers.items())})
    await send({"type": "http.response.body", "body": body})
