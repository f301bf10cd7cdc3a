"""The units of an organisation, and what it is called itself."""

from dataclasses import dataclass, field
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.lib.verdict import Refused
from hartlijn.people.actions import organisations
from hartlijn.people.forms.desk_organisation import AboutForm, UnitForm, UnitNameForm
from hartlijn.people.http import Request
from hartlijn.people.models import Membership, Organisation, Unit
from hartlijn.people.unit_tree import in_order, label


@require_http_methods(["GET", "POST"])
def units(request: Request, pk: UUID) -> HttpResponse:
    """The tree, and a new part of it."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    posted = request.POST if request.method == "POST" else None
    form = UnitForm(posted, organisation=organisation)
    if form.is_valid():
        name, parent = form.cleaned_data["name"], form.cleaned_data["parent"]
        try:
            unit = organisations.add_unit(organisation, name, parent=parent, by=request.user)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("%(name)s hoort er nu bij.") % {"name": label(unit)})
            return redirect("people:desk_units", organisation.pk)
    context = {"organisation": organisation, "form": form, "tree": _tree(organisation)}
    status = 422 if form.is_bound else 200
    return render(request, "people/desk/units.html", context, status=status)


@dataclass(frozen=True)
class Branch:
    """A unit on top, with its parts."""

    unit: Unit
    parts: list[Unit] = field(default_factory=list)


def _tree(organisation: Organisation) -> list[Branch]:
    """Every unit, each whole before its parts."""
    tree: dict[UUID, Branch] = {}
    for one in _counted(organisation):
        if one.parent_id is None:
            tree[one.pk] = Branch(one)
        else:
            tree[one.parent_id].parts.append(one)
    return list(tree.values())


def _counted(organisation: Organisation) -> QuerySet[Unit]:
    """Every unit, with how many people have a place in it, now or later."""
    held = Membership.objects.not_over().filter(person__isnull=False)
    people = Count("memberships", filter=Q(memberships__in=held))
    return in_order(organisation).select_related("organisation", "parent").annotate(people=people)


@require_http_methods(["GET", "POST"])
def unit(request: Request, pk: UUID) -> HttpResponse:
    """Give a unit another name."""
    found = _unit(request, pk)
    posted = request.POST if request.method == "POST" else None
    form = UnitNameForm(posted, organisation=found.organisation, unit=found)
    if form.is_valid():
        try:
            organisations.rename_unit(found, form.cleaned_data["name"], by=request.user)
        except Refused as refusal:
            found.refresh_from_db(fields=["name"])
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("people:desk_units", found.organisation_id)
    context = {"unit": found, "form": form}
    return render(request, "people/desk/unit.html", context, status=422 if form.is_bound else 200)


@require_POST
def remove_unit(request: Request, pk: UUID) -> HttpResponse:
    """Remove a unit nobody is in."""
    found = _unit(request, pk)
    try:
        organisations.remove_unit(found, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%(name)s is weg.") % {"name": found.name})
    return redirect("people:desk_units", found.organisation_id)


def _unit(request: Request, pk: UUID) -> Unit:
    seen = Unit.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("organisation", "parent"), pk=pk)


@require_http_methods(["GET", "POST"])
def about(request: Request, pk: UUID) -> HttpResponse:
    """Name and own e-mail domain."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    posted = request.POST if request.method == "POST" else None
    form = AboutForm(posted, organisation=organisation)
    if form.is_valid():
        name, domain = form.cleaned_data["name"], form.cleaned_data["email_domain"]
        try:
            organisations.describe(organisation, name, domain, by=request.user)
        except Refused as refusal:
            organisation.refresh_from_db(fields=["name"])
            form.add_error("name", str(refusal))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("people:desk", organisation.pk)
    context = {"organisation": organisation, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "people/desk/about.html", context, status=status)
