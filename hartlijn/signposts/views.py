"""Whom one can turn to, for everybody; and the desk where an organisation fills in its own."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.lib.civil_day import civil_day
from hartlijn.library import shelf
from hartlijn.people.http import Request
from hartlijn.people.models import Organisation
from hartlijn.signposts import actions
from hartlijn.signposts.forms import OwnSignpostForm
from hartlijn.signposts.models import OwnSignpost
from hartlijn.signposts.standing import board_for

Kind = OwnSignpost.Kind
AT_WORK = (Kind.OCCUPATIONAL_PHYSICIAN, Kind.CONFIDENTIAL_ADVISER, Kind.PEER_SUPPORT_TEAM)
AT_SCHOOL = (*AT_WORK, Kind.DEAN, Kind.STUDENT_PSYCHOLOGIST)


@require_safe
def signposts(request: Request) -> HttpResponse:
    """Whom one can turn to."""
    return render(request, "signposts/signposts.html", {"board": board_for(request.user)})


@require_safe
def aftercare(request: Request) -> HttpResponse:
    """What to know after something distressing."""
    leaflet = shelf.get("leaflet", "after-an-event").content
    context = {"leaflet": leaflet, "board": board_for(request.user)}
    return render(request, "signposts/aftercare.html", context)


@require_safe
def desk(request: Request, pk: UUID) -> HttpResponse:
    """What an organisation filled in, and what is still open."""
    organisation = _organisation(request, pk)
    own = {one.kind: one for one in OwnSignpost.objects.filter(organisation=organisation)}
    today = civil_day()
    lines = [
        (kind, own.get(kind), kind in own and own[kind].is_old(today))
        for kind in kinds_of(organisation)
    ]
    context = {"organisation": organisation, "lines": lines}
    return render(request, "signposts/desk.html", context)


@require_http_methods(["GET", "POST"])
def own(request: Request, pk: UUID, kind: str) -> HttpResponse:
    """Fill in one of them."""
    organisation = _organisation(request, pk)
    chosen = _kind(organisation, kind)
    row = OwnSignpost.objects.filter(organisation=organisation, kind=chosen).first()
    form = OwnSignpostForm(request.POST if request.method == "POST" else None, own=row)
    if form.is_valid():
        actions.fill_in(organisation, chosen, by=request.user, **form.cleaned_data)
        messages.success(request, _("Bewaard."))
        return redirect("signposts:desk", organisation.pk)
    context = {"organisation": organisation, "kind": chosen, "form": form, "own": row}
    status = 422 if form.is_bound else 200
    return render(request, "signposts/own.html", context, status=status)


@require_POST
def remove(request: Request, pk: UUID, kind: str) -> HttpResponse:
    """Leave one of them to the general words again."""
    organisation = _organisation(request, pk)
    actions.remove(organisation, _kind(organisation, kind), by=request.user)
    messages.success(request, _("Weggehaald."))
    return redirect("signposts:desk", organisation.pk)


def kinds_of(organisation: Organisation) -> tuple[Kind, ...]:
    """What an organisation can fill in: a school employs people and has students."""
    is_school = organisation.kind == Organisation.Kind.EDUCATION
    return AT_SCHOOL if is_school else AT_WORK


def _organisation(request: Request, pk: UUID) -> Organisation:
    return get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)


def _kind(organisation: Organisation, kind: str) -> Kind:
    for one in kinds_of(organisation):
        if one.value == kind:
            return one
    raise Http404
