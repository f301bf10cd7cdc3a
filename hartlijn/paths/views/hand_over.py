"""Hand a path over: each of the three sees what the next will see, before it happens."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.lib.verdict import Refused
from hartlijn.paths import hand_over_access as access
from hartlijn.paths.actions import handing_over as actions
from hartlijn.paths.forms.hand_over import OWN, PickForm, ProposeForm
from hartlijn.paths.models import HandOver, HandOverItem
from hartlijn.paths.models.hand_over import sides_left_by
from hartlijn.paths.taking_along import items_of
from hartlijn.paths.telling.letters import letter
from hartlijn.people.http import Request
from hartlijn.people.models import Person

PAGE = 20


@require_safe
def hand_overs(request: Request) -> HttpResponse:
    """What waits for somebody, and what was handed over."""
    found = HandOver.objects.visible_to(request.user).select_related(
        "path__starter", "side__organisation", "to"
    )
    context = {
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "may_prepare": sides_left_by(request.user).exists(),
    }
    return render(request, "paths/hand_overs.html", context)


@require_safe
def sides(request: Request) -> HttpResponse:
    """For whom one can prepare something, by name."""
    found = sides_left_by(request.user).select_related("path__starter", "organisation")
    found = found.order_by("path__starter__name", "pk")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "paths/hand_over_sides.html", {"page": page})


@require_http_methods(["GET", "POST"])
def prepare(request: Request, pk: UUID) -> HttpResponse:
    """The leaving side chooses what it proposes; it is laid before the starter one page later."""
    sides = sides_left_by(request.user).select_related("path__starter", "organisation", "version")
    side = get_object_or_404(sides, pk=pk)
    waiting = HandOver.objects.leaving(request.user).filter(side=side).open().first()
    if waiting:
        return redirect("paths:hand_over", waiting.pk)
    form = ProposeForm(
        request.POST if request.method == "POST" else None,
        items=items_of(side, request.user),
        name=side.path.starter.name,
    )
    if form.is_valid():
        try:
            hand_over = actions.prepare(side, form.chosen, form.cleaned_data[OWN], by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("paths:hand_over", hand_over.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "side": side}
    return render(request, "paths/hand_over_prepare.html", context, status=status)


@require_safe
def hand_over(request: Request, pk: UUID) -> HttpResponse:
    """How far it is, as one of the three sees it, and what one can do now."""
    found = _found(request, pk)
    viewer = request.user
    context = {
        "hand_over": found,
        "side": found.side,
        "name": found.path.starter.name,
        "may_propose": access.may_propose(viewer, found),
        "may_pick": access.may_pick(viewer, found),
        "may_give": access.may_give(viewer, found),
        "may_accept": access.may_accept(viewer, found),
        "may_stop": access.may_stop(viewer, found),
        **_letters(found, viewer),
    }
    return render(request, "paths/hand_over.html", context)


@require_POST
def propose(request: Request, pk: UUID) -> HttpResponse:
    """Lay it before the starter."""
    found = _found(request, pk)
    actions.propose(found, by=request.user)
    name = found.path.starter.name
    messages.success(request, _("Het ligt nu bij %(name)s.") % {"name": name})
    return redirect("paths:hand_over", pk)


@require_http_methods(["GET", "POST"])
def pick(request: Request, pk: UUID) -> HttpResponse:
    """The starter picks item by item; it is given one page later."""
    own = HandOver.objects.of(request.user).select_related("side__organisation", "path")
    found = get_object_or_404(own, pk=pk)
    if not access.may_pick(request.user, found):
        return redirect("paths:hand_over", pk)
    form = PickForm(request.POST if request.method == "POST" else None, hand_over=found)
    if form.is_valid():
        said = form.cleaned_data
        to = form.receivers[said["to"]]
        actions.pick(found, form.chosen, to=to, added=said["added"], by=request.user)
        return redirect("paths:hand_over", pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "hand_over": found, "side": found.side}
    return render(request, "paths/hand_over_pick.html", context, status=status)


@require_POST
def give(request: Request, pk: UUID) -> HttpResponse:
    """From now on the receiving side reads what was picked."""
    found = _found(request, pk)
    actions.give(found, request.POST.get("reading", ""), by=request.user)
    assert found.to is not None  # noqa: S101 - may_give says there is one
    messages.success(request, _("Je gaf het aan %(name)s.") % {"name": found.to.name})
    return redirect("paths:hand_over", pk)


@require_POST
def accept(request: Request, pk: UUID) -> HttpResponse:
    """It is handed over."""
    found = _found(request, pk)
    actions.accept(found, by=request.user)
    messages.success(request, _("Aangenomen. Dit blijft voor jullie alle drie te lezen."))
    return redirect("paths:hand_over", pk)


@require_POST
def stop(request: Request, pk: UUID) -> HttpResponse:
    """Nothing goes along, and nothing of it is kept."""
    actions.stop(_found(request, pk), by=request.user)
    messages.success(request, _("Gestopt. Er ging niets mee, en er is niets van bewaard."))
    return redirect("paths:hand_overs")


def _found(request: Request, pk: UUID) -> HandOver:
    found: HandOver = get_object_or_404(
        HandOver.objects.visible_to(request.user).select_related(
            "path__starter", "side__organisation", "to", "proposed_by", "accepted_by"
        ),
        pk=pk,
    )
    return found


def _letters(found: HandOver, viewer: Person) -> dict[str, Any]:
    """What the viewer reads, and what the others will read: made from the same rows.

    ``proposed`` is for the starter, ``given`` for the receiving side, ``record`` is what the
    leaving side keeps. Who gave it away never reads what she added for the others.
    """
    is_own = found.path.starter_id == viewer.pk
    receives = HandOver.objects.received_by(viewer).filter(pk=found.pk).exists()
    items = list(HandOverItem.objects.visible_to(viewer).filter(hand_over=found))
    picked = [one for one in items if one.is_picked]
    gives = not is_own and not receives
    gets_choice = is_own or receives or found.accepted_on
    names = _names(found, viewer)
    return {
        "is_own": is_own,
        "receives": receives,
        "gives": gives,
        "proposed": None if receives and not is_own else letter(items),
        "given": letter(picked, found.added) if is_own or receives else None,
        "reading": actions.as_it_reads(found) if is_own else "",
        "record": letter(picked) if gets_choice else None,
        "proposed_by": names.get(found.proposed_by_id, ""),
        "accepted_by": names.get(found.accepted_by_id, ""),
    }


def _names(found: HandOver, viewer: Person) -> dict[UUID | None, str]:
    """The names of who did it, for who knows them; for others the organisation did it."""
    ids = [one for one in (found.proposed_by_id, found.accepted_by_id) if one]
    seen = Person.objects.visible_to(viewer).filter(pk__in=ids)
    return dict(seen.values_list("pk", "name"))
