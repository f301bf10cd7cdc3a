"""In a demonstration only requests from this machine are answered."""

from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from typing import Final

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

Next = Callable[[HttpRequest], HttpResponse]
# A proxy on this machine would make everybody look near.
PASSED_ON: Final = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")
SENTENCE: Final = "This is a demonstration. It opens on its own machine only.\n"


def only_here(get_response: Next) -> Next:
    """Refuse whoever comes from elsewhere; outside a demonstration it takes itself away."""
    if not settings.DEMO:
        raise MiddlewareNotUsed

    def middleware(request: HttpRequest) -> HttpResponse:
        if is_from_here(request):
            return get_response(request)
        return HttpResponseForbidden(SENTENCE, content_type="text/plain; charset=utf-8")

    return middleware


def is_from_here(request: HttpRequest) -> bool:
    """Whether a request came from this machine, and not through a proxy."""
    if any(request.META.get(name) for name in PASSED_ON):
        return False
    try:
        sender = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return False
    if isinstance(sender, IPv6Address) and sender.ipv4_mapped:
        return sender.ipv4_mapped.is_loopback
    return sender.is_loopback
