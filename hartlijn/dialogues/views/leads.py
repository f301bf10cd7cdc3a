"""Leads: of one dialogue for who leads it, one by one, and all that school and employer follow."""

from typing import Any, Final
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.dialogues.access import may_lead
from hartlijn.dialogues.actions import leads as actions
from hartlijn.dialogues.forms.leads import AskForm, LeadForm, RefuseForm, TakeUpForm, TellForm
from hartlijn.dialogues.lead_access import may_list, may_refuse, may_take_up, may_tell
from hartlijn.dialogues.models import Dialogue, Lead
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.http import Request

PAGE: Final = 30


@require_safe
def leads(request: Request) -> HttpResponse:
    """What school and employer follow, filtered by kind and by how far it is."""
    kind, state = request.GET.get("kind", ""), request.GET.get("state", "")
    found = Lead.objects.visible_to(request.user).select_related("dialogue", "owner_organisation")
    if kind in Lead.Kind.values:
        found = found.filter(kind=kind)
    if state in Lead.State.values:
        found = found.filter(state=state)
    found = found.order_by("-dialogue__on_day", "dialogue", "order", "pk")
    context = {
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "kinds": Lead.Kind.choices,
        "states": Lead.State.choices,
        "kind": kind if kind in Lead.Kind.values else "",
        "state": state if state in Lead.State.values else "",
        "today": civil_day(),
    }
    return render(request, "dialogues/leads.html", context)


@require_http_methods(["GET", "POST"])
def of_dialogue(request: Request, pk: UUID) -> HttpResponse:
    """Those of one dialogue, and one more."""
    dialogue = get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
    form = LeadForm(request.POST if request.method == "POST" else None, dialogue=dialogue)
    if form.is_valid():
        made = actions.add(dialogue, form.cleaned_data, by=request.user)
        messages.success(request, _("Bewaard. Zeg nu wie het oppakt, of waarom het niet doorgaat."))
        return redirect("dialogues:lead", made.pk)
    context = {
        "dialogue": dialogue,
        "may": may_list(request.user, dialogue),
        "leads": dialogue.leads.select_related("dialogue", "owner_organisation"),
        "form": form,
        "today": civil_day(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "dialogues/leads_of_dialogue.html", context, status=status)


@require_POST
def gather(request: Request, pk: UUID) -> HttpResponse:
    """One for each theme in which somebody said what can be done."""
    dialogue = get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
    number = actions.gather(dialogue, by=request.user)
    said = _("Nieuwe aanknopingspunten: %d.") % number
    messages.success(request, said if number else _("Er kwam niets nieuws bij."))
    return redirect("dialogues:leads_of_dialogue", dialogue.pk)


@require_safe
def lead(request: Request, pk: UUID) -> HttpResponse:
    """One of them."""
    found = _lead(request, pk)
    actions.look(found, by=request.user)
    return _page(request, found)


@require_POST
def change(request: Request, pk: UUID) -> HttpResponse:
    """Other words."""
    found = _lead(request, pk)
    form = LeadForm(request.POST, dialogue=found.dialogue)
    if form.is_valid():
        actions.change(found, form.cleaned_data, by=request.user)
        return _done(request, found)
    return _page(request, found, words=form)


@require_POST
def ask(request: Request, pk: UUID) -> HttpResponse:
    """Who takes it up."""
    found, form = _lead(request, pk), AskForm(request.POST)
    if form.is_valid():
        actions.ask(found, **form.cleaned_data, by=request.user)
        return _done(request, found)
    return _page(request, found, ask=form)


@require_POST
def take_up(request: Request, pk: UUID) -> HttpResponse:
    """Yes."""
    found = _lead(request, pk)
    form = TakeUpForm(request.POST, lead=found, by=request.user)
    if form.is_valid():
        said = form.cleaned_data
        actions.take_up(found, said["home"], said["due_on"], by=request.user)
        return _done(request, found)
    return _page(request, found, take_up=form)


@require_POST
def refuse(request: Request, pk: UUID) -> HttpResponse:
    """No, and why."""
    found, form = _lead(request, pk), RefuseForm(request.POST)
    if form.is_valid():
        actions.refuse(found, form.cleaned_data["why"], by=request.user)
        return _done(request, found)
    return _page(request, found, refuse=form)


@require_POST
def tell(request: Request, pk: UUID) -> HttpResponse:
    """What changed."""
    found = _lead(request, pk)
    form = TellForm(request.POST, lead=found)
    if form.is_valid():
        said = form.cleaned_data
        actions.tell(found, said["what"], done=said["done"], by=request.user)
        return _done(request, found)
    return _page(request, found, tell=form)


@require_POST
def remove(request: Request, pk: UUID) -> HttpResponse:
    """It is none, after all."""
    found = _lead(request, pk)
    actions.remove(found, by=request.user)
    messages.success(request, _("Weggehaald."))
    return redirect("dialogues:leads_of_dialogue", found.dialogue_id)


def _lead(request: Request, pk: UUID) -> Lead:
    seen = Lead.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("dialogue", "owner_organisation"), pk=pk)


def _done(request: Request, found: Lead) -> HttpResponse:
    messages.success(request, _("Bewaard."))
    return redirect("dialogues:lead", found.pk)


def _page(request: Request, found: Lead, **forms_sent: forms.Form) -> HttpResponse:
    me = request.user
    offered: dict[str, Any] = {}
    if may_lead(me, found.dialogue):
        offered["words"] = LeadForm(dialogue=found.dialogue, lead=found)
        if found.state in {Lead.State.OPEN, Lead.State.TAKEN}:
            offered["ask"] = AskForm(initial={"name": found.owner_name, "due_on": found.due_on})
    if may_take_up(me, found):
        offered["take_up"] = TakeUpForm(lead=found, by=me)
    if may_tell(me, found):
        offered["tell"] = TellForm(lead=found)
    if may_refuse(me, found):
        offered["refuse"] = RefuseForm()
    context = {"lead": found, "today": civil_day()} | offered | forms_sent
    status = 422 if forms_sent else 200
    return render(request, "dialogues/lead.html", context, status=status)
