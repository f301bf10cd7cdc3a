"""Weigh a map in the hall: who leads opens and closes it, each phone answers for itself."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.dialogues.access import may_answer, may_guide, may_open_weighing
from hartlijn.dialogues.actions import weighing as actions
from hartlijn.dialogues.forms.weighing import AskedForm
from hartlijn.dialogues.models import Dialogue, Seat
from hartlijn.dialogues.views import keys
from hartlijn.factors.actions.weighing import ParticipantKey, enough, said_by
from hartlijn.factors.document import Relation
from hartlijn.factors.models import FactorMap, WeighingRound
from hartlijn.factors.weighed import order
from hartlijn.factors.weighed.asking import question
from hartlijn.factors.weighed.telling import lines
from hartlijn.factors.weighing_forms import WeighForm
from hartlijn.lib.outbox import received
from hartlijn.lib.verdict import require
from hartlijn.people.http import Request


@require_http_methods(["GET", "POST"])
def weighing(request: Request, pk: UUID) -> HttpResponse:
    """Choose a map and its relations; close the round; what groups said."""
    dialogue = _dialogue(request, pk)
    may = may_open_weighing(request.user, dialogue)
    if request.method == "POST":
        require(may)
    visible = FactorMap.objects.visible_to(request.user).at_hand()
    seen = visible.filter(organisation=dialogue.organisation)
    maps = list(seen.order_by("title", "pk"))
    wanted = request.POST.get("map") or request.GET.get("map", "")
    chosen = next((one for one in maps if str(one.pk) == wanted), None)
    if chosen is None and len(maps) == 1:
        chosen = maps[0]
    data = request.POST if request.method == "POST" else None
    form = AskedForm(data, version=chosen.newest) if chosen else None
    if chosen and form and form.is_valid():
        actions.open_weighing(dialogue, chosen, form.cleaned_data["asked"], by=request.user)
        messages.success(request, _("De ronde is open. Op elke telefoon staat nu: Weeg mee."))
        return redirect("dialogues:weighing", dialogue.pk)
    rounds = actions.rounds_of(dialogue)
    here = next((one for one in rounds if one.is_open), None)
    context = {
        "dialogue": dialogue,
        "open": here,
        "enough": here is not None and enough(here),
        "closed": [one for one in rounds if one.closed_on],
        "may": may,
        "may_close": may_guide(request.user, dialogue),
        "maps": maps,
        "chosen": chosen,
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "dialogues/weighing.html", context, status=status)


@require_POST
def close(request: Request, pk: UUID) -> HttpResponse:
    """Make the map of the group."""
    dialogue = _dialogue(request, pk)
    closed = actions.close_weighing(dialogue, by=request.user)
    if any(one.is_told for one in closed):
        messages.success(request, _("De ronde is gesloten. De kaart van de groep staat klaar."))
    else:
        messages.success(
            request, _("De ronde is gesloten. Er waren er te weinig om iets te laten zien.")
        )
    return redirect("dialogues:weighing", dialogue.pk)


@never_cache
@require_http_methods(["GET", "POST"])
def room_weigh(request: HttpRequest) -> HttpResponse:
    """One relation on the phone after the other; and what came of it, once it is closed."""
    seat = keys.seat_of_form(request)
    if seat is None:
        return redirect("dialogues:join")
    rounds = actions.rounds_of(seat.dialogue)
    here = rounds[0] if rounds else None
    is_open = here is not None and here.is_open and bool(may_answer(seat.dialogue))
    too_late = request.method == "POST" and not (
        here and is_open and request.POST.get("round") == str(here.pk)
    )
    if here is None or not is_open or too_late:
        context = _told(seat, rounds) | {"too_late": too_late, "is_open": is_open}
        status = 422 if too_late else 200
        return render(request, "dialogues/room_weighed.html", context, status=status)
    if request.method == "POST":
        return _weighed(request, seat, here)
    return _one(request, seat, here, _relation(seat, here, request.GET))


def _weighed(request: HttpRequest, seat: Seat, round_: WeighingRound) -> HttpResponse:
    relation, secret = _relation(seat, round_, request.POST), keys.secret(request, seat)
    if request.POST.get("take_back"):
        actions.weigh(seat, round_, relation.key, None, secret=secret)
        messages.success(request, _("Je antwoord is weg."))
        return received(request, _to(relation.key))
    form = _form(round_, relation, request.POST)
    if not form.is_valid():
        return _one(request, seat, round_, relation, form=form)
    actions.weigh(seat, round_, relation.key, form.answer, secret=secret)
    after = _beside(_order(seat, round_), relation.key)[1]
    if after is None:
        messages.success(
            request, _("Dat was alles. Tot de ronde sluit, kun je nog iets veranderen.")
        )
    return received(request, _to(after or relation.key))


def _one(
    request: HttpRequest,
    seat: Seat,
    round_: WeighingRound,
    relation: Relation,
    *,
    form: WeighForm | None = None,
) -> HttpResponse:
    said = said_by(ParticipantKey(keys.secret(request, seat)), round_).get(relation.key)
    every = _order(seat, round_)
    before, after = _beside(every, relation.key)
    context = {
        "dialogue": seat.dialogue,
        "round": round_,
        "one": question(round_.version.document, relation, said),
        "form": form or _form(round_, relation, None, said),
        "before": before,
        "next": after,
        "place": every.index(relation.key) + 1,
        "many": len(every),
    }
    return render(request, "dialogues/room_weigh.html", context, status=422 if form else 200)


def _told(seat: Seat, rounds: list[WeighingRound]) -> dict[str, Any]:
    """What the room said of each map; for this place as for every other."""
    told = []
    for round_ in rounds:
        if round_.folded:
            found = lines(round_.version.document, round_.folded)
            differ = [one for one in found if one.differ]
            agree = [one for one in found if one.is_told and not one.differ]
            told.append({"map": round_.version.map, "differ": differ, "agree": agree})
    return {"dialogue": seat.dialogue, "rounds": rounds, "told": told}


def _relation(seat: Seat, round_: WeighingRound, said: QueryDict) -> Relation:
    """The one that is asked for; the first of one's own order when none is."""
    key = said.get("relation") or _order(seat, round_)[0]
    found = next((one for one in round_.relations if one.key == key), None)
    if found is None:
        raise Http404
    return found


def _form(round_: WeighingRound, relation: Relation, data: Any, said: Any = None) -> WeighForm:
    asked = question(round_.version.document, relation, said)
    return WeighForm(data, question=asked.sentence, directed=relation.directed, said=said)


def _order(seat: Seat, round_: WeighingRound) -> list[str]:
    return order.order_for(round_.asked, f"{round_.pk} {seat.pk}")


def _beside(every: list[str], key: str) -> tuple[str | None, str | None]:
    """What comes before it and after it."""
    place = every.index(key)
    after = every[place + 1] if place + 1 < len(every) else None
    return every[place - 1] if place else None, after


def _to(relation: str) -> HttpResponse:
    address = redirect("dialogues:room_weigh")
    address["Location"] += f"?relation={relation}"
    return address


def _dialogue(request: Request, pk: UUID) -> Dialogue:
    seen = Dialogue.objects.visible_to(request.user).select_related("organisation")
    found: Dialogue = get_object_or_404(seen, pk=pk)
    return found
