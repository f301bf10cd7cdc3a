"""At the desk: beginning a path, changing its dates, ending it.

Days are shown before anything is made, counted in the usual week of the organisation.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hartlijn.lib.verdict import Refused
from hartlijn.paths.actions import beginning, moving
from hartlijn.paths.days.own_days import ordinary
from hartlijn.paths.days.schedule import Anchors, days_of
from hartlijn.paths.definitions import PathTemplate
from hartlijn.paths.forms.beginning import DatesForm, WhoseForm
from hartlijn.paths.models import Side
from hartlijn.paths.views.templates import organisation_of
from hartlijn.paths.words import template_of
from hartlijn.people.http import Request
from hartlijn.people.models import Organisation
from hartlijn.people.unit_tree import label


@dataclass(frozen=True)
class Stretch:
    """A phase with the days of its steps, as they would be."""

    name: str
    steps: list[tuple[str, date | None]]


@require_http_methods(["GET", "POST"])
def begin(request: Request, pk: UUID) -> HttpResponse:
    """Choose for whom and by what; then dates; then look; then begin."""
    organisation = organisation_of(request, pk)
    asked = {"place", "template"} & set(request.GET)
    whose = WhoseForm(request.GET if asked else None, organisation=organisation)
    if not whose.is_valid():
        status = 422 if request.method == "POST" else 200
        context = {"organisation": organisation, "form": whose}
        return render(request, "paths/begin.html", context, status=status)
    place, template = whose.cleaned_data["place"], whose.cleaned_data["template"]
    content = template_of(template.version)
    dates = DatesForm(
        _data(request), content=content, initial=dict.fromkeys(content.anchors[:1], place.starts_on)
    )
    if dates.is_valid() and "sure" in request.POST:
        try:
            beginning.begin(template, place.person, dates.days(), unit=place.unit, by=request.user)
        except Refused as refusal:
            dates.add_error(None, str(refusal))
        else:
            told = _("Het traject van %(name)s is begonnen.") % {"name": place.person.name}
            messages.success(request, told)
            return redirect("paths:organisation", organisation.pk)
    context = {
        "organisation": organisation,
        "name": place.person.name,
        "unit": label(place.unit),
        "title": str(content.title),
    }
    return _dates(request, dates, organisation, context, "paths/begin_dates.html")


@require_http_methods(["GET", "POST"])
def dates(request: Request, pk: UUID) -> HttpResponse:
    """Hang a running side on other dates."""
    side = side_of(request, pk)
    content = template_of(side.version)
    form = DatesForm(_data(request), content=content, initial=side.dates())
    if form.is_valid() and "sure" in request.POST:
        try:
            moving.set_dates(side, form.days(), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De datums zijn aangepast. Open stappen schoven mee."))
            return redirect("paths:organisation", side.organisation_id)
    context = {
        "organisation": side.organisation,
        "side": side,
        "name": side.path.starter.name,
        "title": str(content.title),
    }
    return _dates(request, form, side.organisation, context, "paths/side_dates.html")


@require_http_methods(["GET", "POST"])
def end(request: Request, pk: UUID) -> HttpResponse:
    """End a side; what was done stays."""
    side = side_of(request, pk)
    if request.method == "POST":
        beginning.end(side, by=request.user)
        messages.success(request, _("Afgesloten. Wat gedaan is, staat er nog."))
        return redirect("paths:organisation", side.organisation_id)
    context = {"side": side, "name": side.path.starter.name}
    return render(request, "paths/side_end.html", context)


def _dates(
    request: Request,
    form: DatesForm,
    organisation: Organisation,
    context: dict[str, object],
    page: str,
) -> HttpResponse:
    """Dates to fill in, or the days they come to."""
    more: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        more["stretches"] = looked_at(form.content, form.days(), organisation)
    status = 422 if form.errors else 200
    return render(request, page, context | more, status=status)


def looked_at(content: PathTemplate, anchors: Anchors, organisation: Organisation) -> list[Stretch]:
    """The days the steps would get in the usual week here."""
    days = days_of(content, anchors, ordinary(organisation))
    return [
        Stretch(
            str(phase.name),
            [(str(one.name), days[one.key]) for one in content.steps if one.phase == phase.key],
        )
        for phase in content.phases
    ]


def side_of(request: Request, pk: UUID) -> Side:
    """A running side at the desk one runs."""
    desks = Side.objects.visible_to(request.user).running()
    found: Side = get_object_or_404(
        desks.filter(organisation__in=Organisation.objects.visible_to(request.user)).select_related(
            "organisation", "path__starter", "version"
        ),
        pk=pk,
    )
    return found


def _data(request: Request) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
