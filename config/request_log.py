"""One line for each request: which kind of page, how it ended and how long it took. Never whose."""

import logging
from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from config import logs

Next = Callable[[HttpRequest], HttpResponse]
logger = logging.getLogger(logs.REQUESTS)


def request_log(get_response: Next) -> Next:
    """Write the line; an address becomes its route, so no id and no query stands in it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        start = perf_counter()
        response = get_response(request)
        if not request.path.startswith(settings.STATIC_URL):
            took = {"request": request, "status_code": response.status_code}
            logger.info("%.0f ms", (perf_counter() - start) * 1000, extra=took)
        return response

    return middleware
