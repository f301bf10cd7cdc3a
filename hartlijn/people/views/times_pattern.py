"""The usual week, and from when until when a shift lasts."""

from collections import defaultdict

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.people.actions import working_times as actions
from hartlijn.people.forms.times_week import UsualShiftsForm, UsualWeekForm
from hartlijn.people.http import Request
from hartlijn.people.known_times import Hours, known_times, usual_shifts


@require_http_methods(["GET", "POST"])
def pattern(request: Request) -> HttpResponse:
    """Tap the usual week."""
    windows = known_times(request.user, timezone.localdate(), days=0).weekly
    known: dict[int, list[Hours]] = defaultdict(list)
    for window in windows or ():
        known[window.weekday].append((window.start, window.end))
    form = UsualWeekForm(
        request.POST if request.method == "POST" else None,
        usual=usual_shifts(request.user),
        known=None if windows is None else known,
    )
    if form.is_valid():
        actions.set_usual_week(form.answer(), by=request.user)
        messages.success(request, _("Je gewone week is bewaard."))
        return redirect("people:times")
    context = {"form": form, "has_pattern": windows is not None}
    status = 422 if form.is_bound else 200
    return render(request, "people/times_pattern.html", context, status=status)


@require_POST
def forget_pattern(request: Request) -> HttpResponse:
    """Take the usual week back."""
    actions.forget_usual_week(by=request.user)
    messages.success(request, _("Je gewone week is weg."))
    return redirect("people:times")


@require_http_methods(["GET", "POST"])
def shifts(request: Request) -> HttpResponse:
    """Say what vroeg, dag, laat and nacht mean at one's own work."""
    data = request.POST if request.method == "POST" else None
    form = UsualShiftsForm(data, usual=usual_shifts(request.user))
    if form.is_valid():
        actions.set_usual_shifts(form.answer(), by=request.user)
        messages.success(request, _("De tijden van je diensten zijn bewaard."))
        return redirect("people:times_week")
    status = 422 if form.is_bound else 200
    return render(request, "people/times_shifts.html", {"form": form}, status=status)
