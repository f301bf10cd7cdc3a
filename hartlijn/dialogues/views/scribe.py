"""Who types along: what is said aloud and what stands on cards, tagged with two keys."""

from http import HTTPStatus
from typing import Any, Final
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from hartlijn.dialogues.access import may_answer
from hartlijn.dialogues.actions import room as actions
from hartlijn.dialogues.actions.helpers import helper_of
from hartlijn.dialogues.actions.room import Said
from hartlijn.dialogues.forms.room import LONGEST, NoteForm, allowed
from hartlijn.dialogues.models import Contribution, Helper
from hartlijn.dialogues.ringing import ticket_at_the_front
from hartlijn.dialogues.two_keys import ABOUT, KEYS
from hartlijn.dialogues.views import keys
from hartlijn.lib.outbox import received
from hartlijn.lib.verdict import Refused

LATELY: Final = 8


@never_cache
@require_safe
def link(request: HttpRequest, key: str) -> HttpResponse:
    """The link of a helper: the browser keeps its key, and the address no longer shows it."""
    del request
    if helper_of(key) is None:
        return redirect("dialogues:scribe")
    answer = redirect("dialogues:scribe")
    keys.give(answer, keys.HELPER, key)
    return answer


@never_cache
@require_http_methods(["GET", "POST"])
def scribe(request: HttpRequest) -> HttpResponse:
    """One line after the other."""
    helper = keys.helper(request)
    if helper is None:
        return closed(request)
    if request.method != "POST":
        return _page(request, helper, NoteForm(initial=_fresh(request), dialogue=helper.dialogue))
    form = NoteForm(request.POST, dialogue=helper.dialogue)
    if not form.is_valid():
        return _page(request, helper, form, status=422)
    kind, put, perspective = form.cleaned_data["tag"]
    said = form.cleaned_data
    words = Said(
        kind,
        said["text"],
        said["token"],
        put=put,
        may_quote=allowed(said["may_quote"]),
        perspective=perspective,
        source=said["source"],
    )
    try:
        made = actions.note(helper, words)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, helper, form, status=422)
    answer: HttpResponse = redirect("dialogues:scribe")
    answer["Location"] += f"?source={said['source']}&may_quote={said['may_quote']}"
    answer = received(request, answer)
    if answer.status_code != HTTPStatus.NO_CONTENT:
        messages.success(request, _("Bewaard als nummer %s.") % made.number)
    return answer


@never_cache
@require_safe
def lately(request: HttpRequest) -> HttpResponse:
    """What was typed last."""
    helper = keys.helper(request)
    if helper is None:
        return redirect("dialogues:scribe")
    return render(request, "dialogues/scribe_lately.html", _lately(helper))


def closed(request: HttpRequest) -> HttpResponse:
    """The link works no longer. What was typed stays: on this page, and on the device."""
    typed = request.POST.get("text") or request.POST.get("line", "")
    context = {
        "typed": typed[:LONGEST],
        "ended": keys.ended_helper(request),
    }
    status = 410 if request.method == "POST" else 200
    return render(request, "dialogues/scribe_closed.html", context, status=status)


def _fresh(request: HttpRequest) -> dict[str, Any]:
    """An empty form that remembers whether cards or spoken words are typed."""
    source, quote = request.GET.get("source"), request.GET.get("may_quote")
    return {
        "token": uuid4(),
        "source": source if source in {"scribe", "paper"} else Contribution.Source.SCRIBE,
        "may_quote": quote if quote in {"yes", "no"} else "",
    }


def _page(
    request: HttpRequest, helper: Helper, form: NoteForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "findings": form.findings.values(),
        "abouts": [(key, kind.label) for key, kind in ABOUT.items()],
        "whos": [(key, who.label) for key, who in KEYS.items()],
        "ticket": ticket_at_the_front(helper.dialogue, helper),
        **_lately(helper),
    }
    return render(request, "dialogues/scribe.html", context, status=status)


def _lately(helper: Helper) -> dict[str, Any]:
    typed = helper.dialogue.contributions.filter(
        source__in=(Contribution.Source.SCRIBE, Contribution.Source.PAPER)
    )
    return {
        "dialogue": helper.dialogue,
        "may_answer": may_answer(helper.dialogue),
        "lately": typed.select_related("put").order_by("-number")[:LATELY],
    }
