"""The keys a browser keeps: of a place in the room, and of a scribe. Never of a person."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

from hartlijn.dialogues.actions.helpers import helper_of, helper_once_of
from hartlijn.dialogues.actions.room import seat_of
from hartlijn.dialogues.models import Helper, Seat

SEAT: Final = "dialogue_seat"
HELPER: Final = "dialogue_helper"
LASTS: Final = timedelta(days=60)


def give(response: HttpResponse, name: str, key: str) -> None:
    """Let the browser keep a key."""
    response.set_signed_cookie(
        cookie(name),
        key,
        salt=name,
        max_age=int(LASTS.total_seconds()),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def cookie(name: str) -> str:
    """Its name; over https one that belongs to this machine alone."""
    return f"__Host-{name}" if settings.SESSION_COOKIE_SECURE else name


def seat(request: HttpRequest) -> Seat | None:
    """The place this browser has in a room."""
    key = _key(request, SEAT)
    return seat_of(key) if key else None


def secret(request: HttpRequest) -> str:
    """The key of that place itself, for what nothing else may tie to the place."""
    return _key(request, SEAT)


def helper(request: HttpRequest) -> Helper | None:
    """For whom this browser types along."""
    key = _key(request, HELPER)
    return helper_of(key) if key else None


def ended_helper(request: HttpRequest) -> Helper | None:
    """For whom it did so once: the device may hold words for that dialogue."""
    key = _key(request, HELPER)
    return helper_once_of(key) if key else None


def _key(request: HttpRequest, name: str) -> str:
    try:
        return request.get_signed_cookie(cookie(name), "", salt=name) or ""
    except BadSignature:
        return ""
