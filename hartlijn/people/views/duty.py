"""Wie heeft dienst: the lines of the own units, phone number first, and the own duties."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.people.actions import duty as actions
from hartlijn.people.duty import lines_for
from hartlijn.people.http import Request
from hartlijn.people.models import DutyLine, DutyShift, Membership, Person
from hartlijn.people.models.duty import units_with_duty_kept_by
from hartlijn.people.reachable import duty_from
from hartlijn.people.times_in_words import clock, weekday

SHOWN = 20
SOON = 6
"""So many stand open on a page; what comes after them is one tap away."""


@dataclass(frozen=True)
class OwnDuty:
    """One duty in words: which line, when, and who put it there."""

    shift: DutyShift
    line: str
    when: str
    put_by: str


@require_safe
def duty(request: Request) -> HttpResponse:
    """Whom one can call now, and when one is called oneself."""
    now = timezone.now()
    kept = units_with_duty_kept_by(request.user).select_related("parent", "organisation")
    own = own_duties(request.user, now)
    context = {
        "lines": lines_for(request.user, now),
        "places": Membership.objects.active().filter(person=request.user, unit__isnull=False),
        "own": own[:SOON],
        "own_later": own[SOON:],
        "kept": kept.prefetch_related("duty_lines").order_by(
            "organisation__name", "parent__name", "name"
        ),
    }
    return render(request, "people/duty/duty.html", context)


@require_POST
def take_off(request: Request, pk: UUID) -> HttpResponse:
    """Take a duty out of the roster; the own one, or one of a roster one makes."""
    seen = DutyShift.objects.visible_to(request.user).select_related("line__unit")
    shift = get_object_or_404(seen, pk=pk)
    actions.take_off_duty(shift, by=request.user)
    messages.success(request, _("Deze dienst staat niet meer in het rooster."))
    if DutyLine.objects.kept_by(request.user).filter(pk=shift.line_id).exists():
        return redirect("people:duty_line", shift.line_id)
    return redirect("people:duty")


def own_duties(person: Person, at: datetime, most: int = SHOWN) -> list[OwnDuty]:
    """The duties of a person that are not over, in words, the first ones first."""
    own = DutyShift.objects.filter(person=person).not_over(timezone.localdate(at))
    rows = own.held(timezone.localdate(at)).select_related("line__unit__organisation", "put_by")
    ahead = [one for one in rows if duty_from(at, [one.duty], one.line.zone)][:most]
    known = _names_for(person, ahead)
    return [
        OwnDuty(one, one.line.name, in_words(one), known.get(one.put_by_id, "")) for one in ahead
    ]


def in_words(shift: DutyShift) -> str:
    """As zaterdag 21 november 22.00 – zondag 22 november 8.00, by the clock of the line."""
    start, end = shift.duty.start, shift.duty.end
    begins = f"{weekday(start.date())} {clock(start)}"
    until = clock(end) if start.date() == end.date() else f"{weekday(end.date())} {clock(end)}"
    return f"{begins} – {until}"


def _names_for(viewer: Person, shifts: list[DutyShift]) -> dict[UUID | None, str]:
    """Who put these there, as far as ``viewer`` may read the name; a desk of the own place too."""
    ids = {one.put_by_id for one in shifts if one.put_by_id}
    if not ids:
        return {}
    seen = Person.objects.visible_to(viewer).filter(pk__in=ids)
    places = Membership.objects.active().filter(person=viewer)
    desks = Membership.objects.active().coordinators()
    at_desk = desks.filter(person__in=ids, organisation__in=places.values("organisation"))
    named = Person.objects.filter(pk__in=at_desk.values("person")) | seen
    return {one.pk: _("jijzelf") if one == viewer else one.name for one in named}
