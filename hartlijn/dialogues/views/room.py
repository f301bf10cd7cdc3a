"""The room on a phone: come in with two words, mark, say something. Nobody is asked who they are.

Whoever is signed in takes part in the same way; nothing ties the place to the account.
"""

from contextlib import suppress
from typing import Any, Final
from uuid import uuid4

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.dialogues.access import may_answer
from hartlijn.dialogues.actions import room as actions
from hartlijn.dialogues.actions.room import Said
from hartlijn.dialogues.former_leads import former_leads
from hartlijn.dialogues.forms.room import LONGEST, JoinForm, LateForm, MarkForm, SayForm, allowed
from hartlijn.dialogues.models import Contribution, Dialogue, Mark, PutFinding, Seat
from hartlijn.dialogues.parts import QUESTIONS, Part, at
from hartlijn.dialogues.ringing import ticket
from hartlijn.dialogues.views import keys, shared
from hartlijn.dialogues.views.pressed import pressed
from hartlijn.dialogues.views.typed_ids import id_in
from hartlijn.lib.outbox import received
from hartlijn.lib.verdict import Refused

WRONG: Final = "dialogue_code"
AnswerForm = MarkForm | LateForm | SayForm


@never_cache
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Two words open the room."""
    if request.method != "POST":
        form = JoinForm(initial={"code": request.GET.get("code", "")[:60]})
        return render(request, "dialogues/join.html", {"form": form, "seat": keys.seat(request)})
    form = JoinForm(request.POST)
    if form.is_valid() and _may_try(request, form):
        found = Dialogue.objects.open().filter(code=form.cleaned_data["code"]).exclude(code="")
        dialogue = found.first()
        if dialogue is not None:
            try:
                return _come_in(request, dialogue, form.cleaned_data["perspective"])
            except Refused as refusal:  # the hall is full, or was gathered at this moment
                form.add_error(None, str(refusal))
        else:
            ratelimit.consume(request, action=WRONG)
            form.add_error(
                "code",
                _("Met deze woorden is er nu geen dialoog open. Kijk nog eens op het scherm."),
            )
    return render(request, "dialogues/join.html", {"form": form}, status=422)


def _come_in(request: HttpRequest, dialogue: Dialogue, perspective: str) -> HttpResponse:
    """To the place this device has already, or to a new one."""
    own, answer = keys.seat(request, dialogue.pk), redirect("dialogues:room")
    if own is None:
        keys.sit(request, answer, actions.join(dialogue, perspective))
    else:
        with suppress(Refused):  # something is revealed: one stays who one was
            actions.look_from(own, perspective)
        keys.turn_to(request, answer, own)
    return answer


def _may_try(request: HttpRequest, form: JoinForm) -> bool:
    """Not after many wrong words from one place: then the right ones are not looked at either."""
    if ratelimit.consume(request, action=WRONG, dry_run=True):
        return True
    form.add_error("code", _("Er zijn hier veel verkeerde woorden ingevuld. Wacht tien minuten."))
    return False


@never_cache
@require_safe
def room(request: HttpRequest) -> HttpResponse:
    """The page on the phone; its middle follows the screen in the hall."""
    seat = keys.seat(request)
    if seat is None:
        return redirect("dialogues:join")
    context = _context(request, seat) | {"ticket": ticket(seat), "others": keys.seats(request)[1:]}
    return render(request, "dialogues/room.html", context)


@never_cache
@require_safe
def now(request: HttpRequest) -> HttpResponse:
    """The middle of that page alone."""
    seat = keys.seat(request)
    if seat is None:
        return redirect("dialogues:join")
    return render(request, "dialogues/room_now.html", _context(request, seat))


@never_cache
@require_POST
def mark(request: HttpRequest) -> HttpResponse:
    """A word for a finding, and why; once it is revealed only words."""
    seat = keys.seat_of_form(request)
    if seat is None:
        return _no_place(request)
    put = get_object_or_404(
        seat.dialogue.put.select_related("dialogue"), pk=id_in(request.POST.get("put"))
    )
    form: AnswerForm = LateForm(request.POST) if put.revealed_at else MarkForm(request.POST)
    if not form.is_valid():
        return _again(request, seat, form)
    said = form.cleaned_data
    try:
        word = said.get("word", "")
        actions.answer(seat, put, word, _said(seat, form, Contribution.Kind.FINDING, put))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _again(request, seat, form)
    return _done(request)


@never_cache
@require_POST
def say(request: HttpRequest) -> HttpResponse:
    """Something that is missing, or that can be done."""
    seat, form = keys.seat_of_form(request), SayForm(request.POST)
    if seat is None:
        return _no_place(request)
    kind = request.POST.get("kind", "")
    if kind not in QUESTIONS:
        raise Http404
    if not form.is_valid():
        return _again(request, seat, form)
    try:
        actions.say(seat, _said(seat, form, kind))
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _again(request, seat, form)
    return _done(request)


@never_cache
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Take back what one wrote oneself."""
    seat = keys.seat_of_form(request)
    if seat is None:
        return _no_place(request)
    own = get_object_or_404(seat.contributions, pk=id_in(request.POST.get("contribution")))
    with pressed(request, _("Weg. Niemand leest het meer.")):
        actions.take_back(own, seat)
    return _done(request)


