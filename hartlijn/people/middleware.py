"""Each page in the reader's own language and time zone."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

Next = Callable[[HttpRequest], HttpResponse]
LANGUAGE_COOKIE = settings.LANGUAGE_COOKIE_NAME
KNOWN = dict(settings.LANGUAGES)
A_YEAR = 365 * 24 * 3600


def own_language_and_time(get_response: Next) -> Next:
    """Use the person's own choice; before sign-in the choice made on this device, else Dutch."""

    def middleware(request: HttpRequest) -> HttpResponse:
        person = request.user
        if person.is_authenticated:
            language, zone = person.language, person.time_zone
        else:
            language, zone = request.COOKIES.get(LANGUAGE_COOKIE, ""), settings.TIME_ZONE
        language = language if language in KNOWN else settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = language  # as Django's own does
        with translation.override(language), timezone.override(ZoneInfo(zone)):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def keep_language(response: HttpResponse, language: str) -> HttpResponse:
    """Remember the language on this device, for pages before signing in and after leaving."""
    response.set_cookie(
        LANGUAGE_COOKIE,
        language,
        max_age=A_YEAR,
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
