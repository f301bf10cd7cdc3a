"""This week on paths: what somebody has to do, by person; never how those people are doing."""

from typing import Final

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.asked import asked_of, monday_of, this_week
from hartlijn.paths.telling.steps import line_of
from hartlijn.people.http import Request

PAGE: Final = 40
DONE: Final = 10


@require_safe
def week(request: Request) -> HttpResponse:
    """Steps that ask my role, until Sunday and from before, by person."""
    whole = ("side__version", "side__organisation", "side__path__starter")
    found = this_week(request.user).select_related(*whole)
    order = ("side__path__starter__name", "side__path__starter", "due_on", "place", "pk")
    page = Paginator(found.order_by(*order), PAGE).get_page(request.GET.get("page"))
    since = monday_of(civil_day())
    done = asked_of(request.user).filter(done_on__gte=since, done_by=request.user)
    context = {
        "page": page,
        "lines": [line_of(step, step.side) for step in page],
        "done": [
            line_of(step, step.side)
            for step in done.select_related(*whole).order_by("-done_on", "pk")[:DONE]
        ],
    }
    return render(request, "paths/week.html", context)
