"""Back to the page a form was sent from."""

from typing import Final

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST: Final = 1000


def way_back(request: HttpRequest, default: str) -> HttpResponseRedirect:
    """To the ``next`` of the form when it is a page of ours, else to the route ``default``."""
    target = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(
        target, {request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(target if ours and len(target) < LONGEST else resolve_url(default))
