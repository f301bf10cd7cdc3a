"""Somebody's place in an organisation: see, change, end."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hartlijn.lib.verdict import Refused
from hartlijn.people import signals
from hartlijn.people.access import runs_desk
from hartlijn.people.actions import memberships
from hartlijn.people.forms.desk_places import PlaceForm
from hartlijn.people.http import Request
from hartlijn.people.models import Membership
from hartlijn.people.views.desk_lines import PlaceLine


@require_http_methods(["GET", "POST"])
def membership(request: Request, pk: UUID) -> HttpResponse:
    """See one place, and give it another unit or period."""
    place = _place(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = PlaceForm(posted, membership=place)
    if form.is_valid():
        try:
            memberships.move(place, form.place(), by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return _back(request, place)
    _tell(request, place)
    context = {"place": place, "line": PlaceLine.of(place), "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "people/desk/membership.html", context, status=status)


@require_http_methods(["GET", "POST"])
def end_membership(request: Request, pk: UUID) -> HttpResponse:
    """First what happens, then the button."""
    place = _place(request, pk)
    reason = ""
    if request.method == "POST":
        try:
            memberships.end(place, by=request.user)
        except Refused as refusal:
            reason = str(refusal)
        else:
            messages.success(
                request, _("De plek is beëindigd. De rechten die erbij hoorden, zijn weg.")
            )
            return _back(request, place)
    _tell(request, place)
    context = {"place": place, "line": PlaceLine.of(place), "reason": reason}
    return render(request, "people/desk/end.html", context, status=422 if reason else 200)


def _place(request: Request, pk: UUID) -> Membership:
    seen = Membership.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("person", "organisation", "unit__parent"), pk=pk)


def _back(request: Request, place: Membership) -> HttpResponse:
    """To the desk, for who still runs it."""
    if runs_desk(request.user, place.organisation):
        return redirect("people:desk", place.organisation_id)
    return redirect("today:today")


def _tell(request: Request, place: Membership) -> None:
    signals.looked_at.send(
        Membership,
        abouts=[place.person] if place.person else [],
        by=request.user,
        organisation=place.organisation,
        what="membership",
    )
