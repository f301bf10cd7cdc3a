"""Write a signal, sign one of others, and read what came back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.people.http import Request
from hartlijn.people.models import Person
from hartlijn.signalling import access
from hartlijn.signalling.actions import answering, gathering, sending
from hartlijn.signalling.forms import SignalForm
from hartlijn.signalling.models import Addressee, AnswerNotice, Signal, Signature, starts_in
from hartlijn.signalling.naming import named_colleagues

MOST = 60
"""Of each sort, the latest; nobody sends more."""


@require_safe
def signals(request: Request) -> HttpResponse:
    """What one sent, what asks for signatures, and a way to begin."""
    me, today = request.user, civil_day()
    seen = Signal.objects.visible_to(me)
    waits = AnswerNotice.objects.visible_to(me)
    sent = seen.left().order_by("-left_on", "pk")[:MOST]
    new = set(waits.values_list("signal", flat=True))
    context = {
        "drafts": seen.drafts().order_by("answer_by", "pk")[:MOST],
        "gathering": seen.gathering().order_by("answer_by", "pk")[:MOST],
        "signed": set(Signature.objects.visible_to(me).values_list("signal", flat=True)),
        "sent": [(one, one.is_overdue(today), one.pk in new) for one in sent],
        "starts": starts_in(me).exists(),
        "may_write": Addressee.objects.visible_to(me).exists(),
    }
    return render(request, "signalling/signals.html", context)


@require_safe
def signal(request: Request, pk: UUID) -> HttpResponse:
    """One signal, and what this person can do with it now."""
    found, today = _signal(request, pk), civil_day()
    me = request.user
    if found.answered_on:
        answering.look(found, by=me)
    signed = Signature.objects.visible_to(me).filter(signal=found).exists()
    context = {
        "signal": found,
        "signed": signed,
        "change": access.may_change(me, found),
        "drop": access.may_drop(me, found),
        "sign": access.may_sign(me, found, today),
        "again": access.may_send_again(found, timezone.now()),
        "overdue": found.is_overdue(today),
        "named": [] if found.left_on else named_colleagues(found.text, found.organisation),
        "known": [] if found.left_on else _known(me),
    }
    return render(request, "signalling/signal.html", context)


@require_http_methods(["GET", "POST"])
def write(request: Request) -> HttpResponse:
    """Begin one. Saved, it is a draft that nobody else sees."""
    form = SignalForm(request.POST if request.method == "POST" else None, by=request.user)
    if form.is_valid():
        try:
            made = gathering.write(form.words, token=form.its_token, by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard. Lees het nog eens door voordat je tekent."))
            return redirect("signalling:signal", made.pk)
    return _form(request, form, None)


@require_http_methods(["GET", "POST"])
def change(request: Request, pk: UUID) -> HttpResponse:
    """Write it otherwise, until the first signature."""
    found = _signal(request, pk)
    data = request.POST if request.method == "POST" else None
    form = SignalForm(data, by=request.user, signal=found)
    verdict = access.may_change(request.user, found)
    if not verdict:
        messages.error(request, str(verdict.reason))
        return redirect("signalling:signal", found.pk)
    if form.is_valid():
        try:
            gathering.change(found, form.words, by=request.user)
        except Refused as refusal:  # somebody signed meanwhile: what was typed stays
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("signalling:signal", found.pk)
    return _form(request, form, found)


@require_POST
def drop(request: Request, pk: UUID) -> HttpResponse:
    """Throw away what one wrote, until it leaves."""
    gathering.drop(_signal(request, pk), by=request.user)
    messages.success(request, _("Weggehaald."))
    return redirect("signalling:signals")


@require_POST
def sign(request: Request, pk: UUID) -> HttpResponse:
    """Stand behind it."""
    found = gathering.sign(_signal(request, pk), by=request.user)
    if found.left_on:
        messages.success(request, _("Getekend. Er zijn er nu genoeg: het signaal is op weg."))
    else:
        messages.success(
            request, _("Getekend. Tot het signaal weggaat, kun je je handtekening terugnemen.")
        )
    return redirect("signalling:signal", found.pk)


@require_POST
def take_back(request: Request, pk: UUID) -> HttpResponse:
    """Take the own signature back."""
    found = gathering.take_back(_signal(request, pk), by=request.user)
    messages.success(request, _("Je handtekening is weg. Niemand krijgt daar bericht van."))
    return redirect("signalling:signal", found.pk)


@require_POST
def send_again(request: Request, pk: UUID) -> HttpResponse:
    """Post the letter once more."""
    found = sending.send_again(_signal(request, pk), by=request.user)
    messages.success(request, _("De brief gaat nog eens weg, met een nieuwe link."))
    return redirect("signalling:signal", found.pk)


def _signal(request: Request, pk: UUID) -> Signal:
    seen = Signal.objects.visible_to(request.user).select_related("organisation")
    return get_object_or_404(seen, pk=pk)


def _known(me: Person) -> list[str]:
    """Names this person may read anyway; with them the page warns while one types."""
    return list(Person.objects.visible_to(me).exclude(pk=me.pk).values_list("name", flat=True))


def _form(request: Request, form: SignalForm, found: Signal | None) -> HttpResponse:
    typed = form["text"].value() or ""
    organisations = [found.organisation] if found else list(starts_in(request.user)[:2])
    named = [one for each in organisations for one in named_colleagues(str(typed), each)]
    context = {
        "form": form,
        "signal": found,
        "named": list(dict.fromkeys(named)) if typed else [],
        "known": _known(request.user),
        "addressees": form.fields["to"].queryset.exists(),  # type: ignore[attr-defined]
    }
    status = 422 if form.is_bound else 200
    return render(request, "signalling/write.html", context, status=status)
