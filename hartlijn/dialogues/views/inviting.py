"""Take part in writing: letters of who leads, and the page behind the link."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.dialogues.actions import inviting
from hartlijn.dialogues.forms.checking import AddressesForm, PerspectiveForm
from hartlijn.dialogues.lead_access import may_invite
from hartlijn.dialogues.models import Dialogue, Invited
from hartlijn.dialogues.views import keys
from hartlijn.dialogues.views.letters import may_post
from hartlijn.lib.verdict import Refused
from hartlijn.people.http import Request


@require_http_methods(["GET", "POST"])
def invite(request: Request, pk: UUID) -> HttpResponse:
    """Who is invited, and more."""
    dialogue = get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
    form = AddressesForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and may_post(request, form):
        sent = inviting.invite(dialogue, form.cleaned_data["addresses"], by=request.user)
        if not _all_known(dialogue, form):
            form.add_error("addresses", _("De mailserver antwoordt niet. Verstuurd: %d.") % sent)
        else:
            messages.success(request, _("Verstuurd: %d.") % sent)
            return redirect("dialogues:invite", dialogue.pk)
    context = {
        "dialogue": dialogue,
        "form": form,
        "may": may_invite(request.user, dialogue),
        "invited": dialogue.invited.order_by("email", "pk"),
    }
    status = 422 if form.is_bound else 200
    return render(request, "dialogues/invite.html", context, status=status)


@require_POST
def take_back(request: Request, pk: UUID) -> HttpResponse:
    """The link works no longer."""
    seen = Invited.objects.visible_to(request.user).select_related("dialogue")
    invited = get_object_or_404(seen, pk=pk)
    inviting.take_back(invited, by=request.user)
    messages.success(request, _("Ingetrokken. Het adres is vergeten."))
    return redirect("dialogues:invite", invited.dialogue_id)


@never_cache
@require_http_methods(["GET", "POST"])
def invited(request: HttpRequest, token: str) -> HttpResponse:
    """Choose from where one looks, and come in. The link opens one place."""
    found = inviting.invited_by(token)
    if found is None or not found.dialogue.is_open:
        return render(request, "dialogues/invited_gone.html", {}, status=404)
    seat = keys.seat(request, found.dialogue_id)
    if inviting.was_used(found):
        if seat is not None:
            answer = redirect("dialogues:room")
            keys.turn_to(request, answer, seat)
            return answer
        return render(request, "dialogues/invited_gone.html", {"used": True}, status=410)
    form = PerspectiveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            key = inviting.come_in(found, form.cleaned_data["perspective"])
        except Refused:  # the second of a double click, or somebody with the same letter
            return render(request, "dialogues/invited_gone.html", {"used": True}, status=410)
        answer = redirect("dialogues:room")
        keys.sit(request, answer, key)
        return answer
    context = {"dialogue": found.dialogue, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "dialogues/invited.html", context, status=status)


def _all_known(dialogue: Dialogue, form: AddressesForm) -> bool:
    """Whether each address is invited by now: then nothing went wrong."""
    asked = {one.lower() for one in form.cleaned_data["addresses"]}
    return asked <= set(dialogue.invited.values_list("email", flat=True))
