"""One day that is different, leave, and public holidays."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.people.actions import working_times as actions
from hartlijn.people.forms.times_days import HolidaysForm, LeaveForm, as_far_as_we_ask
from hartlijn.people.forms.times_week import ExceptionForm
from hartlijn.people.holiday_list import holidays_between
from hartlijn.people.http import Request
from hartlijn.people.known_times import shift_on, usual_shifts
from hartlijn.people.models import HolidayChoice, LeavePeriod, ToldDay
from hartlijn.people.times_in_words import full_day, period, stretches, weekday


@require_http_methods(["GET", "POST"])
def exception(request: Request) -> HttpResponse:
    """Add a day that is different, and see the ones that are there."""
    data = request.POST if request.method == "POST" else None
    form = ExceptionForm(data, usual=usual_shifts(request.user))
    if form.is_valid():
        day, hours = form.answer()
        actions.tell_exception(day, hours, by=request.user)
        messages.success(request, _("Bewaard: %(day)s is anders.") % {"day": weekday(day)})
        return redirect("people:times_exception")
    ahead = (
        ToldDay.objects.visible_to(request.user)
        .filter(source=ToldDay.Source.EXCEPTION, day__gte=timezone.localdate())
        .prefetch_related("shifts")
    )
    context = {"form": form, "days": [(day, weekday(day.day), _hours(day)) for day in ahead]}
    status = 422 if form.is_bound else 200
    return render(request, "people/times_exception.html", context, status=status)


@require_POST
def forget_exception(request: Request, pk: UUID) -> HttpResponse:
    """Take back a day that was different."""
    day = get_object_or_404(ToldDay.objects.visible_to(request.user), pk=pk)
    actions.forget(day, by=request.user)
    messages.success(request, _("%(day)s is weer gewoon.") % {"day": weekday(day.day).capitalize()})
    return redirect("people:times_exception")


@require_http_methods(["GET", "POST"])
def leave(request: Request) -> HttpResponse:
    """Add leave, and see what is there."""
    ahead = LeavePeriod.objects.visible_to(request.user).filter(last__gte=timezone.localdate())
    periods = [(taken, period(taken.first, taken.last), full_day(taken.first)) for taken in ahead]
    data = request.POST if request.method == "POST" else None
    form = LeaveForm(data, taken=len(periods))
    if form.is_valid():
        first, last = form.cleaned_data["first"], form.cleaned_data["last"]
        actions.take_leave(first, last, by=request.user)
        messages.success(request, _("Je verlof is bewaard."))
        return redirect("people:times_leave")
    context = {"form": form, "periods": periods}
    status = 422 if form.is_bound else 200
    return render(request, "people/times_leave.html", context, status=status)


@require_POST
def forget_leave(request: Request, pk: UUID) -> HttpResponse:
    """Take leave back."""
    taken = get_object_or_404(LeavePeriod.objects.visible_to(request.user), pk=pk)
    actions.forget(taken, by=request.user)
    messages.success(request, _("Dit verlof is weg."))
    return redirect("people:times_leave")


@require_http_methods(["GET", "POST"])
def holidays(request: Request) -> HttpResponse:
    """Choose on which public holidays one is free."""
    first, last = as_far_as_we_ask(timezone.localdate())
    chosen = HolidayChoice.objects.visible_to(request.user).filter(day__range=(first, last))
    form = HolidaysForm(
        request.POST if request.method == "POST" else None,
        lines=holidays_between(first, last),
        works=dict(chosen.values_list("day", "works")),
    )
    if form.is_valid():
        actions.choose_holidays(form.answer(), by=request.user)
        messages.success(request, _("Je feestdagen zijn bewaard."))
        return redirect("people:times")
    status = 422 if form.is_bound else 200
    return render(request, "people/times_holidays.html", {"form": form}, status=status)


def _hours(day: ToldDay) -> str:
    shifts = (shift_on(day.day, (shift.start, shift.end)) for shift in day.shifts.all())
    return stretches((shift.start, shift.end) for shift in shifts)
