"""Paper mode: cards to print, and a page to type them in afterwards."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.dialogues import ringing
from hartlijn.dialogues.access import may_answer, may_lead
from hartlijn.dialogues.actions import paper
from hartlijn.dialogues.joining import door
from hartlijn.dialogues.models import Dialogue, Helper
from hartlijn.dialogues.paper.form import CardForm
from hartlijn.dialogues.paper.lately import Lately
from hartlijn.dialogues.paper.sheet import sheet
from hartlijn.dialogues.views import keys
from hartlijn.dialogues.views.scribe import closed
from hartlijn.lib import outbox
from hartlijn.lib.verdict import Refused
from hartlijn.people.http import Request
from hartlijn.people.models import Person


@require_safe
def cards(request: Request, pk: UUID) -> HttpResponse:
    """A sheet for each person: tick, write, tear off."""
    dialogue = get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
    context = {"dialogue": dialogue, "sheet": sheet(dialogue), **door(request, dialogue)}
    return render(request, "dialogues/paper/cards.html", context)


def for_who_types(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Somebody whose link was stopped reads so, with what they typed."""

    @wraps(view)
    def page(request: HttpRequest, **where: Any) -> HttpResponse:
        try:
            return view(request, **where)
        except Http404:
            if keys.helper(request) is not None or keys.ended_helper(request) is None:
                raise
            return closed(request)

    return page


@require_safe
@for_who_types
def typing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One line for each card."""
    dialogue = _dialogue(request, pk)
    return _typing(request, dialogue, CardForm(dialogue=dialogue))


@require_safe
def typed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was typed lately, to be fetched anew."""
    context = _lately(request, _dialogue(request, pk))
    return render(request, "dialogues/paper/typed.html", context)


@require_POST
@for_who_types
def type_card(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep one card, and ready for the next."""
    dialogue = _dialogue(request, pk)
    form = CardForm(request.POST, dialogue=dialogue)
    if not form.is_valid():
        return _typing(request, dialogue, form, status=422)
    card, token = form.typed
    try:
        kept = paper.type_in(dialogue, card, token)
    except Refused as refusal:
        form.add_error("line", str(refusal))
        return _typing(request, dialogue, form, status=422)
    Lately(request.session, dialogue).add(token)
    if not kept.word_counts:
        messages.info(
            request, _("Deze bevinding was al onthuld. De tekst telt mee, het kruisje niet meer.")
        )
    return outbox.received(request, redirect("paper:typing", dialogue.pk))


@require_POST
@for_who_types
def take_back(request: HttpRequest, pk: UUID, token: UUID) -> HttpResponse:
    """It was typed wrong."""
    dialogue = _dialogue(request, pk)
    scribe = request.POST.get("from") == "scribe"
    back = redirect("dialogues:scribe") if scribe else redirect("paper:typing", dialogue.pk)
    try:
        paper.take_back(dialogue, token)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return back
    Lately(request.session, dialogue).drop(token)
    messages.success(request, _("Weggehaald. Typ het opnieuw als dat nodig is."))
    return back


def _dialogue(request: HttpRequest, pk: UUID) -> Dialogue:
    """For who leads it, and for who has a link to type along."""
    helper = keys.helper(request)
    if helper is not None and helper.dialogue_id == pk:
        return helper.dialogue
    if not isinstance(request.user, Person):
        raise Http404
    return get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)


def _reader(request: HttpRequest) -> Helper | Person:
    """Whose streams are counted: who has an account, or else the link."""
    if isinstance(request.user, Person):
        return request.user
    helper = keys.helper(request)
    if helper is None:
        raise Http404
    return helper


def _typing(
    request: HttpRequest, dialogue: Dialogue, form: CardForm, *, status: int = 200
) -> HttpResponse:
    context = {
        **_lately(request, dialogue),
        "form": form,
        "sheet": sheet(dialogue),
        "leads": isinstance(request.user, Person) and bool(may_lead(request.user, dialogue)),
        "may_type": may_answer(dialogue),
        "ticket": ringing.ticket_at_the_front(dialogue, _reader(request)),
    }
    return render(request, "dialogues/paper/typing.html", context, status=status)


def _lately(request: HttpRequest, dialogue: Dialogue) -> dict[str, object]:
    return {
        "dialogue": dialogue,
        "lately": Lately(request.session, dialogue).cards(),
        "counts": paper.cards_typed(dialogue),
    }
