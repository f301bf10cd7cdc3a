"""One line for each request: which kind of page, how it ended and how long it took. Never whose."""

import logging
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger("hartlijn.requests")


def request_log(get_response: Next) -> Next:
    """Write the line; an address becomes its route, so no id and no query stands in it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        start = perf_counter()
        response = get_response(request)
        if not request.path.startswith(settings.STATIC_URL):
            match = request.resolver_match
            route = match.view_name if match else "no route"
            took = (perf_counter() - start) * 1000
            # The words alone: a record that holds the request keeps its files open with it.
            logger.info("%d %s %s %.0f ms", response.status_code, request.method, route, took)
        return response

    return middleware
