"""Who sees what of me, and what happened to my data."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hartlijn.consent.models import LogEntry
from hartlijn.consent.register import register
from hartlijn.consent.summary import readable, rows
from hartlijn.people.http import Request

PAGE = 30


@require_safe
def who_sees_what(request: Request) -> HttpResponse:
    """The access register, as sentences about the person who reads it."""
    context = {"rows": rows(register(), request.user), "rules": register().rules}
    return render(request, "consent/who_sees_what.html", context)


@require_safe
def log(request: Request) -> HttpResponse:
    """The own log, newest first."""
    entries = Paginator(LogEntry.objects.visible_to(request.user), PAGE)
    page = entries.get_page(request.GET.get("page"))
    return render(request, "consent/log.html", {"page": page, "lines": readable(page.object_list)})
