"""Vandaag: what is there for me now; and the own calendar, by its secret address."""

from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from hartlijn.delivery.actions.ways import calendar_of
from hartlijn.delivery.calendar_feed import feed
from hartlijn.people.http import Request
from hartlijn.today.calendar import coming_back, protected
from hartlijn.today.me import Me
from hartlijn.today.page import vandaag


@require_safe
def today(request: Request) -> HttpResponse:
    """The own page of the day."""
    return render(request, "today/today.html", vandaag(Me.of(request), timezone.now()))


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of whoever has this address; to a calendar program that asks without signing in."""
    person = calendar_of(token)
    if person is None:
        raise Http404
    now = timezone.now()
    content = feed(person, coming_back(person, now), protected(person, now))
    etag = quote_etag(sha256(content).hexdigest())
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="hartlijn.ics"'
    answer["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=answer) or answer
