"""Inviting from the desk: one, many, and what became of the letters."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import guests
from hartlijn.people.actions.invitations import Guest
from hartlijn.people.forms.invite import InviteForm
from hartlijn.people.forms.invite_many import GuestListForm
from hartlijn.people.http import Request
from hartlijn.people.mail_server import NO_MAIL_SERVER
from hartlijn.people.models import Invitation, Organisation
from hartlijn.people.views.desk import PAGE, csv_file
from hartlijn.people.views.desk_lines import LetterLine


@require_safe
def letters(request: Request, pk: UUID) -> HttpResponse:
    """The invitations that were not taken yet: waiting, expired, withdrawn."""
    organisation = _desk(request, pk)
    unused = Invitation.objects.filter(organisation=organisation, used_at=None)
    found = unused.select_related("unit__parent").order_by("-expires_at", "pk")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    works = Invitation.objects.usable().filter(pk__in=[letter.pk for letter in page.object_list])
    working = set(works.values_list("pk", flat=True))
    lines = [LetterLine.of(letter, works=letter.pk in working) for letter in page.object_list]
    context = {"organisation": organisation, "page": page, "lines": lines}
    return render(request, "people/desk/letters.html", context)


@require_http_methods(["GET", "POST"])
def invite(request: Request, pk: UUID) -> HttpResponse:
    """Invite one person."""
    organisation = _desk(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = InviteForm(posted, organisation=organisation)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            return _send(request, [form.guest()], organisation)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = 429 if isinstance(refusal, guests.EnoughSent) else 422
    context = {"organisation": organisation, "form": form}
    return render(request, "people/desk/invite.html", context, status=status)


@require_http_methods(["GET", "POST"])
def invite_many(request: Request, pk: UUID) -> HttpResponse:
    """Read a list, show every row with what is wrong, and send all or nothing."""
    organisation = _desk(request, pk)
    is_post = request.method == "POST"
    form = GuestListForm(
        request.POST if is_post else None,
        request.FILES if is_post else None,
        organisation=organisation,
    )
    is_read = form.is_valid()
    status = 422 if is_post and (not is_read or form.has_problems) else 200
    if is_read and "send" in request.POST and (not form.has_problems or form.is_sent_already):
        try:
            return _send(request, form.guests(), organisation)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = 429 if isinstance(refusal, guests.EnoughSent) else 422
    context = {"organisation": organisation, "form": form, "is_read": is_read}
    return render(request, "people/desk/invite_many.html", context, status=status)


@require_safe
def example(request: Request) -> HttpResponse:
    """A list to begin with; the addresses in it reach nobody."""
    del request
    return csv_file(
        _("voorbeeld.csv"),
        [
            ("Anna de Boer", "anna@voorbeeld.example", _("starter"), "", "2026-09-01", ""),
            ("Bas Visser", "bas@voorbeeld.example", _("medewerker"), "", "1-9-2026", "1-3-2027"),
        ],
    )


def _desk(request: Request, pk: UUID) -> Organisation:
    return get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)


def _send(request: Request, found: list[Guest], organisation: Organisation) -> HttpResponse:
    """Send, and say what happened; of a form that was sent twice, the letters went once."""
    try:
        sent = guests.invite_all(found, organisation, by=request.user)
    except NO_MAIL_SERVER:
        text = _(
            "De uitnodigingen staan klaar, maar de mailserver antwoordt niet. Stuur ze hier straks opnieuw."
        )
        messages.error(request, text)
        return redirect("people:desk_letters", organisation.pk)
    said = ngettext(
        "%(number)s uitnodiging is onderweg.", "%(number)s uitnodigingen zijn onderweg.", sent
    ) % {"number": sent}
    messages.success(
        request, said if sent else _("Alles ligt al klaar. Er ging geen tweede brief uit.")
    )
    return redirect("people:desk_letters", organisation.pk)
