"""Weigh relations, each for themselves; open and close rounds; the map of the group."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.factors.access import may_change
from hartlijn.factors.actions import weighing
from hartlijn.factors.document import MapDocument, Relation
from hartlijn.factors.models import FactorMap, WeighingRound
from hartlijn.factors.models.weighing import two_weeks_from_now
from hartlijn.factors.weighed import order
from hartlijn.factors.weighed.asking import Question, question
from hartlijn.factors.weighed.telling import lines
from hartlijn.factors.weighing_access import is_member, may_close, may_open_round, may_weigh
from hartlijn.factors.weighing_forms import RoundForm, WeighForm
from hartlijn.lib.verdict import require
from hartlijn.people.http import Request


@require_safe
def rounds(request: Request, pk: UUID) -> HttpResponse:
    """The rounds of a map: what is open, and what groups said."""
    return _rounds(request, _map(request, pk))


@require_POST
def open_round(request: Request, pk: UUID) -> HttpResponse:
    """Ask the group."""
    map_ = _map(request, pk)
    require(may_open_round(request.user, map_))
    form = RoundForm(request.POST)
    if not form.is_valid():
        return _rounds(request, map_, form=form, status=422)
    version = map_.newest
    every = [one.key for one in version.document.relations]
    asked = every if form.cleaned_data["which"] == "all" else ()
    round_ = weighing.open_round(
        version, by=request.user, asked=asked, until=form.cleaned_data["until"]
    )
    messages.success(request, _("De ronde is open. Wie bij de organisatie hoort, kan wegen."))
    return redirect("factors:weigh", round_.pk)


@require_safe
def weigh(request: Request, pk: UUID) -> HttpResponse:
    """What is asked, and what somebody answered herself."""
    round_ = _round(request, pk)
    document, said = round_.version.document, weighing.said_by(request.user, round_)
    own_order = _order(request, round_)
    close = may_close(request.user, round_)
    weighs = may_weigh(request.user, round_)
    context = {
        "round": round_,
        "map": round_.version.map,
        "relations": [question(document, one, said.get(one.key)) for one in round_.relations],
        "answered": bool(said),
        "next": order.next_after(own_order, None, said) if weighs else None,
        "may_weigh": weighs,
        "may_close": close,
        "enough": bool(close) and weighing.enough(round_),
    }
    return render(request, "factors/weigh.html", context)


def weigh_one(request: Request, pk: UUID, relation: str) -> HttpResponse:
    """One relation on a screen: say how strong it is, change it, take it back, or go on."""
    round_ = _round(request, pk)
    found = next((one for one in round_.relations if one.key == relation), None)
    if found is None:
        raise Http404
    if request.method == "POST":
        return _weighed(request, round_, found)
    return _one(request, round_, found)


@require_POST
def close_round(request: Request, pk: UUID) -> HttpResponse:
    """Make the map of the group."""
    round_ = weighing.close_round(_round(request, pk), by=request.user)
    if round_.is_told:
        messages.success(request, _("De ronde is gesloten. Dit is de kaart van de groep."))
        return redirect("factors:round_group", round_.pk)
    messages.success(
        request, _("De ronde is gesloten. Er waren er te weinig om iets te laten zien.")
    )
    return redirect("factors:weighing", round_.version.map_id)


@require_POST
def adopt(request: Request, pk: UUID) -> HttpResponse:
    """Take over what the group agrees on, as a next version of the map."""
    version = weighing.adopt(_round(request, pk), by=request.user)
    said = _("Versie %(number)s van de kaart heeft nu de sterktes van de groep.")
    messages.success(request, said % {"number": version.number})
    return redirect("factors:round_group", pk)


@require_safe
def group(request: Request, pk: UUID) -> HttpResponse:
    """What the group said, and where they differ."""
    round_ = _round(request, pk)
    if round_.folded is None:
        raise Http404
    found = lines(round_.version.document, round_.folded)
    context = {
        "round": round_,
        "map": round_.version.map,
        "people": round_.folded.people,
        "may_adopt": may_change(request.user, round_.version.map),
        "differ": [one for one in found if one.differ],
        "agree": [one for one in found if one.is_told and not one.differ],
        "untold": [one for one in found if not one.is_told],
    }
    return render(request, "factors/group.html", context)


def _weighed(request: Request, round_: WeighingRound, relation: Relation) -> HttpResponse:
    if request.POST.get("take_back"):
        weighing.weigh(round_, relation.key, None, weigher=request.user)
        messages.success(request, _("Je antwoord is weg."))
        return redirect("factors:weigh_one", round_.pk, relation.key)
    form = _form(round_.version.document, relation, request.POST)
    if not form.is_valid():
        return _one(request, round_, relation, form=form, status=422)
    weighing.weigh(round_, relation.key, form.answer, weigher=request.user)
    said = weighing.said_by(request.user, round_)
    after = order.next_after(_order(request, round_), relation.key, said)
    return (
        redirect("factors:weigh_one", round_.pk, after)
        if after
        else redirect("factors:weigh", round_.pk)
    )


def _one(
    request: Request,
    round_: WeighingRound,
    relation: Relation,
    *,
    form: WeighForm | None = None,
    status: int = 200,
) -> HttpResponse:
    document, said = round_.version.document, weighing.said_by(request.user, round_)
    context = {
        "round": round_,
        "one": question(document, relation, said.get(relation.key)),
        "form": form or _form(document, relation, None, said.get(relation.key)),
        "may_weigh": may_weigh(request.user, round_),
        "next": order.next_after(_order(request, round_), relation.key, said),
    }
    return render(request, "factors/weigh_one.html", context, status=status)


def _form(document: MapDocument, relation: Relation, data: Any, said: Any = None) -> WeighForm:
    asked: Question = question(document, relation, said)
    return WeighForm(data, question=asked.sentence, directed=relation.directed, said=said)


def _rounds(
    request: Request, map_: FactorMap, *, form: RoundForm | None = None, status: int = 200
) -> HttpResponse:
    every = WeighingRound.objects.visible_to(request.user).filter(version__map=map_)
    found = list(
        every.select_related("version").defer("version__body").order_by("-opened_on", "pk")
    )
    may_open = may_open_round(request.user, map_)
    context = {
        "map": map_,
        "open": [one for one in found if one.is_open and not one.reference],
        "closed": [one for one in found if one.closed_on],
        "may_open": may_open,
        "form": form or RoundForm(initial={"which": "unknown", "until": two_weeks_from_now()}),
    }
    return render(request, "factors/weighing.html", context, status=status)


def _order(request: Request, round_: WeighingRound) -> list[str]:
    return order.order_for(round_.asked, f"{round_.pk} {request.user.pk}")


def _map(request: Request, pk: UUID) -> FactorMap:
    map_: FactorMap = get_object_or_404(
        FactorMap.objects.visible_to(request.user).select_related("organisation"), pk=pk
    )
    if not is_member(request.user, map_):
        raise Http404
    return map_


def _round(request: Request, pk: UUID) -> WeighingRound:
    visible = WeighingRound.objects.visible_to(request.user)
    found: WeighingRound = get_object_or_404(
        visible.select_related("version__map__organisation"), pk=pk
    )
    return found
