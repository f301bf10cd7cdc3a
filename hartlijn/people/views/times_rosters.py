"""Rosters: read a file, replace it by a newer one, remove it."""

from datetime import date
from itertools import groupby
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Max, Min, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.people import roster as files
from hartlijn.people.actions import working_times as actions
from hartlijn.people.forms.times_rosters import FollowForm, RosterFileForm, RosterForm
from hartlijn.people.http import Request
from hartlijn.people.models import Roster, RosterShift
from hartlijn.people.tasks import read_roster
from hartlijn.people.times_in_words import full_day, period

DAYS_NAMED = 5


@require_http_methods(["GET", "POST"])
def rosters(request: Request) -> HttpResponse:
    """Read a roster file, and see the rosters that are there."""
    lines = _own(request)
    is_post = request.method == "POST"
    form = RosterForm(
        request.POST if is_post else None,
        request.FILES if is_post else None,
        zone=request.user.time_zone,
        today=timezone.localdate(),
        names=[roster.name for roster, *_rest in lines],
    )
    if form.is_valid():
        found: files.Roster = form.cleaned_data["file"]
        actions.keep_roster(form.cleaned_data["name"], found, by=request.user)
        tell_what_was_read(request, found)
        return redirect("people:times_rosters")
    context = {"form": form, "lines": lines}
    status = 422 if form.is_bound else 200
    return render(request, "people/times_rosters.html", context, status=status)


@require_http_methods(["GET", "POST"])
def follow_roster(request: Request) -> HttpResponse:
    """Give the address of a calendar, from which the times come by themselves."""
    names = [roster.name for roster in Roster.objects.visible_to(request.user)]
    form = FollowForm(request.POST if request.method == "POST" else None, names=names)
    if form.is_valid():
        roster = actions.follow_roster(
            form.cleaned_data["name"], form.cleaned_data["address"], by=request.user
        )
        read_roster.enqueue(str(roster.pk))
        messages.success(request, _("Je rooster wordt opgehaald. Kijk zo nog eens."))
        return redirect("people:times_rosters")
    status = 422 if form.is_bound else 200
    return render(request, "people/times_roster_follow.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def replace_roster(request: Request, pk: UUID) -> HttpResponse:
    """Put the times of a newer file in the place of the old ones."""
    roster = get_object_or_404(Roster.objects.visible_to(request.user), pk=pk)
    is_post = request.method == "POST"
    form = RosterFileForm(
        request.POST if is_post else None,
        request.FILES if is_post else None,
        zone=request.user.time_zone,
        today=timezone.localdate(),
    )
    if form.is_valid():
        found: files.Roster = form.cleaned_data["file"]
        actions.keep_roster(roster.name, found, by=request.user)
        tell_what_was_read(request, found)
        return redirect("people:times_rosters")
    context = {"form": form, "roster": roster}
    status = 422 if form.is_bound else 200
    return render(request, "people/times_roster.html", context, status=status)


@require_POST
def forget_roster(request: Request, pk: UUID) -> HttpResponse:
    """Remove a roster with its times."""
    roster = get_object_or_404(Roster.objects.visible_to(request.user), pk=pk)
    actions.forget(roster, by=request.user)
    messages.success(request, _("Rooster “%(name)s” is weg.") % {"name": roster.name})
    return redirect("people:times_rosters")


def _own(request: Request) -> list[tuple[Roster, str, int]]:
    """Each own roster with the days it speaks about and how many shifts it holds."""
    of_roster = RosterShift.objects.filter(roster=OuterRef("pk")).order_by().values("roster")
    own = Roster.objects.visible_to(request.user).annotate(
        first=Min("spans__first"),
        last=Max("spans__last"),
        number=Coalesce(Subquery(of_roster.annotate(number=Count("pk")).values("number")), 0),
    )
    return [(roster, period(roster.first, roster.last), roster.number) for roster in own]


def tell_what_was_read(request: Request, found: files.Roster) -> None:
    """Say what was read, and which shifts were left out and why."""
    number = len(found.shifts)
    read = ngettext("%(number)s dienst gelezen.", "%(number)s diensten gelezen.", number)
    messages.success(request, read % {"number": number})
    by_problem = sorted(found.refusals, key=lambda refusal: refusal.problem.name)
    for problem, refusals in groupby(by_problem, key=lambda refusal: refusal.problem):
        some = list(refusals)
        days = sorted({refusal.day for refusal in some if refusal.day})
        lines = _lines(sorted({refusal.line for refusal in some}))
        messages.warning(request, f"{_days(days)}{_(problem.value)} ({lines})")


def _days(days: list[date]) -> str:
    """The first few days in words, before the sentence about them."""
    if not days:
        return ""
    named = ", ".join(full_day(day) for day in days[:DAYS_NAMED])
    more = len(days) - DAYS_NAMED
    if more > 0:
        named += " " + _("en nog %(number)s") % {"number": more}
    return f"{named}: "


def _lines(lines: list[int]) -> str:
    """The first few lines of the file it is about."""
    named = ", ".join(map(str, lines[:DAYS_NAMED]))
    more = len(lines) - DAYS_NAMED
    if more > 0:
        named += " " + _("en nog %(number)s") % {"number": more}
    return ngettext("regel %(lines)s", "regels %(lines)s", len(lines)) % {"lines": named}
