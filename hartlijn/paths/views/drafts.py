"""Change a template as a draft: one thing on a page, and nothing of two people is lost."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.lib.verdict import Refused
from hartlijn.paths.actions import drafting
from hartlijn.paths.drafting import drafts
from hartlijn.paths.drafting.drafts import Body, ChangedMeanwhile, mark
from hartlijn.paths.drafting.refusals import wrong_with
from hartlijn.paths.forms.drafts import AboutForm, DraftForm, FrameForm, PartForm
from hartlijn.paths.forms.promises import FORMS
from hartlijn.paths.models import Template
from hartlijn.paths.telling import readable
from hartlijn.paths.telling.vocabulary import said
from hartlijn.paths.views.templates import template_of
from hartlijn.people.http import Request

Words = dict[str, str | Promise]
NEW: Words = {
    "phases": gettext_lazy("Een fase erbij"),
    "steps": gettext_lazy("Een stap erbij"),
    "promises": gettext_lazy("Een belofte erbij"),
}
GONE: Words = {
    "phases": gettext_lazy(
        "Deze fase is intussen weggehaald. Bewaar je hem, dan staat hij er weer."
    ),
    "steps": gettext_lazy(
        "Deze stap is intussen weggehaald. Bewaar je hem, dan staat hij er weer."
    ),
    "promises": gettext_lazy(
        "Deze belofte is intussen weggehaald. Bewaar je haar, dan staat ze er weer."
    ),
}


@dataclass(frozen=True)
class Sheet:
    """One page with one form of a draft."""

    template: Template
    form: DraftForm
    heading: str
    kind: str = ""
    key: str = ""


@require_safe
def draft(request: Request, pk: UUID) -> HttpResponse:
    """All of it, with a way to each thing and what keeps it from counting."""
    template = template_of(request, pk)
    body = drafting.body_of(template)
    wrong = wrong_with(body)
    context = {
        "template": template,
        "organisation": template.organisation,
        "whole": readable.read(body),
        "wrong": wrong,
        "seen": mark(template.draft),
    }
    return render(request, "paths/draft.html", context)


@require_http_methods(["GET", "POST"])
def about(request: Request, pk: UUID) -> HttpResponse:
    """Title, and what it is about."""
    return _fields(request, template_of(request, pk), AboutForm, _("Titel en uitleg"))


@require_http_methods(["GET", "POST"])
def frame(request: Request, pk: UUID) -> HttpResponse:
    """Dates and roles."""
    return _fields(request, template_of(request, pk), FrameForm, _("Datums, en wie meedoet"))


def _fields(
    request: Request, template: Template, kind: type[AboutForm | FrameForm], heading: str
) -> HttpResponse:
    form = kind(_data(request), body=drafting.body_of(template))
    sheet = Sheet(template, form, heading)
    if not form.is_valid():
        return _show(request, sheet)
    after = form.cleaned_data["after"]
    return _keep(request, sheet, lambda body: drafts.put_fields(body, form.said(), after=after))


@require_http_methods(["GET", "POST"])
def add(request: Request, pk: UUID, kind: str) -> HttpResponse:
    """A phase, step or promise more."""
    template = template_of(request, pk)
    form = _form(request, template, kind, "")
    phase = request.GET.get("phase")
    if phase and "phase" in form.fields:
        form.initial["phase"] = phase
    sheet = Sheet(template, form, str(NEW[kind]), kind)
    if not form.is_valid():
        return _show(request, sheet)
    return _keep(request, sheet, partial(_added, form, kind))


@require_http_methods(["GET", "POST"])
def part(request: Request, pk: UUID, kind: str, key: str) -> HttpResponse:
    """One phase, step or promise."""
    template = template_of(request, pk)
    form = _form(request, template, kind, key)
    if not form.is_bound and not form.part:
        raise Http404
    name = said(form.part.get("name")) or _("Weggehaald")
    sheet = Sheet(template, form, name, kind, key)
    if not form.is_valid():
        return _show(request, sheet)
    after = form.cleaned_data["after"]
    return _keep(request, sheet, lambda body: drafts.put(body, kind, form.said(key), after=after))


@require_POST
def move(request: Request, pk: UUID, kind: str, key: str) -> HttpResponse:
    """One place earlier or later."""
    template = template_of(request, pk)
    _known(kind)
    later = request.POST.get("where") == "later"
    drafting.edit(template, lambda body: drafts.move(body, kind, key, later=later), by=request.user)
    messages.success(request, _("Verplaatst."))
    return _back(template)


@require_POST
def remove(request: Request, pk: UUID, kind: str, key: str) -> HttpResponse:
    """Take one out; not when somebody else changed it since one looked."""
    template = template_of(request, pk)
    _known(kind)
    after = request.POST.get("after", "")
    try:
        drafting.edit(
            template, lambda body: drafts.take_out(body, kind, key, after=after), by=request.user
        )
    except ChangedMeanwhile:
        messages.warning(
            request, _("Iemand anders paste dit intussen aan. Kijk eerst hoe het er nu staat.")
        )
        return redirect("paths:draft_part", template.pk, kind, key)
    messages.success(request, _("Weggehaald uit het klad."))
    return _back(template)


@require_POST
def drop(request: Request, pk: UUID) -> HttpResponse:
    """Throw the draft away."""
    template = template_of(request, pk)
    try:
        drafting.drop(template, seen=request.POST.get("seen", ""), by=request.user)
    except ChangedMeanwhile:
        messages.warning(
            request,
            _("Iemand anders werkte intussen verder aan dit klad. Kijk eerst wat er staat."),
        )
        return _back(template)
    messages.success(request, _("Het klad is weg."))
    if template.version_id is None:
        return redirect("paths:templates", template.organisation_id)
    return redirect("paths:template", template.pk)


def _keep(request: Request, sheet: Sheet, change: Callable[[Body], Body]) -> HttpResponse:
    """Keep it, or show what somebody else made of it beside what was typed."""
    try:
        drafting.edit(sheet.template, change, by=request.user)
    except ChangedMeanwhile as refusal:
        return _show(request, sheet, refusal)
    except Refused as refusal:  # put away meanwhile: what was typed stays
        sheet.form.add_error(None, str(refusal))
        return _show(request, sheet)
    messages.success(request, _("Bewaard in het klad. Er verandert nog voor niemand iets."))
    return _back(sheet.template)


def _show(request: Request, sheet: Sheet, refusal: ChangedMeanwhile | None = None) -> HttpResponse:
    form = sheet.form
    there: tuple[readable.Fact, ...] = ()
    if refusal is not None:
        form.data = _with_mark(request, refusal.now)
        gone = GONE.get(sheet.kind) if refusal.now is None else None
        form.add_error(None, str(gone or refusal))
        if refusal.now is not None:
            body = drafting.body_of(template_of(request, sheet.template.pk))
            there = readable.everything(sheet.kind, refusal.now, body)
    context = {
        "template": sheet.template,
        "sheet": sheet,
        "form": form,
        "there": there,
        "mark": mark(getattr(form, "part", None) or None),
    }
    return render(request, "paths/draft_part.html", context, status=422 if form.is_bound else 200)


def _with_mark(request: Request, now: Any) -> QueryDict:
    """What was typed, to be put together with what is there now and kept after that."""
    data = request.POST.copy()
    data["after"] = mark(now)
    return data


def _form(request: Request, template: Template, kind: str, key: str) -> PartForm:
    _known(kind)
    return FORMS[kind](_data(request), body=drafting.body_of(template), key=key)


def _added(form: PartForm, kind: str, body: Body) -> Body:
    key = drafts.new_key(body, kind, form.cleaned_data["name_nl"])
    return drafts.put(body, kind, form.said(key), after="")


def _data(request: Request) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _known(kind: str) -> None:
    if kind not in FORMS:
        raise Http404


def _back(template: Template) -> HttpResponse:
    return redirect("paths:draft", template.pk)
