"""Circles: the own ones, who is in one, inviting, saying yes, and leaving."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.lib.verdict import Refused
from hartlijn.people.access import may_invite_to
from hartlijn.people.actions import reaching
from hartlijn.people.forms.reaching import CircleForm, InviteToCircleForm
from hartlijn.people.http import Request
from hartlijn.people.models import Circle, CirclePlace


@require_http_methods(["GET", "POST"])
def circles(request: Request) -> HttpResponse:
    """Those I am in, those that ask me, and beginning one."""
    form = CircleForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        circle = reaching.make_circle(form.cleaned_data["name"], by=request.user)
        return redirect("people:circle", pk=circle.pk)
    own = CirclePlace.objects.filter(person=request.user).heard_by(request.user)
    places = list(own.select_related("circle", "invited_by").order_by("circle__name", "pk"))
    context = {
        "form": form,
        "mine": [place for place in places if place.is_accepted],
        "asked": [place for place in places if not place.is_accepted],
    }
    status = 422 if form.is_bound else 200
    return render(request, "people/circles/circles.html", context, status=status)


@require_http_methods(["GET", "POST"])
def circle(request: Request, pk: UUID) -> HttpResponse:
    """Who is in it and who is invited; whoever is in it invites."""
    found = get_object_or_404(Circle.objects.visible_to(request.user), pk=pk)
    data = request.POST if request.method == "POST" else None
    form = InviteToCircleForm(data, person=request.user, circle=found)
    if form.is_valid():
        return _invite(request, found, form)
    places = found.places.select_related("person", "invited_by").order_by("person__name", "pk")
    everybody = list(places)
    context = {
        "circle": found,
        "form": form,
        "members": [place for place in everybody if place.is_accepted],
        "invited": [place for place in everybody if not place.is_accepted],
        "own": next(place for place in everybody if place.person == request.user),
        "may_invite": may_invite_to(request.user, found),
    }
    status = 422 if form.is_bound else 200
    return render(request, "people/circles/circle.html", context, status=status)


def _invite(request: Request, found: Circle, form: InviteToCircleForm) -> HttpResponse:
    other = form.cleaned_data["person"]
    try:
        reaching.invite_to_circle(found, other, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        text = _("%(name)s is uitgenodigd. Iedereen in de kring ziet dat.")
        messages.success(request, text % {"name": other.name})
    return redirect("people:circle", pk=found.pk)


@require_POST
def join(request: Request, pk: UUID) -> HttpResponse:
    """Say yes."""
    found = get_object_or_404(Circle.objects.visible_to(request.user), pk=pk)
    reaching.join_circle(found, by=request.user)
    return redirect("people:circle", pk=found.pk)


@require_http_methods(["GET", "POST"])
def leave(request: Request, pk: UUID) -> HttpResponse:
    """Leave, or rather not: first what happens, then the button."""
    found = get_object_or_404(Circle.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        reaching.leave_circle(found, by=request.user)
        text = _("Je zit niet meer in %(name)s.")
        messages.success(request, text % {"name": found.name})
        return redirect("people:circles")
    own = found.places.get(person=request.user)
    return render(request, "people/circles/leave.html", {"circle": found, "own": own})
