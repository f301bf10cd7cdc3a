"""The screen in the hall: one thing at a time, large; revealed with one key."""

from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from hartlijn.dialogues.actions import guiding
from hartlijn.dialogues.former_leads import former_leads
from hartlijn.dialogues.joining import door
from hartlijn.dialogues.models import Dialogue
from hartlijn.dialogues.parts import QUESTIONS, at, parts
from hartlijn.dialogues.ringing import ticket_at_the_front
from hartlijn.dialogues.showing import result
from hartlijn.lib.verdict import Refused
from hartlijn.people.http import Request

ON_SCREEN: Final = 12
FURTHEST: Final = 1_000


@never_cache
@require_safe
def screen(request: Request, pk: UUID) -> HttpResponse:
    """The whole page."""
    found = _dialogue(request, pk)
    context = _context(request, found) | {"ticket": ticket_at_the_front(found, request.user)}
    return render(request, "dialogues/screen.html", context)


@never_cache
@require_safe
def now(request: Request, pk: UUID) -> HttpResponse:
    """What the bell asks for."""
    return render(request, "dialogues/screen_now.html", _context(request, _dialogue(request, pk)))


@require_POST
def go(request: Request, pk: UUID) -> HttpResponse:
    """Another part."""
    found, place = _dialogue(request, pk), request.POST.get("place", "")
    if not (place.isdecimal() and len(place) <= len(str(FURTHEST))):
        raise Http404
    try:
        guiding.go(found, int(place), by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect("dialogues:screen", found.pk)


@require_POST
def reveal(request: Request, pk: UUID) -> HttpResponse:
    """Show what was said of the part that is on the screen."""
    found = _dialogue(request, pk)
    part = at(parts(found, list(found.put.select_related("dialogue"))), found.on_screen)
    try:
        if part.put is not None:
            guiding.reveal_finding(part.put, by=request.user)
        elif part.kind in QUESTIONS:
            guiding.reveal_question(found, part.kind, by=request.user)
    except Refused as refusal:  # said on the screen itself: the hall is looking
        messages.warning(request, str(refusal))
    return redirect("dialogues:screen", found.pk)


def _context(request: Request, found: Dialogue) -> dict[str, Any]:
    every = parts(found, list(found.put.all()))
    part = at(every, found.on_screen)
    answered = 0
    if found.is_in_writing:
        pass  # a number that moves would tell who just came
    elif part.put is not None and not part.is_revealed:
        answered = part.put.marks.count()
    elif part.kind and not part.is_revealed:
        wrote = found.contributions.filter(kind=part.kind, put=None)
        answered = wrote.count()
    return {
        "dialogue": found,
        "part": part,
        "number": part.place,
        "of": len([one for one in every if one.what == "finding"]),
        "last": every[-1].place,
        "seats": 0 if found.is_in_writing else found.seats.count(),
        "answered": answered,
        "result": result(found, part, most=ON_SCREEN),
        "former": former_leads(found, part),
        **door(request, found),
    }


def _dialogue(request: Request, pk: UUID) -> Dialogue:
    return get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
