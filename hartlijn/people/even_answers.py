"""Answers about an address take equally long, whether or not we know it.

A known address costs other questions to the database, and another letter, than an unknown one.
So an answer for which an address was looked up waits for the next whole second. Signing in
with the right password looks nothing up that is not known, and does not wait.
"""

from collections.abc import Callable
from time import perf_counter, sleep
from typing import Final

from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]

BEAT = 1.0
"""Seconds; longer than the work takes, the letter included."""
ABOUT_AN_ADDRESS: Final = frozenset(
    f"account/email/{letter}"
    for letter in (
        "account_already_exists",
        "email_confirmation",
        "email_confirmation_signup",
        "password_reset_key",
        "unknown_account",
    )
)
"""Letters of which one goes to a known address, and another to an unknown one."""


def wait_for_the_beat(request: HttpRequest) -> None:
    """Note that an address was looked up for this request."""
    request.META["hartlijn.on_the_beat"] = True


def even_answers(get_response: Next) -> Next:
    """Let an answer about an address leave on the beat."""

    def middleware(request: HttpRequest) -> HttpResponse:
        start = perf_counter()
        response = get_response(request)
        if BEAT and request.META.get("hartlijn.on_the_beat"):
            sleep(BEAT - (perf_counter() - start) % BEAT)
        return response

    return middleware
