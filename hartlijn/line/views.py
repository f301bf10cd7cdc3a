"""The own line, and the own data: see what there is, take it along, and leave."""

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.lib.verdict import require
from hartlijn.line.export import as_zip
from hartlijn.line.forms import LeaveForm
from hartlijn.line.limits import take_a_turn
from hartlijn.line.marks import marks_of
from hartlijn.line.parts import PARTS
from hartlijn.people.access import may_erase
from hartlijn.people.actions.erasure import erase
from hartlijn.people.http import Request
from hartlijn.people.middleware import keep_language
from hartlijn.vault.sealed_page import sealed, shell

TOO_MANY = 429
NOT_TAKEN = 422


@sealed()
def line(request: Request) -> HttpResponse:
    """Mijn lijn: everything from the first placement to now. The worker fills it."""
    return shell(request, "line/line.html", marks=marks_of(request.user))


@require_safe
def data(request: Request) -> HttpResponse:
    """What there is about me, and what I can do with it."""
    return render(request, "line/data.html", {"parts": PARTS})


@require_POST
def export(request: Request) -> HttpResponse:
    """Everything about me in one file, made now and kept nowhere.

    Who finds a device open takes nothing along: the password or passkey is asked first.
    """
    require_fresh_sign_in(request)
    if not take_a_turn(request.user):
        context = {"parts": PARTS, "no_turns_left": True}
        return render(request, "line/data.html", context, status=TOO_MANY)
    today = timezone.localdate()
    return HttpResponse(
        as_zip(request.user, on=today),
        content_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="hartlijn-{today:%Y-%m-%d}.zip"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: Request) -> HttpResponse:
    """Say what goes and what stays; then, typed and signed in afresh, delete the account."""
    person = request.user
    verdict = may_erase(person)
    form = LeaveForm(request.POST or None, person=person)
    if request.method == "POST":
        require(verdict)
        if form.is_valid():
            return _erased(request)
    status = NOT_TAKEN if form.is_bound else 200
    context = {"form": form, "verdict": verdict}
    return render(request, "line/leave.html", context, status=status)


def require_fresh_sign_in(request: Request) -> None:
    """Ask for the password or passkey, unless it was just given; comes back here by itself."""
    if not did_recently_reauthenticate(request):
        raise ReauthenticationRequired


def _erased(request: Request) -> HttpResponse:
    require_fresh_sign_in(request)
    language = request.user.language
    erase(request.user)
    logout(request)
    return keep_language(redirect("line:goodbye"), language)


@require_safe
def goodbye(request: HttpRequest) -> HttpResponse:
    """The account is gone."""
    return render(request, "line/goodbye.html")
