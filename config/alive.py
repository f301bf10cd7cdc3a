"""Answer whoever watches over the installation at any address of this machine.

A monitor asks 127.0.0.1 or the number of a container; the name in ``HARTLIJN_URL``, which every
other page asks for, leads to the proxy.
"""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import resolve

from config import views

Next = Callable[[HttpRequest], HttpResponse]
ADDRESS: Final = "/healthz"


def at_any_address(get_response: Next) -> Next:
    """Answer before anything looks at the name in the address; it says nothing but "ok"."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info != ADDRESS:
            return get_response(request)
        request.resolver_match = resolve(ADDRESS)
        return views.healthz(request)

    return middleware
