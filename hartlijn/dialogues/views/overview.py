"""The dialogues one leads, and one of them with what comes next."""

from collections import Counter
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.dialogues.access import may_close, may_gather, may_open, may_prepare
from hartlijn.dialogues.actions import guiding, preparing
from hartlijn.dialogues.forms.about import ChangeForm, OrganisationForm
from hartlijn.dialogues.models import Contribution, Dialogue, Lead
from hartlijn.dialogues.views.pressed import pressed
from hartlijn.factors.models import organisations_kept_by
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.people.http import Request

PAGE: Final = 20


@require_safe
def dialogues(request: Request) -> HttpResponse:
    """All of them, the newest first."""
    found = Dialogue.objects.visible_to(request.user).newest_first()
    context = {
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "may_make": organisations_kept_by(request.user).exists(),
    }
    return render(request, "dialogues/dialogues.html", context)


@require_http_methods(["GET", "POST"])
def begin(request: Request) -> HttpResponse:
    """A new one."""
    homes = list(organisations_kept_by(request.user).order_by("name"))
    if not homes:
        return render(request, "dialogues/begin.html", {})
    form = OrganisationForm(request.POST if request.method == "POST" else None, homes=homes)
    if form.is_valid():
        home = form.organisation
        made = preparing.begin(home, form.cleaned_data, by=request.user)
        messages.success(request, _("Je dialoog staat klaar. Zet er nu bevindingen in."))
        return redirect("dialogues:findings", made.pk)
    return render(
        request, "dialogues/begin.html", {"form": form}, status=422 if form.is_bound else 200
    )


@require_safe
def dialogue(request: Request, pk: UUID) -> HttpResponse:
    """What is there, and what comes next."""
    found = get_object_or_404(
        Dialogue.objects.visible_to(request.user).select_related("organisation", "follows"), pk=pk
    )
    context = {
        "dialogue": found,
        "figures": _figures(found),
        "may_open": may_open(request.user, found),
        "may_gather": may_gather(request.user, found),
        "may_close": may_close(request.user, found),
        "may_prepare": may_prepare(request.user, found),
        "earlier": Lead.objects.filter(dialogue=found.follows_id).select_related(
            "dialogue", "owner_organisation"
        )
        if found.follows_id
        else [],
        "today": civil_day(),
    }
    return render(request, "dialogues/dialogue.html", context)


@require_http_methods(["GET", "POST"])
def about(request: Request, pk: UUID) -> HttpResponse:
    """Change what it is about."""
    found = get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
    data = request.POST if request.method == "POST" else None
    form = ChangeForm(data, dialogue=found, by=request.user)
    if form.is_valid():
        preparing.change(found, form.said, by=request.user)
        messages.success(request, _("Bewaard."))
        return redirect("dialogues:dialogue", found.pk)
    context = {"dialogue": found, "form": form}
    return render(request, "dialogues/about.html", context, status=422 if form.is_bound else 200)


@require_POST
def open_room(request: Request, pk: UUID) -> HttpResponse:
    """Let people in."""
    found = get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
    try:
        guiding.open_room(found, by=request.user)
    except Refused as refusal:
        if not found.is_open:  # a second click: it is open already
            messages.warning(request, str(refusal))
            return redirect("dialogues:dialogue", found.pk)
    return redirect("dialogues:invite" if found.open_until else "dialogues:screen", found.pk)


@require_POST
def gather(request: Request, pk: UUID) -> HttpResponse:
    """It is over."""
    found = get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
    with pressed(request, _("Opgehaald. De code werkt niet meer.")):
        guiding.gather(found, by=request.user)
    return redirect("dialogues:dialogue", found.pk)


@require_POST
def close(request: Request, pk: UUID) -> HttpResponse:
    """It is closed."""
    found = get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
    with pressed(request, _("Afgesloten.")):
        guiding.close(found, by=request.user)
    return redirect("dialogues:dialogue", found.pk)


def _figures(found: Dialogue) -> dict[str, Any]:
    """How much there is; never what, before it is revealed, and in writing not while it runs."""
    if found.is_in_writing:
        return {"findings": found.put.count()}
    kinds = Counter(
        dict(
            found.contributions.counting()
            .order_by()
            .values_list("kind")
            .annotate(number=Sum("weight"))
        )
    )
    return {
        "findings": found.put.count(),
        "people": found.seats.count() if found.people is None else found.people,
        "said": kinds.total(),
        "kinds": [
            (label, kinds[value]) for value, label in Contribution.Kind.choices if kinds[value]
        ],
    }
