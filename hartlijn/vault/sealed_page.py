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

View = Callable[..., HttpResponse]
Dress = Callable[[View], View]


def sealed(**sources: list[str]) -> Dress:
    """Only look; one Trusted Types policy, the one for the address of the worker.

    ``sources`` are what this page may load beside that, such as ``media_src=["blob:"]``.
    """
    allowed = {name.replace("_", "-"): found for name, found in sources.items()}

    def dressed(view: View) -> View:
        plain: Any = view  # our requests are always by a person
        replaced: Any = csp_replace({"trusted-types": ["hartlijn-worker"], **allowed})(plain)
        return cast("View", require_safe(replaced))

    return dressed


def shell(request: Request, template: str, **also: object) -> HttpResponse:
    """The page as everybody gets it; nothing in it says what there is.

    ``also``: what the server knows of this person anyway, such as where they work.
    """
    return render(request, template, also)
