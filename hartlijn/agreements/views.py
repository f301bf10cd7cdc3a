"""The agreement of one's team: read it, write it, and see what it was before."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.agreements import actions
from hartlijn.agreements.forms import AgreementForm
from hartlijn.agreements.models import Version, to_reread, units_of
from hartlijn.people.http import Request
from hartlijn.people.models import Person, Unit

PAGE = 20


@dataclass(frozen=True)
class Written:
    """A version with the name of its author, for as long as they share the team."""

    version: Version
    day: date
    by: str


@require_safe
def agreements(request: Request) -> HttpResponse:
    """The teams one is in; of only one, its agreement."""
    units = list(units_of(request.user).select_related("parent"))
    if len(units) == 1:
        return redirect("agreements:agreement", units[0].pk)
    return render(request, "agreements/agreements.html", {"units": units})


@require_safe
def agreement(request: Request, pk: UUID) -> HttpResponse:
    """What counts now."""
    unit = _unit(request, pk)
    newest = _newest(unit)
    context = {
        "unit": unit,
        "newest": _written([newest], request.user)[0] if newest else None,
        "to_reread": newest is not None and unit in to_reread(request.user),
    }
    return render(request, "agreements/agreement.html", context)


@require_http_methods(["GET", "POST"])
def write(request: Request, pk: UUID) -> HttpResponse:
    """Change it together: what somebody else wrote meanwhile is shown beside it, never lost."""
    unit, meanwhile = _unit(request, pk), None
    newest = _newest(unit)
    form = AgreementForm(request.POST if request.method == "POST" else None, newest=newest)
    if form.is_valid():
        after = form.cleaned_data["after"] or 0
        try:
            actions.write(unit, form.texts, after=after, by=request.user)
        except actions.ChangedMeanwhile as refusal:
            meanwhile = _newest(unit)
            form = _once_more(request, meanwhile)
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("De afspraak is bewaard."))
            return redirect("agreements:agreement", unit.pk)
    context = {"unit": unit, "form": form, "meanwhile": meanwhile}
    if meanwhile:
        context["other"] = _written([meanwhile], request.user)[0]
    status = 422 if form.is_bound else 200
    return render(request, "agreements/write.html", context, status=status)


@require_POST
def read(request: Request, pk: UUID) -> HttpResponse:
    """Say that one read it."""
    unit = _unit(request, pk)
    actions.read(unit, by=request.user)
    messages.success(request, _("Fijn. We vragen het weer als er iemand bij komt."))
    return redirect("agreements:agreement", unit.pk)


@require_safe
def versions(request: Request, pk: UUID) -> HttpResponse:
    """How it read before, with day and author."""
    unit = _unit(request, pk)
    found = Version.objects.visible_to(request.user).filter(unit=unit).newest_first()
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"unit": unit, "page": page, "versions": _written(list(page), request.user)}
    return render(request, "agreements/versions.html", context)


def _unit(request: Request, pk: UUID) -> Unit:
    return get_object_or_404(units_of(request.user).select_related("parent"), pk=pk)


def _newest(unit: Unit) -> Version | None:
    newest: Version | None = Version.objects.filter(unit=unit).newest_first().first()
    return newest


def _once_more(request: Request, newest: Version | None) -> AgreementForm:
    """What was typed, to be put together with what is there now and saved after that."""
    data = request.POST.copy()
    data["after"] = str(newest.number if newest else 0)
    return AgreementForm(data, newest=newest)


def _written(versions: list[Version], viewer: Person) -> list[Written]:
    ids = {one.written_by_id for one in versions if one.written_by_id}
    seen = Person.objects.visible_to(viewer).filter(pk__in=ids)
    names = dict(seen.values_list("pk", "name"))
    gone = _("iemand die hier weg is")
    return [Written(one, one.written_on, names.get(one.written_by_id, gone)) for one in versions]
