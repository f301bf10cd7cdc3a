"""Who walks along with me, with whom I walk along, and asking for it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import companionships, invitations
from hartlijn.people.forms.companions import AskForm, InvitingForm, WelcomeForm
from hartlijn.people.http import Request
from hartlijn.people.limits import ENOUGH_SENT, may_send_a_letter
from hartlijn.people.mail_server import NO_MAIL_SERVER
from hartlijn.people.models import Companionship, Invitation


@require_safe
def companions(request: Request) -> HttpResponse:
    """The ties of this person, each with what can be done about it."""
    person = request.user
    own = Companionship.objects.open().visible_to(person).select_related("starter", "companion")
    ties = list(own.order_by("asked_on", "pk"))
    with_me = [tie for tie in ties if tie.starter == person]
    with_others = [tie for tie in ties if tie.companion == person]
    context = {
        "with_me": [tie for tie in with_me if tie.is_accepted],
        "with_others": [tie for tie in with_others if tie.is_accepted],
        "asked_of_me": [tie for tie in with_others if not tie.is_accepted],
        "asked_by_me": [tie for tie in with_me if not tie.is_accepted],
        "letters": Invitation.objects.personal(person).order_by("-expires_at", "pk"),
    }
    return render(request, "people/companions/companions.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: Request) -> HttpResponse:
    """Ask somebody to walk along with you."""
    form = AskForm(request.POST or None, person=request.user)
    if not form.is_valid():
        return _show(request, "people/companions/ask.html", form)
    kind, companion = form.cleaned_data["kind"], form.cleaned_data["companion"]
    if companion is None:
        return _invite(request, "people/companions/ask.html", form, companion_as=kind)
    companionships.ask(companion, as_=kind, by=request.user)
    told = _("Je vraag ligt klaar voor %(name)s.") % {"name": companion.name}
    messages.success(request, told)
    return redirect("people:companions")


@require_http_methods(["GET", "POST"])
def welcome(request: Request) -> HttpResponse:
    """Invite a starter yourself: an account without an organisation."""
    form = WelcomeForm(request.POST or None, person=request.user)
    if not form.is_valid():
        return _show(request, "people/companions/welcome.html", form)
    return _invite(request, "people/companions/welcome.html", form, companion_as="")


def _show(request: Request, template: str, form: InvitingForm) -> HttpResponse:
    return render(request, template, {"form": form}, status=422 if form.is_bound else 200)


def _invite(
    request: Request, template: str, form: InvitingForm, *, companion_as: str
) -> HttpResponse:
    """Send the letter, unless enough were sent; the page never tells who has an account."""
    if not may_send_a_letter(request):
        form.add_error(None, str(ENOUGH_SENT))
        return render(request, template, {"form": form}, status=429)
    email = form.cleaned_data["email"]
    try:
        invitations.invite_personally(email, by=request.user, companion_as=companion_as)
    except NO_MAIL_SERVER:  # it is kept, with its address, among the invitations on that page
        text = _(
            "De uitnodiging voor %(email)s staat klaar, maar de mailserver antwoordt niet. "
            "Stuur de brief hieronder straks opnieuw."
        )
        messages.error(request, text % {"email": email})
    else:
        text = _("De uitnodiging voor %(email)s is onderweg.")
        messages.success(request, text % {"email": email})
    return redirect("people:companions")


@require_POST
def accept(request: Request, pk: UUID) -> HttpResponse:
    """Say yes to a question."""
    tie = get_object_or_404(Companionship.objects.visible_to(request.user), pk=pk)
    try:
        companionships.accept(tie, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        name = tie.starter.name if tie.starter else ""
        messages.success(request, _("Je loopt nu mee met %(name)s.") % {"name": name})
    return redirect("people:companions")


@require_http_methods(["GET", "POST"])
def end(request: Request, pk: UUID) -> HttpResponse:
    """Stop, say no, or take a question back: first what happens, then the button."""
    ties = Companionship.objects.visible_to(request.user).select_related("starter", "companion")
    tie = get_object_or_404(ties, pk=pk)
    if tie.ended_on is not None:
        messages.info(request, _("Dit is al gestopt. Er hoeft niets meer te gebeuren."))
        return redirect("people:companions")
    if request.method == "POST":
        companionships.end(tie, by=request.user)
        messages.success(request, _("Het is gestopt."))
        return redirect("people:companions")
    return render(request, "people/companions/end.html", _what_happens(tie, request))


def _what_happens(tie: Companionship, request: Request) -> dict[str, Any]:
    return {
        "tie": tie,
        "other": tie.other(request.user),
        "mine": tie.starter == request.user,
    }
