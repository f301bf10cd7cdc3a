"""Pages that can hold opened text: one script, no HTMX, and only the policy for the worker.

The server renders a shell that is the same for everybody; the worker fills it.
"""

from collections.abc import Callable
from typing import Any, cast

from csp.decorators import csp_replace
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hartlijn.people.http import Request

View = Callable[[Request], HttpResponse]


def only_the_worker(view: View) -> View:
    """Allow one Trusted Types policy: the one for the address of the worker."""
    plain: Any = view  # our requests are always by a person
    decorated: Any = csp_replace({"trusted-types": ["hartlijn-worker"]})(plain)
    return cast("View", decorated)


def _shell(request: Request, page: str) -> HttpResponse:
    vault = {"person": str(request.user.pk), "name": request.user.name, "page": page}
    return render(request, f"vault/{page}.html", {"vault": vault})


@require_safe
@only_the_worker
def overview(request: Request) -> HttpResponse:
    """What I keep here."""
    return _shell(request, "overview")


@require_safe
@only_the_worker
def write(request: Request) -> HttpResponse:
    """Write something down."""
    return _shell(request, "write")


@require_safe
@only_the_worker
def entry(request: Request) -> HttpResponse:
    """Read one thing again; which one stands behind the # and never reaches the server."""
    return _shell(request, "entry")


@require_safe
@only_the_worker
def keep(request: Request) -> HttpResponse:
    """Six words, so that what I wrote stays."""
    return _shell(request, "keep")


@require_safe
@only_the_worker
def open_(request: Request) -> HttpResponse:
    """Open on this device."""
    return _shell(request, "open")


@require_safe
@only_the_worker
def keys(request: Request) -> HttpResponse:
    """The ways to open, new keys, and starting over."""
    return _shell(request, "keys")


@require_safe
@only_the_worker
def compare(request: Request) -> HttpResponse:
    """Compare words with somebody one meets."""
    return _shell(request, "compare")


@require_safe
@only_the_worker
def received(request: Request) -> HttpResponse:
    """What others gave me."""
    return _shell(request, "received")
