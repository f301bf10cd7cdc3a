"""For who walks the path: take a newer version or leave it, and let steps follow the own times."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.paths.actions import moving
from hartlijn.paths.days.shifting import shifts
from hartlijn.paths.drafting import comparing
from hartlijn.paths.models import Side
from hartlijn.paths.telling.vocabulary import said
from hartlijn.people.http import Request


@require_safe
def newer(request: Request, pk: UUID) -> HttpResponse:
    """What would change, and two ways."""
    side = _own(request, pk)
    context = {"side": side, "title": said(side.version.body.get("title"))}
    if side.offered is not None:
        before, after = side.version.body, side.offered.body
        context["changes"] = comparing.compare(before, after, languages=False)
        context["shifts"] = shifts(side, side.offered)
    return render(request, "paths/newer.html", context)


@require_POST
def take(request: Request, pk: UUID) -> HttpResponse:
    """Go over to it."""
    side = _own(request, pk)
    if side.offered is None:
        return redirect("paths:newer", side.pk)
    moving.take(side, by=request.user)
    messages.success(
        request, _("Je traject loopt nu met de nieuwe versie. Wat gedaan is, staat er nog.")
    )
    return redirect("paths:newer", side.pk)


@require_POST
def leave(request: Request, pk: UUID) -> HttpResponse:
    """Stay with what one has."""
    side = _own(request, pk)
    if side.offered is not None:
        moving.leave(side, by=request.user)
        messages.success(request, _("Je traject blijft zoals het was."))
    return redirect("paths:newer", side.pk)


@require_http_methods(["GET", "POST"])
def days(request: Request, pk: UUID) -> HttpResponse:
    """Let the open steps move along with the own working times."""
    side = _own(request, pk)
    if request.method == "POST":
        moving.recount(side, by=request.user)
        messages.success(request, _("De open stappen staan weer op dagen dat je werkt."))
        return redirect("paths:side_days", side.pk)
    context = {
        "side": side,
        "title": said(side.version.body.get("title")),
        "shifts": shifts(side, side.version) if side.is_running else [],
    }
    return render(request, "paths/side_days.html", context)


def _own(request: Request, pk: UUID) -> Side:
    seen = Side.objects.visible_to(request.user).filter(path__starter=request.user)
    found: Side = get_object_or_404(
        seen.select_related("version", "offered", "organisation", "path__starter"), pk=pk
    )
    return found
