"""This week, tapped in half a minute; the week before and after; the week one skips."""

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.people.actions import working_times as actions
from hartlijn.people.forms.times_week import WeekForm
from hartlijn.people.http import Request
from hartlijn.people.known_times import known_times, usual_shifts
from hartlijn.people.models import SkippedWeek
from hartlijn.people.times_in_words import span
from hartlijn.people.week import Week

WEEKS_BACK, WEEKS_AHEAD = -4, 52


@require_http_methods(["GET", "POST"])
def week(request: Request) -> HttpResponse:
    """Seven days to tap, filled in with what is known; one save."""
    chosen = _chosen(request.GET)
    known = known_times(request.user, chosen.monday, days=7)
    form = WeekForm(
        request.POST if request.method == "POST" else None,
        usual=usual_shifts(request.user),
        known=[known.day(day) for day in chosen.days],
    )
    if form.is_valid():
        actions.tell_week(chosen, form.answer(), by=request.user)
        messages.success(request, _("Je week is bewaard."))
        return redirect("people:times")
    status = 422 if form.is_bound else 200
    return render(request, "people/times_week.html", _context(request, chosen, form), status=status)


@require_POST
def skip(request: Request) -> HttpResponse:
    """Say nothing about a week. Next week we ask again."""
    chosen = _chosen(request.POST)
    actions.skip_week(chosen, by=request.user)
    messages.success(request, _("Deze week sla je over. Volgende week vragen we het weer."))
    return redirect(settings.LOGIN_REDIRECT_URL)


@require_POST
def clear(request: Request) -> HttpResponse:
    """Forget what was tapped for a week."""
    chosen = _chosen(request.POST)
    actions.clear_week(chosen, by=request.user)
    messages.success(request, _("Wat je voor deze week aantikte, is weg."))
    return redirect(f"{reverse('people:times_week')}?week={chosen}")


def _chosen(query: QueryDict) -> Week:
    """The week in the address or the form, this week without one; 404 for one too far away."""
    this = Week.of(timezone.localdate())
    name = query.get("week", "")
    if not name:
        return this
    try:
        chosen = Week.named(name)
        in_reach = this.after(WEEKS_BACK).monday <= chosen.monday <= this.after(WEEKS_AHEAD).monday
    except ValueError as error:
        raise Http404 from error
    if not in_reach:
        raise Http404
    return chosen


def _context(request: Request, chosen: Week, form: WeekForm) -> dict[str, object]:
    this = Week.of(timezone.localdate())
    skipped = SkippedWeek.objects.visible_to(request.user).filter(monday=chosen.monday)
    return {
        "form": form,
        "week": chosen,
        "heading": _heading(chosen, this),
        "span": span(chosen.monday, chosen.sunday),
        "earlier": chosen.after(-1) if chosen.monday > this.after(WEEKS_BACK).monday else None,
        "later": chosen.after(1) if chosen.monday < this.after(WEEKS_AHEAD).monday else None,
        "has_tapped": any(day.source == "tapped" for day in form.known),
        "is_skipped": skipped.exists(),
    }


def _heading(chosen: Week, this: Week) -> str:
    if chosen == this:
        return _("Wanneer werk je deze week?")
    if chosen == this.after(1):
        return _("Wanneer werk je volgende week?")
    number = date.isocalendar(chosen.monday).week
    return _("Wanneer werk je in week %(number)s?") % {"number": number}
