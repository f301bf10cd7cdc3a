"""One step: what it is, who has a part in it, and whether it was done."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.library import shelf
from hartlijn.paths.access import may_mark
from hartlijn.paths.actions import steps
from hartlijn.paths.definitions import Preparation
from hartlijn.paths.models import Step
from hartlijn.paths.telling.steps import StepLine, line_of
from hartlijn.people.http import Request

BACK: Final = {"path": "paths:path", "week": "paths:week"}
"""Where somebody may have come from."""


@require_safe
def step(request: Request, pk: UUID) -> HttpResponse:
    """To who has no part in it, the agreement alone: not whether it happened."""
    one = _visible(request, pk)
    line = line_of(one, one.side)
    is_own = one.side.path.starter_id == request.user.pk
    context = {
        "line": line,
        "may_mark": may_mark(request.user, one),
        "is_own": is_own,
        "card": _card(line),
    }
    return render(request, "paths/step.html", context)


@require_POST
def done(request: Request, pk: UUID) -> HttpResponse:
    """It happened."""
    return _marked(request, pk, steps.mark_done, _("Fijn. De stap staat op gedaan."))


@require_POST
def reopen(request: Request, pk: UUID) -> HttpResponse:
    """It did not happen after all."""
    return _marked(request, pk, steps.reopen, _("De stap staat weer open."))


def _marked(request: Request, pk: UUID, act: Callable[..., None], sentence: str) -> HttpResponse:
    one = _visible(request, pk)
    act(one, by=request.user)
    messages.success(request, sentence)
    if (back := request.POST.get("back", "")) in BACK:
        return redirect(BACK[back])
    return redirect("paths:step", one.pk)


def _visible(request: Request, pk: UUID) -> Step:
    whole = Step.objects.visible_to(request.user).select_related(
        "side__version", "side__organisation", "side__path__starter"
    )
    found: Step = get_object_or_404(whole, pk=pk)
    return found


def _card(line: StepLine) -> Preparation | None:
    """The questions to think about beforehand."""
    if line.words is None or line.words.card is None:
        return None
    try:
        found = shelf.get("preparation", line.words.card).content
    except shelf.UnknownError:
        return None
    return found if isinstance(found, Preparation) else None
