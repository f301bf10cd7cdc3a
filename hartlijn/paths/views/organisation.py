"""Running paths of an organisation for its desk: that they are there, and what was agreed."""

from typing import Final
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.models import Side, Step
from hartlijn.paths.telling.steps import lines_of, phases_of
from hartlijn.paths.words import titles_of
from hartlijn.people import signals
from hartlijn.people.access import runs_desk
from hartlijn.people.http import Request
from hartlijn.people.models import Organisation, Person

PAGE: Final = 50


@require_safe
def organisations(request: Request) -> HttpResponse:
    """The organisations somebody coordinates; of only one, its paths."""
    own = list(Organisation.objects.visible_to(request.user))
    if len(own) == 1:
        return redirect("paths:organisation", own[0].pk)
    return render(request, "paths/organisations.html", {"organisations": own})


@require_safe
def organisation(request: Request, pk: UUID) -> HttpResponse:
    """Who is on a path now, in which unit and by which template; nothing of how it goes."""
    home = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    running = Side.objects.running().filter(organisation=home)
    whole = running.select_related("path__starter", "unit__parent")
    ordered = whole.order_by("path__starter__name", "pk")
    page = Paginator(ordered, PAGE).get_page(request.GET.get("page"))
    sides = list(page)
    titles = titles_of(side.version_id for side in sides)
    looked(request, home, [side.path.starter for side in sides], "list")
    context = {
        "organisation": home,
        "page": page,
        "rows": [(side, titles[side.version_id]) for side in sides],
    }
    return render(request, "paths/organisation.html", context)


@require_safe
def side(request: Request, pk: UUID) -> HttpResponse:
    """The path of one person as what was agreed: no promises, no ticks, nor what was done."""
    whole = Side.objects.visible_to(request.user).select_related(
        "organisation", "unit", "version", "path__starter"
    )
    found: Side = get_object_or_404(whole, pk=pk)
    steps = Step.objects.filter(side=found).order_by("place", "pk")
    is_desk = runs_desk(request.user, found.organisation)
    if is_desk:
        looked(request, found.organisation, [found.path.starter], "path")
    context = {
        "side": found,
        "phases": phases_of(found, lines_of(steps, {found.pk: found}), civil_day()),
        "runs_desk": is_desk,
    }
    return render(request, "paths/side.html", context)


def looked(request: Request, home: Organisation, abouts: list[Person], what: str) -> None:
    """Each of them finds it in the own log."""
    signals.looked_at.send(Side, abouts=abouts, by=request.user, organisation=home, what=what)
