"""The operator's page: is it healthy? Numbers and versions, nothing about people."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from hartlijn.lib.background.health import failures, queue_health
from hartlijn.lib.verdict import Refused
from hartlijn.people.access import may_open_desk
from hartlijn.people.actions import installation
from hartlijn.people.forms.desk_operator import OrganisationForm
from hartlijn.people.forms.invite import CoordinatorForm
from hartlijn.people.http import Request
from hartlijn.people.mail_server import NO_MAIL_SERVER
from hartlijn.people.models import Membership, Organisation, Person, Role
from hartlijn.people.views.desk import PAGE

TWO_HOURS: Final = 120  # minutes
DATABASES: Final = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@require_safe
def operator(request: Request) -> HttpResponse:
    """Version, queue, database, and how many accounts and organisations there are."""
    queue = queue_health()
    context = {
        "version": settings.VERSION,
        "queue": queue,
        "longest": _how_long(queue.oldest),
        "failures": failures(),
        "database": DATABASES.get(connection.vendor, connection.vendor),
        "accounts": Person.objects.aggregate(
            all=Count("pk"), closed=Count("pk", filter=Q(is_active=False))
        ),
        "organisations": Organisation.objects.count(),
    }
    return render(request, "people/operator/operator.html", context)


def _how_long(waits: timedelta) -> str:
    """As precise as somebody needs who wonders whether the worker is alive."""
    minutes = int(waits.total_seconds() // 60)
    if not minutes:
        return _("minder dan een minuut")
    if minutes < TWO_HOURS:
        return ngettext("%(number)s minuut", "%(number)s minuten", minutes) % {"number": minutes}
    hours = minutes // 60
    return ngettext("%(number)s uur", "%(number)s uren", hours) % {"number": hours}


@require_http_methods(["GET", "POST"])
def organisations(request: Request) -> HttpResponse:
    """Every organisation with the number of its coordinators, and a new one."""
    form = OrganisationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        name, kind = form.cleaned_data["name"], form.cleaned_data["kind"]
        try:
            made = installation.create_organisation(name, kind, by=request.user)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            text = _("%(name)s is er. Nodig nu een coördinator uit.") % {"name": made.name}
            messages.success(request, text)
            return redirect("people:operator_invite", made.pk)
    page = Paginator(_with_desks(), PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page}
    status = 422 if form.is_bound else 200
    return render(request, "people/operator/organisations.html", context, status=status)


def _with_desks() -> QuerySet[Organisation]:
    desks = Membership.objects.active().filter(role=Role.COORDINATOR, person__is_active=True)
    running = Count("memberships", filter=Q(memberships__in=desks))
    return Organisation.objects.annotate(coordinators=running).order_by("name")


@require_http_methods(["GET", "POST"])
def invite(request: Request, pk: UUID) -> HttpResponse:
    """Invite somebody to run the desk of an organisation."""
    organisation = get_object_or_404(Organisation, pk=pk)
    form = CoordinatorForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _ask_whom(request, form, organisation)
    email, name = form.cleaned_data["email"], form.cleaned_data["name"]
    try:
        installation.invite_coordinator(email, organisation, by=request.user, name=name)
    except Refused as refusal:
        form.add_error("email", str(refusal))
        return _ask_whom(request, form, organisation)
    except NO_MAIL_SERVER:
        messages.error(request, _("De mailserver antwoordt niet. Nodig straks opnieuw uit."))
    else:
        messages.success(
            request, _("De uitnodiging voor %(email)s is onderweg.") % {"email": email}
        )
    return redirect("people:operator_organisations")


def _ask_whom(request: Request, form: CoordinatorForm, organisation: Organisation) -> HttpResponse:
    may = may_open_desk(request.user, organisation)
    context = {"form": form, "organisation": organisation, "may": may}
    status = 422 if form.is_bound else 200
    return render(request, "people/operator/invite.html", context, status=status)
