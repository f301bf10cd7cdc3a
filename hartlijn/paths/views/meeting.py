"""The meeting of three on one screen: school left, work right, the starter's line between."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.paths.actions import meeting as actions
from hartlijn.paths.forms.meeting import LineForm, NeedForm, TableForm
from hartlijn.paths.meeting_people import table_of
from hartlijn.paths.models import Agreed, Meeting, Side, Step
from hartlijn.paths.views.preparation import questions
from hartlijn.paths.words import steps_of
from hartlijn.people.http import Request
from hartlijn.people.models import Person

PAGE = 20
LATELY: Final = timedelta(days=60)
MOST: Final = 6


@dataclass(frozen=True)
class Shown:
    """A step as the screen has it."""

    name: str
    due_on: date | None
    done_on: date | None


@require_safe
def meetings(request: Request) -> HttpResponse:
    """The meetings one is in."""
    found = Meeting.objects.visible_to(request.user).select_related("path__starter")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    sides = Side.objects.running().filter(path__starter=request.user)
    return render(request, "paths/meetings.html", {"page": page, "may_begin": sides.exists()})


@require_http_methods(["GET", "POST"])
def begin(request: Request) -> HttpResponse:
    """The starter says who comes, and when."""
    table = table_of(request.user)
    if table is None or not (table.teachers and table.guides):
        return render(request, "paths/meeting_begin.html", {"table": table})
    form = TableForm(request.POST if request.method == "POST" else None, table=table)
    if form.is_valid():
        said = form.cleaned_data
        teacher, guide = form.people[said["teacher"]], form.people[said["guide"]]
        meeting = actions.begin(table, teacher, guide, said["day"], by=request.user)
        return redirect("paths:meeting", meeting.pk)
    status = 422 if form.is_bound else 200
    context = {"table": table, "form": form}
    return render(request, "paths/meeting_begin.html", context, status=status)


@require_http_methods(["GET", "POST"])
def meeting(request: Request, pk: UUID) -> HttpResponse:
    """The screen; only the starter writes on it."""
    found = _found(request, pk)
    name = found.path.starter.name
    posted = request.POST if request.method == "POST" else None
    is_need = posted is not None and "needs" in posted
    need = NeedForm(posted if is_need else None, meeting=found, name=name)
    line = LineForm(None if is_need else posted)
    if posted is not None:
        try:
            if _wrote(found, need if is_need else line, request.user):
                return redirect("paths:meeting", pk)
        except Refused as refusal:
            if not actions.may_write(request.user, found):
                raise
            line.add_error(None, str(refusal))
    context = {**_screen(found, request.user), "need": need, "line": line, "name": name}
    return render(request, "paths/meeting.html", context, status=422 if posted else 200)


@require_POST
def remove(request: Request, pk: UUID, line: UUID) -> HttpResponse:
    """Take a line off the screen."""
    found = _found(request, pk)
    there = Agreed.objects.select_related("meeting").filter(meeting=found)
    actions.remove(get_object_or_404(there, pk=line), by=request.user)
    return redirect("paths:meeting", pk)


@require_POST
def agree(request: Request, pk: UUID) -> HttpResponse:
    """Say yes to the screen as one read it."""
    actions.agree(_found(request, pk), request.POST.get("reading", ""), by=request.user)
    messages.success(request, _("Je zei ja. Verandert er iets, dan vragen we het opnieuw."))
    return redirect("paths:meeting", pk)


@require_POST
def drop(request: Request, pk: UUID) -> HttpResponse:
    """The starter takes the whole meeting away."""
    actions.drop(_found(request, pk), by=request.user)
    messages.success(request, _("Het gesprek is weg. Wat op papier staat, staat er nog."))
    return redirect("paths:meetings")


def _found(request: Request, pk: UUID) -> Meeting:
    found: Meeting = get_object_or_404(
        Meeting.objects.visible_to(request.user).select_related(
            "path__starter", "school__version", "work__version", "teacher", "guide"
        ),
        pk=pk,
    )
    return found


def _wrote(found: Meeting, form: NeedForm | LineForm, by: Person) -> bool:
    if not form.is_valid():
        return False
    said = form.cleaned_data
    if isinstance(form, NeedForm):
        actions.need(found, said["needs"], by=by)
    else:
        actions.write(found, said["whose"], said["words"], said["by_on"], by=by)
    return True


def _screen(found: Meeting, viewer: Person) -> dict[str, Any]:
    """What stands on it; of the other side's steps each sees what is for both."""
    lines = list(found.agreed.all())
    yeses = dict(found.yeses.values_list("person", "said_on"))
    three = [one for one in (found.path.starter, found.teacher, found.guide) if one]
    steps = _steps(found, viewer)
    names = {
        Agreed.Whose.STARTER: found.path.starter.name,
        Agreed.Whose.SCHOOL: found.teacher.name if found.teacher else "",
        Agreed.Whose.WORK: found.guide.name if found.guide else "",
    }
    promised = [(names[Agreed.Whose(one.whose)], one) for one in lines if one.whose in names]
    return {
        "meeting": found,
        "is_own": found.path.starter_id == viewer.pk,
        "brought": [one for one in lines if one.whose == Agreed.Whose.BROUGHT],
        "promised": promised,
        "columns": {"school": steps[found.school_id], "work": steps[found.work_id]},
        "three": [(one, yeses.get(one.pk)) for one in three],
        "said_yes": viewer.pk in yeses,
        "is_agreed": len(three) == 3 and all(one.pk in yeses for one in three),  # noqa: PLR2004
        "reading": actions.as_it_reads(found),
        "questions": questions(),
    }


def _steps(found: Meeting, viewer: Person) -> dict[UUID, list[Shown]]:
    """For each side what was done lately and what comes first, in the order of its days."""
    lately = Q(done_on=None) | Q(done_on__gte=civil_day() - LATELY)
    seen = Step.objects.visible_to(viewer).filter(lately)
    shown: dict[UUID, list[Shown]] = {found.school_id: [], found.work_id: []}
    words = {side.pk: steps_of(side.version) for side in (found.school, found.work)}
    for step in seen.filter(side__in=shown).order_by("done_on", "due_on", "place", "pk"):
        if step.key in words[step.side_id] and len(shown[step.side_id]) < MOST:
            name = str(words[step.side_id][step.key].name)
            shown[step.side_id].append(Shown(name, step.due_on, step.done_on))
    return shown
