"""Answers to a form that waited on somebody's device until there was a network.

The page keeps what was sent until the server says that it has it (``frontend/live/outbox.ts``).
It may send it twice: the form's ``token`` is the same, and a unique constraint on it makes the
second harmless.
"""

from typing import Final

from django.http import HttpRequest, HttpResponse

HEADER: Final = "Outbox"


def received(request: HttpRequest, otherwise: HttpResponse) -> HttpResponse:
    """It is saved: tell so to a page that kept it, and to any other page what it expects.

    Call it for the first and for the second time alike.
    """
    token = request.headers.get(HEADER)
    if token is None:
        return otherwise
    answer = HttpResponse(status=204)
    answer[HEADER] = token if token.isascii() and token.isprintable() else ""
    return answer
