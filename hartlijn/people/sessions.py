"""How long somebody stays signed in. Why: docs/decisions/0005-sessions.md."""

import time
from collections.abc import Callable
from typing import Any, Final

from allauth.account.signals import user_logged_in as came_in
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]

IDLE: Final = 30 * 60
"""Seconds without a request after which a shared device is signed out."""
A_MINUTE: Final = 60
STARTED: Final = "signed_in_at"
SEEN: Final = "seen_at"


@receiver(user_logged_in)
def begin(request: HttpRequest, **kwargs: Any) -> None:
    """The clock of a session starts at signing in, and nothing sets it back."""
    del kwargs
    request.session[STARTED] = int(time.time())


@receiver(came_in)
def by_school_or_employer(request: HttpRequest, **kwargs: Any) -> None:
    """On a computer that signs in by itself for a school or employer, others sit down too."""
    if kwargs.get("sociallogin"):
        request.session.set_expiry(0)


def sessions_end(get_response: Next) -> Next:
    """Sign out after a working day, and on a shared device after half an hour of nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            if _is_over(request, now):
                logout(request)
            elif _is_shared(request) and now - request.session.get(SEEN, 0) >= A_MINUTE:
                request.session[SEEN] = now
        return get_response(request)

    return middleware


def _is_over(request: HttpRequest, now: int) -> bool:
    started = request.session.get(STARTED, 0)
    if now - started >= settings.SESSION_COOKIE_AGE:
        return True
    return _is_shared(request) and now - request.session.get(SEEN, started) >= IDLE


def _is_shared(request: HttpRequest) -> bool:
    """Whether the person did not call this device their own."""
    return request.session.get_expire_at_browser_close()
