"""Findings on their way to the screen: pasted, looked over, changed, moved, taken together."""

from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.dialogues.access import (
    may_be_answered_unseen,
    may_change_finding,
    may_prepare,
)
from hartlijn.dialogues.actions import preparing
from hartlijn.dialogues.forms.findings import Cards, FindingForm, PasteForm, TakeForm
from hartlijn.dialogues.models import Contribution, Dialogue, Mark, PutFinding
from hartlijn.dialogues.pasting import cards
from hartlijn.dialogues.views.pressed import pressed
from hartlijn.factors.models import Finding, FindingVersion
from hartlijn.lib.verdict import require
from hartlijn.people.http import Request

MOST_OFFERED: Final = 100


@require_safe
def findings(request: Request, pk: UUID) -> HttpResponse:
    """All of them, in their order, and a place to paste more."""
    return _page(request, _dialogue(request, pk))


@require_POST
def paste(request: Request, pk: UUID) -> HttpResponse:
    """Look over what was found in a text, before it is laid down."""
    found, form = _dialogue(request, pk), PasteForm(request.POST)
    require(may_prepare(request.user, found))
    if not form.is_valid():
        return _page(request, found, paste=form, status=422)
    read = cards(form.cleaned_data["text"], kind=form.cleaned_data["kind"])
    if not read:
        form.add_error("text", _("Hier staat geen bevinding in. Plak een lijst of een alinea."))
        return _page(request, found, paste=form, status=422)
    return render(request, "dialogues/cards.html", {"dialogue": found, "cards": Cards(read)})


@require_POST
def put(request: Request, pk: UUID) -> HttpResponse:
    """Lay down what was looked over."""
    found, given = _dialogue(request, pk), Cards(data=request.POST)
    if not given.are_valid:
        context = {"dialogue": found, "cards": given}
        return render(request, "dialogues/cards.html", context, status=422)
    if not given.kept:
        messages.info(request, _("Er bleef geen bevinding over. Er is niets bijgekomen."))
        return redirect("dialogues:findings", found.pk)
    number = preparing.put(found, given.kept, by=request.user)
    said = ngettext("%(number)s bevinding erbij.", "%(number)s bevindingen erbij.", number)
    messages.success(request, said % {"number": number})
    return redirect("dialogues:findings", found.pk)


@require_POST
def take(request: Request, pk: UUID) -> HttpResponse:
    """Lay down findings that are kept with the map of factors."""
    found = _dialogue(request, pk)
    form = TakeForm(request.POST, versions=_offered(request, found))
    if not form.is_valid():
        return _page(request, found, take=form, status=422)
    preparing.put_versions(found, form.chosen, by=request.user)
    messages.success(request, _("De bevindingen liggen erbij."))
    return redirect("dialogues:findings", found.pk)


@require_http_methods(["GET", "POST"])
def finding(request: Request, pk: UUID) -> HttpResponse:
    """One of them, to change."""
    found = _finding(request, pk)
    data = request.POST if request.method == "POST" else None
    form = FindingForm(data, put=found)
    may_change = may_change_finding(request.user, found)
    if may_change and form.is_valid():
        preparing.change_finding(found, form.cleaned_data, by=request.user)
        messages.success(request, _("Bewaard."))
        return redirect("dialogues:findings", found.dialogue_id)
    context = {
        "finding": found,
        "dialogue": found.dialogue,
        "form": form,
        "may_change": may_change,
    }
    return render(request, "dialogues/finding.html", context, status=422 if form.is_bound else 200)


@require_POST
def move(request: Request, pk: UUID) -> HttpResponse:
    """One place up or down; the page opens at it again."""
    found = _finding(request, pk)
    preparing.move(found, -1 if request.POST.get("to") == "up" else 1, by=request.user)
    there = reverse("dialogues:findings", args=[found.dialogue_id])
    return redirect(f"{there}#finding-{found.pk}")


@require_POST
def merge(request: Request, pk: UUID) -> HttpResponse:
    """Together with the one before it."""
    found = _finding(request, pk)
    with pressed(request, _("Samengevoegd.")):
        preparing.merge(found, by=request.user)
    return redirect("dialogues:findings", found.dialogue_id)


@require_POST
def remove(request: Request, pk: UUID) -> HttpResponse:
    """Lay it aside."""
    found = _finding(request, pk)
    with pressed(request, _("Weggehaald.")):
        preparing.remove(found, by=request.user)
    return redirect("dialogues:findings", found.dialogue_id)


def _page(
    request: Request,
    found: Dialogue,
    *,
    paste: PasteForm | None = None,
    take: TakeForm | None = None,
    status: int = 200,
) -> HttpResponse:
    offered = _offered(request, found)
    context: dict[str, Any] = {
        "dialogue": found,
        "findings": list(_rows(found)),
        "paste": paste or PasteForm(),
        "take": take or (TakeForm(versions=offered) if offered else None),
        "may_prepare": may_prepare(request.user, found),
    }
    return render(request, "dialogues/findings.html", context, status=status)


def _rows(found: Dialogue) -> Iterator[tuple[PutFinding, bool, bool]]:
    """Each with whether it may still change, and go together with the one before it."""
    marked = Mark.objects.filter(put__dialogue=found).values_list("put", flat=True)
    told = Contribution.objects.filter(put__dialogue=found).values_list("put", flat=True)
    answered = {*marked.order_by().distinct(), *told.order_by().distinct()}
    unseen, before = may_be_answered_unseen(found), False
    for one in found.put.all():
        may_change = not (unseen or one.revealed_at or one.pk in answered)
        yield one, may_change, may_change and before
        before = may_change


def _offered(request: Request, found: Dialogue) -> list[FindingVersion]:
    """The newest version of each finding one reads and that does not lie there yet."""
    newer = FindingVersion.objects.filter(
        finding=OuterRef("finding"), number__gt=OuterRef("number")
    )
    versions = FindingVersion.objects.filter(
        ~Exists(newer),
        finding__in=Finding.objects.visible_to(request.user).filter(
            organisation=found.organisation_id
        ),
    ).exclude(pk__in=found.put.filter(version__isnull=False).values("version"))
    return list(versions.order_by("finding__made_at", "pk")[:MOST_OFFERED])


def _dialogue(request: Request, pk: UUID) -> Dialogue:
    return get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)


def _finding(request: Request, pk: UUID) -> PutFinding:
    found = PutFinding.objects.visible_to(request.user).select_related("dialogue")
    return get_object_or_404(found, pk=pk)
