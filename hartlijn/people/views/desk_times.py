"""The usual week and the clock for people who have not said their own."""

from collections import defaultdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.people.actions import default_times as actions
from hartlijn.people.forms.desk_times import DefaultTimesForm
from hartlijn.people.http import Request
from hartlijn.people.known_times import Hours
from hartlijn.people.models import DefaultWeek, Organisation
from hartlijn.people.tasks import tell_other_default


@require_http_methods(["GET", "POST"])
def times(request: Request, pk: UUID) -> HttpResponse:
    """Say the week, or see what was said."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    week = DefaultWeek.objects.filter(organisation=organisation).first()
    form = DefaultTimesForm(
        request.POST if request.method == "POST" else None,
        organisation=organisation,
        known=_hours(week),
    )
    if form.is_valid():
        zone = form.cleaned_data["time_zone"]
        actions.set_default_times(organisation, form.answer(), zone, by=request.user)
        tell_other_default.enqueue(str(organisation.pk))
        messages.success(request, _("Bewaard. Wie zelf een week vertelde, houdt die."))
        return redirect("people:desk_times", organisation.pk)
    context = {"organisation": organisation, "form": form, "has_week": week is not None}
    status = 422 if form.is_bound else 200
    return render(request, "people/desk/times.html", context, status=status)


@require_POST
def forget_times(request: Request, pk: UUID) -> HttpResponse:
    """Name no week any more."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    actions.forget_default_week(organisation, by=request.user)
    tell_other_default.enqueue(str(organisation.pk))
    messages.success(request, _("Deze week geldt niet meer."))
    return redirect("people:desk_times", organisation.pk)


def _hours(week: DefaultWeek | None) -> dict[int, list[Hours]] | None:
    if week is None:
        return None
    known: dict[int, list[Hours]] = defaultdict(list)
    for hours in week.hours.all():
        known[hours.weekday].append((hours.start, hours.end))
    return known
