"""The keys a browser keeps: of places in rooms, and of a scribe. Never of a person."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpRequest, HttpResponse

from hartlijn.dialogues.actions.helpers import helper_of, helper_once_of
from hartlijn.dialogues.actions.room import seats_of
from hartlijn.dialogues.models import Helper, Seat
from hartlijn.dialogues.views.typed_ids import id_in

SEAT: Final = "dialogue_seat"
HELPER: Final = "dialogue_helper"
LASTS: Final = timedelta(days=60)
MOST_PLACES: Final = 5
"""A hall and some dialogues in writing beside it. A cookie holds no more than 4 kB."""
APART: Final = "."
"""Stands in no key (``secrets.token_urlsafe``)."""


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


def seats(request: HttpRequest) -> list[Seat]:
    """The places this browser has, of each dialogue one; the one it looks at first."""
    return [seat for seat, _key in _places(request)]


def seat(request: HttpRequest, dialogue: UUID | None = None) -> Seat | None:
    """The place it looks at; or the one it has in that dialogue."""
    found = seats(request)
    if dialogue is not None:
        return next((one for one in found if one.dialogue_id == dialogue), None)
    return found[0] if found else None


def seat_of_form(request: HttpRequest) -> Seat | None:
    """The place a form was filled in from: what waited for one dialogue never lands in another."""
    said = request.POST.get("dialogue")
    return seat(request) if said is None else seat(request, id_in(said))


def secret(request: HttpRequest, place: Seat) -> str:
    """The key of a place itself, for what nothing else may tie to the place."""
    return next((key for seat, key in _places(request) if seat.pk == place.pk), "")


def sit(request: HttpRequest, response: HttpResponse, key: str) -> None:
    """Let the browser keep the key of a place, and look at that one first."""
    others = [one for _seat, one in _places(request) if one != key]
    give(response, SEAT, APART.join([key, *others][:MOST_PLACES]))


def turn_to(request: HttpRequest, response: HttpResponse, place: Seat) -> None:
    """Look at a place it has already."""
    for seat, key in _places(request):
        if seat.pk == place.pk:
            sit(request, response, key)


def stand_up(request: HttpRequest, response: HttpResponse) -> None:
    """Forget the place it looks at; those in other dialogues stay."""
    others = [key for _seat, key in _places(request)[1:]]
    if others:
        give(response, SEAT, APART.join(others))
    else:
        response.delete_cookie(cookie(SEAT), samesite="Lax")


def _places(request: HttpRequest) -> list[tuple[Seat, str]]:
    """Each place with its key. A place that went with its dialogue is not among them."""
    return seats_of(_key(request, SEAT).split(APART)[:MOST_PLACES])


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
