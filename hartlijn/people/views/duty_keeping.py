"""Declare the lines of a unit and make their rosters: for its leader and the coordinators."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.lib.verdict import Refused
from hartlijn.people import roster as files
from hartlijn.people import signals
from hartlijn.people.access import runs_desk
from hartlijn.people.actions import duty as actions
from hartlijn.people.duty import with_people_on_duty
from hartlijn.people.forms.duty import DutyFileForm, DutyForm, LineForm
from hartlijn.people.http import Request
from hartlijn.people.models import DutyLine, DutyShift, Unit
from hartlijn.people.models.duty import units_with_duty_kept_by
from hartlijn.people.reachable import Duty
from hartlijn.people.times_in_words import full_day
from hartlijn.people.views.duty import SOON, in_words
from hartlijn.people.views.times_rosters import tell_what_was_read


@require_http_methods(["GET", "POST"])
def unit(request: Request, pk: UUID) -> HttpResponse:
    """The lines of one unit, and a new one."""
    kept = units_with_duty_kept_by(request.user).select_related("parent", "organisation")
    found: Unit = get_object_or_404(kept, pk=pk)
    form = LineForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            line = actions.add_line(found, **form.cleaned_data, by=request.user)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("De lijn is er. Zet nu in het rooster wie dienst heeft."))
            return redirect("people:duty_line", line.pk)
    lines = DutyLine.objects.filter(unit=found).select_related("unit__organisation")
    context = {"unit": found, "form": form, "lines": with_people_on_duty(lines, timezone.now())}
    status = 422 if form.is_bound else 200
    return render(request, "people/duty/unit.html", context, status=status)


@require_http_methods(["GET", "POST"])
def line(request: Request, pk: UUID) -> HttpResponse:
    """The roster of one line, and a duty more."""
    found = _line(request, pk)
    form = DutyForm(request.POST if request.method == "POST" else None, line=found)
    if form.is_valid():
        person, duty = form.cleaned_data["person"], form.cleaned_data["duty"]
        try:
            actions.put_on_duty(found, person, [duty], by=request.user)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(name)s staat in het rooster.") % {"name": person.name})
            return redirect("people:duty_line", found.pk)
    shifts = _ahead(found)
    _tell(request, found, shifts)
    (now,) = with_people_on_duty([found], timezone.now())
    told = [(one, in_words(one)) for one in shifts]
    context = {"now": now, "line": found, "form": form}
    context |= {"shifts": told[:SOON], "later": told[SOON:]}
    status = 422 if form.is_bound else 200
    return render(request, "people/duty/line.html", context, status=status)


@require_http_methods(["GET", "POST"])
def change(request: Request, pk: UUID) -> HttpResponse:
    """Another name or number, or no line any more."""
    found = _line(request, pk)
    form = LineForm(request.POST if request.method == "POST" else None, line=found)
    if form.is_valid():
        try:
            actions.change_line(found, **form.cleaned_data, by=request.user)
        except Refused as refusal:
            found.refresh_from_db(fields=["name"])
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("people:duty_line", found.pk)
    context = {"line": found, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "people/duty/change.html", context, status=status)


@require_http_methods(["GET", "POST"])
def file(request: Request, pk: UUID) -> HttpResponse:
    """Read the duties of one person from a file; what is refused leaves the roster as it was."""
    found = _line(request, pk)
    is_post = request.method == "POST"
    form = DutyFileForm(
        request.POST if is_post else None,
        request.FILES if is_post else None,
        line=found,
        zone=found.unit.organisation.time_zone,
        today=timezone.localdate(timezone=found.zone),
    )
    if form.is_valid():
        person, read = form.cleaned_data["person"], form.cleaned_data["file"]
        try:
            actions.replace_duties(found, person, _duties(read), by=request.user)
        except actions.TakenError as taken:
            form.add_error("file", _where(read, taken))
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            tell_what_was_read(request, read)
            return redirect("people:duty_line", found.pk)
    context = {"line": found, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "people/duty/file.html", context, status=status)


@require_POST
def remove(request: Request, pk: UUID) -> HttpResponse:
    """Remove a line with its roster."""
    found = _line(request, pk)
    actions.remove_line(found, by=request.user)
    messages.success(request, _("%(name)s is weg.") % {"name": found.name})
    return redirect("people:duty_unit", found.unit_id)


def _where(read: files.Roster, taken: actions.TakenError) -> str:
    """Which duty in the file does not fit: its line and its day."""
    duty = taken.duty
    line = next(
        (line for shift, line in read.lines.items() if shift.start == duty.start),
        1,
    )
    said = {"line": line, "day": full_day(duty.start.date()), "sentence": str(taken)}
    return _("Regel %(line)s, %(day)s: %(sentence)s") % said


def _line(request: Request, pk: UUID) -> DutyLine:
    kept = DutyLine.objects.kept_by(request.user)
    return get_object_or_404(kept.select_related("unit__organisation", "unit__parent"), pk=pk)


def _ahead(line: DutyLine) -> list[DutyShift]:
    """What is not over by day, with who it is about."""
    shifts = DutyShift.objects.filter(line=line).select_related("person")
    return list(shifts.not_over(timezone.localdate(timezone=line.zone)))


def _duties(read: files.Roster) -> list[Duty]:
    return [Duty(shift.start, shift.end) for shift in read.shifts]


def _tell(request: Request, line: DutyLine, shifts: list[DutyShift]) -> None:
    """Who is in a roster that a coordinator opened finds it in the own log."""
    organisation = line.unit.organisation
    if shifts and runs_desk(request.user, organisation):
        abouts = list({one.person.pk: one.person for one in shifts}.values())
        signals.looked_at.send(
            DutyLine, abouts=abouts, by=request.user, organisation=organisation, what="list"
        )
