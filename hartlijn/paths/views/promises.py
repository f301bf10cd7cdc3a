"""Promises one is party to: month by month, with both ticks, and made anew together."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.paths.access import boards, may_answer, may_propose, may_withdraw, speaks_as
from hartlijn.paths.actions import promises as actions
from hartlijn.paths.forms.proposals import ChangeForm
from hartlijn.paths.models import Change, Promise, Side, Term, Tick
from hartlijn.paths.telling.months import holding, months_of, stretches_of
from hartlijn.paths.telling.saying import how_much
from hartlijn.paths.telling.vocabulary import ROLES
from hartlijn.paths.words import promises_of
from hartlijn.people.http import Request

PAGE = 12


@require_safe
def promises(request: Request) -> HttpResponse:
    """What was promised to me, or by who I speak for: by path."""
    seen = Promise.objects.visible_to(request.user)
    sides = Side.objects.filter(pk__in=seen.values("side"))
    sides = sides.select_related("path__starter", "organisation", "version").order_by(
        "path__starter__name", "-begun_on", "pk"
    )
    page = Paginator(sides, PAGE).get_page(request.GET.get("page"))
    changes = Prefetch("changes", queryset=Change.objects.order_by("from_on", "proposed_on", "pk"))
    found: dict[UUID, list[dict[str, object]]] = {}
    for one in seen.filter(side__in=[side.pk for side in page]).prefetch_related(changes):
        found.setdefault(one.side_id, []).append(_in_short(one, list(page)))
    context = {
        "page": page,
        "sides": [(side, found.get(side.pk, [])) for side in page],
        "boards": boards(request.user),
        "is_starter": any(side.path.starter_id == request.user.pk for side in page),
    }
    return render(request, "paths/promises.html", context)


@require_safe
def promise(request: Request, pk: UUID) -> HttpResponse:
    """One promise, month by month."""
    found = _promise(request, pk)
    changes = list(found.changes.select_related("proposed_by", "agreed_by"))
    months = list(months_of(found, [one for one in changes if one.agreed_on], civil_day()))
    waits = next((one for one in changes if one.agreed_on is None), None)
    whose = speaks_as(request.user, found)
    begun = [one for one in reversed(months) if one.may_be_said]
    running = found.side.is_running
    context = {
        "promise": found,
        "words": promises_of(found.side.version).get(found.key),
        "owner": ROLES.get(found.owner, ""),
        "how_much": how_much(found.measure, found.amount),
        "months": [(one, one.of(whose)) for one in begun],
        "coming": stretches_of(one for one in months if not one.may_be_said),
        "whose": whose,
        "is_starter": whose == Tick.Whose.STARTER,
        "running": running,
        "choices": Tick.Word.choices,
        "waits": waits,
        "may_answer": waits and may_answer(request.user, waits),
        "may_withdraw": waits and may_withdraw(request.user, waits),
        "waits_how_much": waits and how_much(found.measure, waits.amount),
        "may_propose": running and not waits and may_propose(request.user, found),
    }
    return render(request, "paths/promise.html", context)


@require_POST
def tick(request: Request, pk: UUID) -> HttpResponse:
    """Say how a month went; of a starter this sends it."""
    months = Term.objects.visible_to(request.user).select_related("promise")
    term = get_object_or_404(months, pk=pk)
    word = request.POST.get("word", "")
    if word not in Tick.Word.values:
        messages.error(request, _("Kies een van de drie: nagekomen, later, of niet."))
        return redirect("paths:promise", term.promise_id)
    return _done(
        request,
        term.promise_id,
        lambda: actions.tick(term, word, by=request.user),
        _("Dat staat er. Je kunt het later nog veranderen."),
    )


@require_http_methods(["GET", "POST"])
def change(request: Request, pk: UUID) -> HttpResponse:
    """Propose to make it anew."""
    found = _promise(request, pk)
    verdict = may_propose(request.user, found)
    form = ChangeForm(request.POST if request.method == "POST" else None, promise=found)
    if verdict and form.is_valid():
        said = form.cleaned_data
        try:
            actions.propose(
                found,
                reason=said["reason"],
                amount=said.get("amount"),
                from_on=said["from_on"],
                by=request.user,
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Je voorstel ligt er. Het geldt zodra de ander ja zegt."))
            return redirect("paths:promise", found.pk)
    context = {
        "promise": found,
        "words": promises_of(found.side.version).get(found.key),
        "how_much": how_much(found.measure, found.amount),
        "form": form,
        "verdict": verdict,
    }
    status = 422 if form.is_bound else 200
    return render(request, "paths/promise_change.html", context, status=status)


@require_POST
def agree(request: Request, pk: UUID) -> HttpResponse:
    """Say yes to what the other side proposed."""
    found = _change(request, pk)
    said = _("Opnieuw afgesproken.")
    return _done(request, found.promise_id, lambda: actions.agree(found, by=request.user), said)


@require_POST
def decline(request: Request, pk: UUID) -> HttpResponse:
    """Say no to it."""
    found = _change(request, pk)
    said = _("De belofte blijft zoals die was.")
    return _done(request, found.promise_id, lambda: actions.decline(found, by=request.user), said)


@require_POST
def withdraw(request: Request, pk: UUID) -> HttpResponse:
    """Take back what one's own side proposed."""
    found = _change(request, pk)
    said = _("Het voorstel is weg.")
    return _done(request, found.promise_id, lambda: actions.withdraw(found, by=request.user), said)


def _in_short(one: Promise, sides: list[Side]) -> dict[str, object]:
    side = next(side for side in sides if side.pk == one.side_id)
    changes = list(one.changes.all())
    now = holding([change for change in changes if change.agreed_on], civil_day())
    return {
        "promise": one,
        "words": promises_of(side.version).get(one.key),
        "how_much": how_much(one.measure, now.amount if now else one.amount),
        "anew": now is not None,
        "waits": any(change.agreed_on is None for change in changes),
    }


def _done(request: Request, promise: UUID, act: Callable[[], None], said: str) -> HttpResponse:
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("paths:promise", promise)


def _promise(request: Request, pk: UUID) -> Promise:
    seen = Promise.objects.visible_to(request.user)
    whole = seen.select_related("side__path__starter", "side__organisation", "side__version")
    return get_object_or_404(whole, pk=pk)


def _change(request: Request, pk: UUID) -> Change:
    return get_object_or_404(Change.objects.visible_to(request.user), pk=pk)
