"""What changed by a dialogue: findings with their versions, and maps."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.dialogues.access import may_lead
from hartlijn.dialogues.actions import changing
from hartlijn.dialogues.former_leads import leads_read_by
from hartlijn.dialogues.forms.changes import NextForm
from hartlijn.dialogues.models import Dialogue, PutFinding
from hartlijn.factors.models import FactorMap, FindingVersion, MapVersion
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.http import Request
from hartlijn.people.models import Person


@require_safe
def changes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """From study to practice to education; for everybody, if who leads says so."""
    found = get_object_or_404(Dialogue.objects.readable_by(request.user), pk=pk)
    leads = isinstance(request.user, Person) and bool(may_lead(request.user, found))
    put = list(found.put.select_related("version"))
    seen = FindingVersion.objects.visible_to(request.user)
    versions = seen.filter(reference=found.reference)
    of: dict[Any, list[FindingVersion]] = defaultdict(list)
    for one in versions.order_by("number"):
        of[one.finding_id].append(one)
    context = {
        "dialogue": found,
        "leads": leads,
        "may_change": leads,
        "history": [(one, of[one.version.finding_id] if one.version else []) for one in put],
        "own_maps": FactorMap.objects.kept_by(request.user).at_hand() if leads else [],
        "followed": leads_read_by(request.user).filter(dialogue=found),
        "seen": set(
            seen.filter(pk__in=[one.version_id for one in put]).values_list("finding", flat=True)
        ),
        "address": request.build_absolute_uri(reverse("dialogues:changes", args=[pk])),
        "today": civil_day(),
        "maps": MapVersion.objects.visible_to(request.user)
        .filter(reference=found.reference)
        .select_related("map")
        .order_by("map__title", "number"),
    }
    return render(request, "dialogues/changes.html", context)


@require_http_methods(["GET", "POST"])
def next_version(request: Request, pk: UUID) -> HttpResponse:
    """A finding as it reads after the dialogue."""
    visible = PutFinding.objects.visible_to(request.user)
    put = get_object_or_404(
        visible.select_related("dialogue__organisation", "version__finding"), pk=pk
    )
    now = put.version.finding.newest.text if put.version else put.text
    form = NextForm(request.POST if request.method == "POST" else None, now=now)
    if form.is_valid():
        changing.next_version(put, by=request.user, **form.cleaned_data)
        messages.success(request, _("Bewaard als nieuwe versie."))
        return redirect("dialogues:changes", put.dialogue_id)
    context = {"now": now, "dialogue": put.dialogue, "form": form}
    return render(
        request, "dialogues/next_version.html", context, status=422 if form.is_bound else 200
    )


@require_POST
def publish(request: Request, pk: UUID) -> HttpResponse:
    """Everybody may read what changed, or the organisation alone."""
    found = get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
    changing.publish(found, is_public=not found.is_public, by=request.user)
    messages.success(request, _("Bewaard."))
    return redirect("dialogues:changes", found.pk)