@never_cache
@require_POST
def other(request: HttpRequest) -> HttpResponse:
    """Look at another dialogue in which this device has a place."""
    own, answer = keys.seat_of_form(request), redirect("dialogues:room")
    if own is not None:
        keys.turn_to(request, answer, own)
    return answer


@never_cache
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Let this browser forget the room; what was said stays."""
    own, answer = keys.seat(request), redirect("dialogues:join")
    keys.stand_up(request, answer)
    if own is not None:
        actions.leave(own)
    return answer


def _context(request: HttpRequest, seat: Seat) -> dict[str, Any]:
    """What somebody at this place may see."""
    dialogue = seat.dialogue
    found = shared.parts_of(dialogue)
    asked = request.POST.get("part") or request.GET.get("part", "")
    chosen = asked.isdecimal() and len(asked) <= 3  # noqa: PLR2004 - no place is so far
    if chosen:
        place = int(asked)
    else:
        place = max(dialogue.on_screen, 1) if dialogue.open_until else dialogue.on_screen
    part = at(found, place)
    given = _given(seat, part)
    return {
        "seat": seat,
        "dialogue": dialogue,
        "parts": found,
        "part": part,
        "chosen": chosen,
        "elsewhere": chosen and _goes_along(dialogue) and part.place != dialogue.on_screen,
        "may_answer": may_answer(dialogue),
        "weighs": shared.weighs(dialogue),
        "shown": shared.shown(dialogue, part),
        "former": former_leads(dialogue, part),
        "form": _form(part, given),
        "own": _own(seat, part),
        "who_reads": shared.who_reads(dialogue, part),
        "given": given,
        "next": at(found, part.place + 1) if part.what != "end" else None,
        "before": at(found, part.place - 1) if part.place else None,
    }


def _goes_along(dialogue: Dialogue) -> bool:
    """Whether a screen in a hall leads; in writing everybody has their own pace."""
    return dialogue.is_open and not dialogue.open_until


def _given(seat: Seat, part: Part) -> Mark | None:
    """The word this place gave for the finding."""
    return None if part.put is None else seat.marks.filter(put=part.put).first()


def _form(part: Part, given: Mark | None) -> AnswerForm | None:
    initial: dict[str, Any] = {"token": uuid4(), "may_quote": "no"}
    named = f"on-{part.put.pk if part.put else part.kind}-%s"
    if part.put is not None and part.is_revealed:
        return LateForm(initial=initial, auto_id=named)
    if part.put is not None:
        if given is not None:
            initial |= {"word": given.word, "show": given.show_perspective}
        return MarkForm(initial=initial, auto_id=named)
    return SayForm(initial=initial, auto_id=named) if part.what == "question" else None


def _own(seat: Seat, part: Part) -> list[Contribution]:
    found = seat.contributions.counting().order_by("number")
    if part.put is not None:
        return list(found.filter(put=part.put))
    return list(found.filter(put=None, kind=part.kind)) if part.kind else []


def _again(request: HttpRequest, seat: Seat, form: AnswerForm) -> HttpResponse:
    context = _context(request, seat) | {"form": form, "ticket": ticket(seat)}
    context |= {"refused": form.non_field_errors(), "typed": request.POST.get("text", "")[:LONGEST]}
    return render(request, "dialogues/room.html", context, status=422)


def _said(seat: Seat, form: AnswerForm, kind: str, put: PutFinding | None = None) -> Said:
    """The words of a form."""
    said = form.cleaned_data
    writing = Contribution.Source.WRITING if seat.dialogue.open_until else Contribution.Source.PHONE
    return Said(
        kind,
        said["text"],
        said["token"],
        put=put,
        may_quote=bool(allowed(said["may_quote"])),
        show_perspective=said.get("show", False),
        source=writing,
    )


def _done(request: HttpRequest) -> HttpResponse:
    """Back to the same part; a phone that kept the form hears that it may let go."""
    part = request.POST.get("part", "")
    address = redirect("dialogues:room")
    if request.POST.get("chosen") and part.isdecimal() and len(part) <= 3:  # noqa: PLR2004 - no place is so far
        address["Location"] += f"?part={part}"
    return received(request, address)


def _no_place(request: HttpRequest) -> HttpResponse:
    """Say so, with what was typed. A page that keeps it sends it again after coming in."""
    typed = request.POST.get("text", "")[:LONGEST]
    return render(request, "dialogues/no_place.html", {"typed": typed}, status=403)
