"""Answers about an address take equally long, whether or not we know it.

A known address costs other questions to the database, and another letter, than an unknown one.
So an answer for which an address was looked up waits for the next whole second. Signing in
with the right password looks nothing up that is not known, and does not wait.

It is only marked here: ``config.asgi`` does the waiting and takes the mark off. Waiting in here
would hold one of the few threads, and a few wrong passwords would keep everybody out.
"""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]

BEAT = 1.0
"""Seconds; longer than the work takes, the letter included."""
HEADER: Final = "Hartlijn-On-The-Beat"
"""Marks an answer that has to wait. It never leaves the house."""
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


def until_the_beat(passed: float) -> float:
    """How many seconds an answer still waits, that long after its question came in."""
    return BEAT - passed % BEAT if BEAT else 0.0


def even_answers(get_response: Next) -> Next:
    """Mark an answer about an address, so that it leaves on the beat."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.META.get("hartlijn.on_the_beat"):
            response[HEADER] = "yes"
        return response

    return middleware
