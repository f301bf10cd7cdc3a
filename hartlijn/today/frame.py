"""What stands around every page: the wings with the rooms that exist for this person."""

from typing import Any, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject

from hartlijn.today.alarms import Alarm, alarms
from hartlijn.today.me import Me
from hartlijn.today.rooms import WINGS, Room


class RoomLink(NamedTuple):
    """A room as the navigation shows it."""

    name: str | Promise
    url: str
    current: bool


class WingLinks(NamedTuple):
    """A wing with at least one room in it."""

    name: str | Promise
    rooms: list[RoomLink]


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context for the base template; a page that shows no frame asks nothing of the database."""
    return {
        "demo": settings.DEMO,
        "open_sign_up": settings.OPEN_SIGN_UP,
        "wings": SimpleLazyObject(lambda: wings(request)),
        "alarms": SimpleLazyObject(lambda: _alarms(request)),
    }


def _alarms(request: HttpRequest) -> list[Alarm]:
    """Not on the page where it is stopped: that says it already."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return []
    found = alarms(Me.of(request))
    return [alarm for alarm in found if alarm.url != request.path]


def wings(request: HttpRequest) -> list[WingLinks]:
    """The wings and rooms for who is looking; none for somebody who is not signed in."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return []
    me = Me.of(request)
    found = (
        WingLinks(wing.name, [_link(room, request) for room in wing.rooms if room.exists(me)])
        for wing in WINGS
    )
    return [wing for wing in found if wing.rooms]


def _link(room: Room, request: HttpRequest) -> RoomLink:
    url = reverse(room.route)
    is_own = request.path == url if room.alone else request.path.startswith(url)
    is_own = is_own and not request.path.startswith(room.but)
    return RoomLink(room.name, url, is_own or request.path.startswith(room.also))
