"""Answers about an address take equally long, whether or not we know it.

A known address costs other questions to the database, and another letter, than an unknown one.
So such an answer waits for the next whole second.
"""

from collections.abc import Callable
from http import HTTPStatus
from time import perf_counter, sleep
from typing import Final

from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]

BEAT = 1.0
"""Seconds; longer than the work takes, the letter included."""
ABOUT_ADDRESSES: Final = {"account_reset_password", "account_signup", "account_email"}


def even_answers(get_response: Next) -> Next:
    """Let the answer to a form with an address leave on the beat."""

    def middleware(request: HttpRequest) -> HttpResponse:
        start = perf_counter()
        response = get_response(request)
        if _tells_about_an_address(request, response):
            sleep(_until_the_beat(perf_counter() - start))
        return response

    return middleware


def _tells_about_an_address(request: HttpRequest, response: HttpResponse) -> bool:
    """A form that was refused for how it was filled in, was not looked up."""
    taken = request.method == "POST" and response.status_code == HTTPStatus.FOUND
    match = request.resolver_match
    return taken and match is not None and match.view_name in ABOUT_ADDRESSES


def _until_the_beat(elapsed: float) -> float:
    return BEAT - elapsed % BEAT if BEAT else 0.0
