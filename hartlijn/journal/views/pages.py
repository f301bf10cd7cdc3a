"""The pages of the journal. The worker fills them; the server never learns with what."""

from typing import Final

from django.http import HttpResponse

from hartlijn.people.http import Request
from hartlijn.ui.middleware import permissions
from hartlijn.vault.sealed_page import sealed, shell

VOICE: Final = ["blob:"]
"""Where an opened voice note is played from: the memory of the browser."""


@sealed(media_src=VOICE)
def write(request: Request) -> HttpResponse:
    """Write, draw or say something. The one page that may ask for the microphone."""
    answer = shell(request, "journal/write.html")
    answer["Permissions-Policy"] = permissions("microphone")
    return answer


@sealed(media_src=VOICE)
def entry(request: Request) -> HttpResponse:
    """Read one thing again; which one stands behind the # and never reaches the server."""
    return shell(request, "journal/entry.html")


@sealed()
def park(request: Request) -> HttpResponse:
    """Put a thought away until there is working time for it."""
    return shell(request, "journal/park.html")


@sealed()
def intentions(request: Request) -> HttpResponse:
    """What I want to do, in own words."""
    return shell(request, "journal/intentions.html")


@sealed()
def back(request: Request) -> HttpResponse:
    """What comes back to me now."""
    return shell(request, "journal/back.html")


@sealed()
def take_along(request: Request) -> HttpResponse:
    """What I take along to supervision, intervision or a talk."""
    return shell(request, "journal/take_along.html")


@sealed()
def look_back(request: Request) -> HttpResponse:
    """Three own entries of a year, side by side."""
    return shell(request, "journal/look_back.html")


@sealed()
def register(request: Request) -> HttpResponse:
    """Reflection with others by year: the beginning of a register file."""
    return shell(request, "journal/register.html")
