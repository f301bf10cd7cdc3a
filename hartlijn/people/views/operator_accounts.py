"""Accounts as the operator sees them: who it is and how they come in, never what is in them."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hartlijn.lib.verdict import Refused
from hartlijn.people import signals
from hartlijn.people.actions import installation
from hartlijn.people.forms.desk_operator import AccountSearch
from hartlijn.people.http import Request
from hartlijn.people.models import Membership, Person
from hartlijn.people.views.desk import PAGE

KINDS = Authenticator.Type


@require_safe
def accounts(request: Request) -> HttpResponse:
    """Look for an account by name or address."""
    form = AccountSearch(request.GET)
    page = Paginator(form.accounts(), PAGE).get_page(request.GET.get("page"))
    _tell(request, list(page.object_list), "list")
    asked = bool(request.GET.get("q") or request.GET.get("closed"))
    context = {"form": form, "page": page, "asked": asked}
    return render(request, "people/operator/accounts.html", context)


@require_safe
def account(request: Request, pk: UUID) -> HttpResponse:
    """One account: where its person has a place, and in how many ways they come in."""
    person = get_object_or_404(Person, pk=pk)
    _tell(request, [person], "account")
    places = Membership.objects.filter(person=person).select_related("organisation")
    context = {
        "account": person,
        "places": places.order_by("starts_on", "pk"),
        "ways": _ways_in(person),
        "is_self": person == request.user,
    }
    return render(request, "people/operator/account.html", context)


def _ways_in(person: Person) -> dict[str, int]:
    """How many of each kind; never a name or a secret."""
    kinds = Authenticator.objects.filter(user=person).values_list("type").annotate(Count("pk"))
    found = dict(kinds)
    return {
        "passwords": int(person.has_usable_password()),
        "passkeys": found.get(KINDS.WEBAUTHN, 0),
        "code_apps": found.get(KINDS.TOTP, 0),
        "connected": SocialAccount.objects.filter(user=person).count(),
    }


@require_http_methods(["GET", "POST"])
def block(request: Request, pk: UUID) -> HttpResponse:
    """Close an account: first what happens, then the button."""
    person = get_object_or_404(Person, pk=pk)
    reason = ""
    if request.method == "POST":
        try:
            installation.block(person, by=request.user)
        except Refused as refusal:
            reason = str(refusal)
        else:
            messages.success(request, _("Het account is afgesloten en overal afgemeld."))
            return redirect("people:operator_account", person.pk)
    return _confirm(request, person, "people/operator/block.html", reason)


@require_http_methods(["GET", "POST"])
def unblock(request: Request, pk: UUID) -> HttpResponse:
    """Open a closed account again."""
    person = get_object_or_404(Person, pk=pk)
    reason = ""
    if request.method == "POST":
        try:
            installation.unblock(person, by=request.user)
        except Refused as refusal:
            reason = str(refusal)
        else:
            messages.success(request, _("Het account staat weer open."))
            return redirect("people:operator_account", person.pk)
    return _confirm(request, person, "people/operator/unblock.html", reason)


def _confirm(request: Request, person: Person, template: str, reason: str) -> HttpResponse:
    _tell(request, [person], "account")
    context = {"account": person, "reason": reason}
    return render(request, template, context, status=422 if reason else 200)


def _tell(request: Request, abouts: list[Person], what: str) -> None:
    signals.looked_at.send(Person, abouts=abouts, by=request.user, organisation=None, what=what)
