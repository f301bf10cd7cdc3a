"""The report: read it, look behind a sentence, say it in own words, tie the summary together."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.dialogues.access import may_report
from hartlijn.dialogues.actions import reporting
from hartlijn.dialogues.forms.reporting import SentenceForm, TemplateForm, ThreadForm
from hartlijn.dialogues.models import Dialogue, Taken, Thread
from hartlijn.dialogues.report.draft import draft
from hartlijn.dialogues.report.meeting import Language
from hartlijn.dialogues.report.numbers import FINDING
from hartlijn.dialogues.report.text import Sentence
from hartlijn.dialogues.showing_report import Line, found, gaps_in, parts_of
from hartlijn.dialogues.telling import told
from hartlijn.people.http import Request

PAGE: Final = 60


@require_safe
def report(request: Request, pk: UUID) -> HttpResponse:
    """The whole report in one language."""
    return show(request, dialogue_of(request, pk), said(request))


@require_safe
def sentence(request: Request, pk: UUID, key: str) -> HttpResponse:
    """One sentence, and the contributions it rests on."""
    return _sentence(request, dialogue_of(request, pk), key, said(request))


@require_POST
def edit(request: Request, pk: UUID, key: str) -> HttpResponse:
    """Own words instead of a sentence."""
    dialogue, form = dialogue_of(request, pk), SentenceForm(request.POST)
    if not form.is_valid():
        return _sentence(request, dialogue, key, said(request), form=form, status=422)
    language = form.cleaned_data["language"]
    try:
        reporting.edit(
            dialogue,
            _own(dialogue, key),
            language=language,
            text=form.cleaned_data["text"],
            seen=form.cleaned_data["seen"],
            by=request.user,
        )
    except reporting.ChangedMeanwhileError as changed:
        form = SentenceForm({**request.POST.dict(), "seen": changed.text})
        form.is_valid()
        form.add_error(
            "text",
            _(
                "Iemand veranderde deze zin intussen. Nu staat er: “%(text)s”. Bewaar opnieuw als jouw zin daarvoor in de plaats komt."
            )
            % {"text": changed.text},
        )
        return _sentence(request, dialogue, key, language, form=form, status=422)
    messages.success(request, _("Bewaard. Waar de zin op rust, blijft staan."))
    return redirect(_address(dialogue, language))


@require_POST
def take_back(request: Request, pk: UUID, key: str) -> HttpResponse:
    """As it writes itself again."""
    dialogue, language = dialogue_of(request, pk), said(request)
    reporting.take_back(dialogue, key, language, by=request.user)
    messages.success(request, _("De zin staat er weer zoals het verslag hem zelf schreef."))
    return redirect(_address(dialogue, language))


@require_POST
def tie(request: Request, pk: UUID) -> HttpResponse:
    """A sentence for the summary."""
    dialogue = dialogue_of(request, pk)
    known = set(dialogue.contributions.counting().values_list("number", flat=True))
    form = ThreadForm(request.POST, known=known)
    if not form.is_valid():
        return show(request, dialogue, said(request), thread=form, status=422)
    reporting.tie(dialogue, **form.cleaned_data, by=request.user)
    messages.success(request, _("De zin staat in de samenvatting."))
    return redirect(_address(dialogue, said(request)))


@require_POST
def untie(request: Request, pk: UUID) -> HttpResponse:
    """Out of the summary."""
    led = Dialogue.objects.visible_to(request.user)
    mine = Thread.objects.filter(dialogue__in=led).select_related("dialogue")
    thread = get_object_or_404(mine, pk=pk)
    reporting.untie(thread, by=request.user)
    messages.success(request, _("De zin is uit de samenvatting."))
    return redirect(_address(thread.dialogue, said(request)))


def dialogue_of(request: Request, pk: UUID) -> Dialogue:
    """One that the reader leads."""
    return get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)


def said(request: Request) -> Language:
    """The language the report is asked for in; else that of the page."""
    asked = request.POST.get("language") or request.GET.get("language") or get_language()
    return "en" if asked == "en" else "nl"


def show(  # noqa: PLR0913 - a page, and the forms that were refused on it
    request: Request,
    dialogue: Dialogue,
    language: Language,
    *,
    thread: ThreadForm | None = None,
    template: TemplateForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The report with its forms, or why there is none yet."""
    verdict = may_report(request.user, dialogue)
    if not verdict:
        context = {"dialogue": dialogue, "verdict": verdict}
        return render(request, "dialogues/report_waits.html", context)
    made = draft(told(dialogue))
    context = {
        "dialogue": dialogue,
        "language": language,
        "other": "nl" if language == "en" else "en",
        "title": Line(made.title, language),
        "parts": list(parts_of(made, language)),
        "gaps": gaps_in(made, language),
        "files": Taken.Kind.choices,
        "threads": dialogue.threads.all(),
        "thread": thread or ThreadForm(),
        "template": template or TemplateForm(initial={"language": language}),
        "taken": Taken.objects.filter(dialogue=dialogue)
        .select_related("by")
        .order_by("-on_day", "kind")[:20],
    }
    return render(request, "dialogues/report.html", context, status=status)


def _sentence(  # noqa: PLR0913 - a page, and the form that was refused on it
    request: Request,
    dialogue: Dialogue,
    key: str,
    language: Language,
    *,
    form: SentenceForm | None = None,
    status: int = 200,
) -> HttpResponse:
    if not may_report(request.user, dialogue):
        raise Http404
    made = draft(told(dialogue))
    one = found(made, key)
    if one is None:
        raise Http404
    edited = dialogue.edits.filter(key=key, language=language).first()
    behind = dialogue.contributions.counting().filter(number__in=one.contributions)
    initial = {
        "language": language,
        "text": edited.text if edited else one.text(language),
        "seen": edited.text if edited else "",
    }
    context = {
        "dialogue": dialogue,
        "language": language,
        "line": Line(one, language),
        "edited": edited,
        "form": form or SentenceForm(initial=initial),
        "page": Paginator(behind.select_related("theme"), PAGE).get_page(request.GET.get("page")),
        "findings": dialogue.put.filter(order__in=one.findings),
        "letter": FINDING.of(language),
    }
    return render(request, "dialogues/sentence.html", context, status=status)


def _own(dialogue: Dialogue, key: str) -> Sentence:
    """The sentence as it writes itself: what an edit is written over."""
    one = found(draft(replace(told(dialogue), edits=())), key)
    if one is None:
        raise Http404
    return one


def _address(dialogue: Dialogue, language: Language) -> str:
    return f"{reverse('dialogues:report', args=[dialogue.pk])}?language={language}"
