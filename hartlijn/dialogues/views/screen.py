"""The screen in the hall: one thing at a time, large; revealed with one key."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from hartlijn.dialogues.actions import guiding
from hartlijn.dialogues.former_leads import former_leads
from hartlijn.dialogues.joining import door
from hartlijn.dialogues.models import Dialogue
from hartlijn.dialogues.parts import QUESTIONS, at, parts
from hartlijn.dialogues.ringing import ticket_at_the_front
from hartlijn.dialogues.showing import result
from hartlijn.dialogues.views.pressed import pressed
from hartlijn.people.http import Request

ON_SCREEN: Final = 12
FURTHEST: Final = 1_000


def before_the_hall(
    view: Callable[[Request, Dialogue], HttpResponse],
) -> Callable[[Request, UUID], HttpResponse]:
    """The hall reads it: in the language of the dialogue, not in that of who leads it."""

    @wraps(view)
    def shown(request: Request, pk: UUID) -> HttpResponse:
        found = get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
        with override(found.language):
            answer = view(request, found)
        answer.headers["Content-Language"] = found.language
        return answer

    return shown


@never_cache
@require_safe
@before_the_hall
def screen(request: Request, found: Dialogue) -> HttpResponse:
    """The whole page."""
    context = _context(request, found) | {"ticket": ticket_at_the_front(found, request.user)}
    return render(request, "dialogues/screen.html", context)


@never_cache
@require_safe
@before_the_hall
def now(request: Request, found: Dialogue) -> HttpResponse:
    """What the bell asks for."""
    return render(request, "dialogues/screen_now.html", _context(request, found))


@require_POST
@before_the_hall
def go(request: Request, found: Dialogue) -> HttpResponse:
    """Another part."""
    place = request.POST.get("place", "")
    if not (place.isdecimal() and len(place) <= len(str(FURTHEST))):
        raise Http404
    with pressed(request):
        guiding.go(found, int(place), by=request.user)
    return redirect("dialogues:screen", found.pk)


@require_POST
@before_the_hall
def reveal(request: Request, found: Dialogue) -> HttpResponse:
    """Show what was said of the part that is on the screen."""
    part = at(parts(found, list(found.put.select_related("dialogue"))), found.on_screen)
    with pressed(request):  # said on the screen itself: the hall is looking
        if part.put is not None:
            guiding.reveal_finding(part.put, by=request.user)
        elif part.kind in QUESTIONS:
            guiding.reveal_question(found, part.kind, by=request.user)
    return redirect("dialogues:screen", found.pk)


def _context(request: Request, found: Dialogue) -> dict[str, Any]:
    every = parts(found, list(found.put.all()))
    part = at(every, found.on_screen)
    seats = 0 if found.is_in_writing else found.seats.count()
    answered = silent = 0
    if found.is_in_writing:
        pass  # a number that moves would tell who just came
    elif part.put is not None and not part.is_revealed:
        answered = part.put.marks.count()
        silent = seats - answered
    elif part.kind and not part.is_revealed:
        wrote = found.contributions.filter(kind=part.kind, put=None)
        answered = wrote.count()
    return {
        "dialogue": found,
        "part": part,
        "number": part.place,
        "of": len([one for one in every if one.what == "finding"]),
        "last": every[-1].place,
        "seats": seats,
        "answered": answered,
        "silent": silent,
        "result": result(found, part, most=ON_SCREEN),
        "former": former_leads(found, part),
        **door(request, found),
    }
