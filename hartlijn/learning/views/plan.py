"""The plan of a cohort: which assignment on which day, and that plan in a calendar."""

from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.learning import actions
from hartlijn.learning.access import may_plan
from hartlijn.learning.calendar_file import Lesson, plan_file
from hartlijn.learning.forms import PlanForm
from hartlijn.learning.models import PlanAddress, Planned, units_of
from hartlijn.learning.shelves import assignments
from hartlijn.lib.verdict import require
from hartlijn.people.http import Request
from hartlijn.people.models import Unit


@require_safe
def plan(request: Request, pk: UUID) -> HttpResponse:
    """What a cohort does on which day."""
    return _page(request, _unit(request, pk))


@require_POST
def put(request: Request, pk: UUID) -> HttpResponse:
    """An assignment on a day."""
    unit, form = _unit(request, pk), PlanForm(request.POST)
    require(may_plan(request.user, unit))
    if not form.is_valid():
        return _page(request, unit, form=form, status=422)
    key, day = form.cleaned_data["assignment"], form.cleaned_data["day"]
    actions.plan(unit, key, on=day, by=request.user)
    title = str(assignments()[key].content.title)
    messages.success(request, _("“%s” staat in de planning.") % title)
    return redirect("learning:plan", unit.pk)


@require_POST
def take_off(request: Request, pk: UUID) -> HttpResponse:
    """Not planned any more."""
    found = Planned.objects.visible_to(request.user).select_related("unit")
    planned = get_object_or_404(found, pk=pk)
    actions.take_off(planned, by=request.user)
    messages.success(request, _("Uit de planning."))
    return redirect("learning:plan", planned.unit_id)


@require_POST
def open_calendar(request: Request, pk: UUID) -> HttpResponse:
    """A new secret address; it is shown this once, so the page does not go on to another."""
    unit = _unit(request, pk)
    return _page(request, unit, token=actions.open_address(unit, by=request.user))


@require_POST
def close_calendar(request: Request, pk: UUID) -> HttpResponse:
    """The address stops working."""
    unit = _unit(request, pk)
    actions.close_address(unit, by=request.user)
    messages.success(request, _("Je agenda-adres werkt niet meer."))
    return redirect("learning:plan", unit.pk)


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The plan, to a calendar program that asks without signing in."""
    address = actions.address_of(token)
    if address is None:
        raise Http404
    with translation.override(address.person.language):
        content = plan_file(_lessons(address.unit))
    etag = quote_etag(sha256(content).hexdigest())
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="hartlijn.ics"'
    answer["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=answer) or answer


def _page(
    request: Request,
    unit: Unit,
    *,
    form: PlanForm | None = None,
    token: str = "",
    status: int = 200,
) -> HttpResponse:
    known = assignments()
    address = reverse("learning:feed", args=[token]) if token else ""
    context = {
        "unit": unit,
        "planned": [(one, known.get(one.assignment)) for one in Planned.objects.of(unit)],
        "may_plan": may_plan(request.user, unit),
        "form": form or PlanForm(),
        "calendar": PlanAddress.objects.visible_to(request.user).filter(unit=unit).first(),
        "address": f"{settings.SITE_URL}{address}" if address else "",
    }
    return render(request, "learning/plan.html", context, status=status)


def _lessons(unit: Unit) -> list[Lesson]:
    """What is planned and still there."""
    known = assignments()
    return [
        Lesson(
            name=f"{unit.pk} {one.assignment}",
            on=one.on_day,
            title=str(known[one.assignment].content.title),
            address=reverse("learning:assignment", args=[one.assignment]),
        )
        for one in Planned.objects.of(unit)
        if one.assignment in known
    ]


def _unit(request: Request, pk: UUID) -> Unit:
    return get_object_or_404(units_of(request.user).select_related("parent"), pk=pk)
