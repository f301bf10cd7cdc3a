"""A dialogue sends a signal upwards; what came back stands on the same page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hartlijn.dialogues.actions.signals import send
from hartlijn.dialogues.forms.signal import SignalForm
from hartlijn.dialogues.lead_access import may_send_signal
from hartlijn.dialogues.models import Dialogue
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.people.http import Request
from hartlijn.signalling.actions.answering import look
from hartlijn.signalling.models import Signal
from hartlijn.signalling.naming import named_colleagues


@require_http_methods(["GET", "POST"])
def signal(request: Request, pk: UUID) -> HttpResponse:
    """What was sent, and one more. A text that seems to name somebody is shown once more first."""
    seen = Dialogue.objects.visible_to(request.user).select_related("organisation")
    dialogue = get_object_or_404(seen, pk=pk)
    form = SignalForm(request.POST if request.method == "POST" else None, dialogue=dialogue)
    typed = str(form["text"].value() or "")
    named = named_colleagues(typed, dialogue.organisation) if typed else []
    if form.is_valid() and (not named or "as_it_is" in request.POST):
        said = form.cleaned_data
        try:
            send(dialogue, said["text"], to=form.to, answer_by=said["answer_by"], by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Het signaal is op weg."))
            return redirect("dialogues:signal", dialogue.pk)
    signals = list(Signal.objects.of(dialogue.reference))
    for one in signals:
        if one.answered_on and one.started_by_id == request.user.pk:
            look(one, by=request.user)
    context = {
        "dialogue": dialogue,
        "form": form,
        "typed": typed if form.is_bound else "",
        "may": may_send_signal(request.user, dialogue),
        "signals": signals,
        "named": named,
        "asked_again": form.is_bound and not form.errors,
        "today": civil_day(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "dialogues/signal.html", context, status=status)
