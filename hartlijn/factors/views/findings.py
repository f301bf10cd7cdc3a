"""Findings: the list, one with its history, and its next version."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.factors import occasions
from hartlijn.factors.access import may_change
from hartlijn.factors.actions import findings as actions
from hartlijn.factors.actions.meanwhile import ChangedMeanwhile
from hartlijn.factors.forms.findings import FindingForm, NewFindingForm
from hartlijn.factors.models import (
    FactorMap,
    Finding,
    FindingVersion,
    organisations_kept_by,
)
from hartlijn.factors.models.factor_map import FactorMapQuerySet
from hartlijn.factors.telling.about_finding import factors_named, stages
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.http import Request

PAGE = 20


@require_safe
def findings(request: Request) -> HttpResponse:
    """Findings of the own organisations, and those that are public; each as it reads now."""
    found = Finding.objects.visible_to(request.user)
    shown = found.order_by("organisation__name", "organisation", "made_at", "pk")
    page = Paginator(shown.select_related("organisation"), PAGE).get_page(request.GET.get("page"))
    versions = FindingVersion.objects.filter(finding__in=list(page)).order_by("number")
    newest = {one.finding_id: one for one in versions}
    maps = FactorMap.objects.visible_to(request.user).in_bulk({one.map_id for one in page})
    lines = [(one, newest[one.pk], maps.get(one.map_id)) for one in page if one.pk in newest]
    keeps = organisations_kept_by(request.user).exists()
    context = {"page": page, "lines": lines, "keeps": keeps}
    return render(request, "factors/findings.html", context)


@require_safe
def finding(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One finding, from study to practice to education."""
    found = _visible(request, pk)
    versions = list(found.versions.order_by("number"))
    names = versions[-1].factors
    seen = FactorMap.objects.visible_to(request.user)
    map_ = seen.filter(pk=found.map_id).first() if found.map_id else None
    context = {
        "finding": found,
        "now": versions[-1],
        "stages": stages(versions),
        "occasions": occasions.told((one.reference for one in versions), request.user),
        "map": map_,
        "factors": factors_named(names, map_.newest.document if map_ else None),
        "may_change": bool(may_change(request.user, found)),
    }
    return render(request, "factors/finding.html", context)


@require_http_methods(["GET", "POST"])
def begin(request: Request) -> HttpResponse:
    """Write a finding down."""
    organisations = organisations_kept_by(request.user)
    if not organisations.exists():
        raise Refused(_("Alleen een onderzoeker of coördinator schrijft een bevinding op."))
    maps = FactorMap.objects.kept_by(request.user).at_hand()
    about = _about(request, maps)
    typed = request.POST if request.method == "POST" else None
    form = NewFindingForm(typed, organisations=organisations, maps=maps, map_=about)
    form.offer(occasions.own(request.user))
    if form.is_valid():
        said, reason = form.cleaned_data, form.reason
        reason.pop("after")
        made = actions.begin(
            said["organisation"], map_=said["map"], **form.said, **reason, by=request.user
        )
        messages.success(request, _("De bevinding is opgeschreven."))
        return redirect("factors:finding", made.pk)
    status = 422 if form.is_bound else 200
    return render(
        request, "factors/finding_form.html", {"form": form, "about": about}, status=status
    )


@require_http_methods(["GET", "POST"])
def next_version(request: Request, pk: UUID) -> HttpResponse:
    """Say how it reads from now on, and what changed it."""
    found = _to_change(request, pk)
    newest = found.newest
    typed = request.POST if request.method == "POST" else None
    initial = {name: getattr(newest, name) for name in ("text", "kind", "source", "factors")}
    map_ = found.map
    form = FindingForm(
        typed,
        after=newest.number,
        initial=initial | {"changed_by": "dialogue"},
        document=map_.newest.document if map_ else None,
    )
    form.offer(occasions.own(request.user))
    if form.is_valid():
        try:
            actions.next_version(found, **form.said, **form.reason, by=request.user)
        except ChangedMeanwhile as refusal:
            form.add_error(None, str(refusal))
            form.seen(newest.number)
            form.met_another = True
        else:
            messages.success(request, _("Bewaard als nieuwe versie van de bevinding."))
            return redirect("factors:finding", found.pk)
    context = {"form": form, "finding": found, "now": newest}
    status = 422 if form.is_bound else 200
    return render(request, "factors/finding_form.html", context, status=status)


@require_POST
def publish(request: Request, pk: UUID) -> HttpResponse:
    """Let everybody read it with its history."""
    found = _to_change(request, pk)
    actions.publish(found, by=request.user)
    messages.success(request, _("Iedereen met het adres kan deze bevinding nu lezen."))
    return redirect("factors:finding", found.pk)


@require_POST
def take_back(request: Request, pk: UUID) -> HttpResponse:
    """Keep it inside the organisation again."""
    found = _to_change(request, pk)
    actions.take_back(found, by=request.user)
    messages.success(request, _("Alleen wie bij de organisatie hoort, leest deze bevinding nog."))
    return redirect("factors:finding", found.pk)


def _about(request: Request, maps: FactorMapQuerySet) -> FactorMap | None:
    """The map somebody came from, if it is one of theirs."""
    try:
        pk = UUID(request.GET.get("map", ""))
    except ValueError:
        return None
    found: FactorMap | None = maps.filter(pk=pk).first()
    return found


def _visible(request: HttpRequest, pk: UUID) -> Finding:
    seen = Finding.objects.visible_to(request.user).select_related("organisation")
    found: Finding = get_object_or_404(seen, pk=pk)
    return found


def _to_change(request: Request, pk: UUID) -> Finding:
    found = _visible(request, pk)
    require(may_change(request.user, found))
    return found
