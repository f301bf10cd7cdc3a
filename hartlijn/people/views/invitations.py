"""The page behind a link, and taking back or sending again."""

from typing import Any, Final
from uuid import UUID

from allauth.account.utils import complete_signup
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.lib.verdict import Refused
from hartlijn.people.access import may_take, may_take_with
from hartlijn.people.actions import companionships, invitations
from hartlijn.people.forms.invitations import AcceptForm, NewAccountForm
from hartlijn.people.http import Request
from hartlijn.people.limits import (
    ENOUGH_SENT,
    ENOUGH_SENT_AGAIN,
    may_send_a_letter,
    may_send_again_from_desk,
)
from hartlijn.people.mail_server import NO_MAIL_SERVER
from hartlijn.people.models import Invitation, Person
from hartlijn.people.views.way_back import way_back

CAME_IN_BY: Final = "came_in_by"


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Who invites, to what; say yes with a new account, or as yourself."""
    everyone = Invitation.objects.for_token(token).select_related("organisation", "invited_by")
    found = everyone.first()
    if found is None:
        return _gone(request, 404)
    if _came_in_by(request, found):  # the second of a double click: all went well
        return HttpResponseRedirect(_first_page(found))
    if not found.is_usable:
        return _gone(request, 410)
    try:
        return _open(request, found)
    except Refused:  # somebody was faster: look again at what is left
        waits = Invitation.objects.usable().filter(pk=found.pk).exists()
        return _known(request, found) if waits else _gone(request, 410)


def _open(request: HttpRequest, found: Invitation) -> HttpResponse:
    """What the link opens for whoever holds it."""
    if request.user.is_authenticated:
        return _as_yourself(request, found, request.user)
    if invitations.has_account(found.email):
        return _known(request, found)
    return _new_account(request, found)


def _known(request: HttpRequest, found: Invitation) -> HttpResponse:
    """There is an account with this address; whoever cannot take the letter with it is too late."""
    if not invitations.has_account(found.email):
        return _gone(request, 410)
    return _page(request, found, {"known": True})


def _came_in_by(request: HttpRequest, found: Invitation) -> bool:
    """Whether this person took this invitation a moment ago, in this session."""
    return request.user.is_authenticated and request.session.get(CAME_IN_BY) == str(found.pk)


def _gone(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, "people/invitation_gone.html", status=status)


def _page(
    request: HttpRequest, found: Invitation, more: dict[str, Any], status: int = 200
) -> HttpResponse:
    context = {"invitation": found, **more}
    return render(request, "people/invitation.html", context, status=status)


def _as_yourself(request: HttpRequest, found: Invitation, person: Person) -> HttpResponse:
    """Somebody is signed in: as yourself, or sign out first."""
    if found.invited_by == person and not found.organisation:
        status = 409 if request.method == "POST" else 200
        return _page(request, found, {"own": True}, status=status)
    if not (may := may_take(person, found)):
        status = 409 if request.method == "POST" else 200
        by_address = not may_take_with(person, found)
        context = {"refused": may.reason, "by_address": by_address}
        return _page(request, found, context, status=status)
    form = AcceptForm(request.POST if request.method == "POST" else None, invitation=found)
    if not form.is_valid():
        return _page(request, found, {"form": form}, status=422 if form.is_bound else 200)
    with transaction.atomic():
        invitations.accept(found, by=person)
        _ask_back(found, form, person)
    request.session[CAME_IN_BY] = str(found.pk)
    messages.success(request, _("Welkom. Je doet mee."))
    _lead_operator(request, found)
    return HttpResponseRedirect(_first_page(found))


def _new_account(request: HttpRequest, found: Invitation) -> HttpResponse:
    """Nobody is signed in, and nobody has this address: make the account and sign in."""
    form = NewAccountForm(request.POST if request.method == "POST" else None, invitation=found)
    if not form.is_valid():
        return _page(request, found, {"form": form}, status=422 if form.is_bound else 200)
    name, password = form.cleaned_data["name"], form.cleaned_data["password"]
    with transaction.atomic():
        person = invitations.open_account(found, name=name, password=password)
        _ask_back(found, form, person)
    _lead_operator(request, found)
    answer: HttpResponse = complete_signup(request, person, None, _first_page(found))
    request.session[CAME_IN_BY] = str(found.pk)
    return answer


def _ask_back(found: Invitation, form: AcceptForm, person: Person) -> None:
    """A welcomed starter may ask the companion at once; the companion still says yes."""
    kind = form.cleaned_data.get("walk_along")
    if kind and found.invited_by:
        companionships.ask(found.invited_by, as_=kind, by=person)


def _lead_operator(request: HttpRequest, found: Invitation) -> None:
    if found.as_operator:
        text = _("Voeg nu een passkey of een code-app toe. Een beheerder komt alleen zo binnen.")
        messages.warning(request, text)


def _first_page(found: Invitation) -> str:
    if found.as_operator:
        return reverse("mfa_index")
    if found.companion_as or found.is_welcome:
        return reverse("people:companions")
    return reverse("today:today")


@require_POST
def withdraw(request: Request, pk: UUID) -> HttpResponse:
    """Take an invitation back."""
    found = get_object_or_404(Invitation.objects.visible_to(request.user), pk=pk)
    try:
        invitations.withdraw(found, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Ingetrokken. De link werkt niet meer."))
    return way_back(request, "people:companions")


@require_POST
def send_again(request: Request, pk: UUID) -> HttpResponse:
    """Send a fresh letter; the earlier link stops working."""
    found = get_object_or_404(Invitation.objects.visible_to(request.user), pk=pk)
    if reason := _too_many(request, found):
        messages.error(request, reason)
        return way_back(request, "people:companions")
    try:
        invitations.send_again(found, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    except NO_MAIL_SERVER:
        messages.error(request, _("De mailserver antwoordt niet. Stuur de brief straks opnieuw."))
    else:
        messages.success(request, _("Opnieuw verstuurd. De eerdere link werkt niet meer."))
    return way_back(request, "people:companions")


def _too_many(request: Request, found: Invitation) -> str:
    """Why this letter has to wait; empty when it may go."""
    if found.organisation is None:
        return "" if may_send_a_letter(request) else str(ENOUGH_SENT)
    return "" if may_send_again_from_desk(request) else str(ENOUGH_SENT_AGAIN)
