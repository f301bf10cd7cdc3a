"""The own path: the page of its starter, as a line or a table, and what others see of it."""

from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hartlijn.paths.telling.own_path import own_path, own_sides
from hartlijn.paths.telling.seen_by import onlookers, seen_by
from hartlijn.paths.telling.waiting import waits_on_own_path
from hartlijn.people.http import Request

VIEWS: Final = ("line", "table", "paper")


@require_safe
def path(request: Request) -> HttpResponse:
    """Where am I, what is next, what was promised, and whom can I ask."""
    asked = request.GET.get("view", "")
    context = {
        "path": own_path(request.user),
        "waiting": waits_on_own_path(request.user),
        "view": asked if asked in VIEWS else VIEWS[0],
    }
    return render(request, "paths/path.html", context)


@require_safe
def seen(request: Request) -> HttpResponse:
    """What my organisation sees: one person at a time, asked as that person."""
    sides = [side for side in own_sides(request.user).values() if side.is_running]
    if not sides:
        raise Http404
    others = onlookers(sides)
    asked = request.GET.get("as", "")
    chosen = next((one for one in others if str(one.person.pk) == asked), None)
    context = {
        "onlookers": others,
        "chosen": chosen,
        "seen": seen_by(chosen.person, request.user) if chosen else None,
    }
    return render(request, "paths/path_seen.html", context)
