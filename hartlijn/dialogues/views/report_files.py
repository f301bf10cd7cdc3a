"""The report and the contributions as files, also in an own template."""

from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from hartlijn.dialogues.access import may_report
from hartlijn.dialogues.actions import reporting
from hartlijn.dialogues.forms.reporting import TemplateForm
from hartlijn.dialogues.models import Dialogue
from hartlijn.dialogues.report.as_paper import paper_of
from hartlijn.dialogues.report.as_qda import project_of
from hartlijn.dialogues.report.as_table import table_of
from hartlijn.dialogues.report.draft import draft
from hartlijn.dialogues.report.meeting import Language
from hartlijn.dialogues.telling import told
from hartlijn.dialogues.views.report import dialogue_of, said, show
from hartlijn.lib.papers.kinds import KINDS, WORD
from hartlijn.lib.papers.paper import Paper
from hartlijn.lib.papers.template import TemplateError, in_template
from hartlijn.lib.verdict import require
from hartlijn.people.http import Request

DATA: Final = {
    "csv": "text/csv; charset=utf-8",
    "qdpx": "application/zip",
}
LONGEST_NAME: Final = 60


@require_safe
def file(request: Request, pk: UUID, language: str, kind: str) -> HttpResponse:
    """One file; that it went along is noted."""
    dialogue = dialogue_of(request, pk)
    if language not in {"nl", "en"} or kind not in {*KINDS, *DATA}:
        raise Http404
    if not may_report(request.user, dialogue):
        raise Http404
    tongue: Language = "en" if language == "en" else "nl"
    if kind in KINDS:
        data, media = KINDS[kind].make(_paper(dialogue, tongue)), KINDS[kind].media
    else:
        meeting = told(dialogue)
        data = table_of(meeting) if kind == "csv" else project_of(meeting, tongue)
        media = DATA[kind]
    reporting.note_taken(dialogue, kind, tongue, by=request.user)
    return _along(dialogue, data, media, kind, tongue)


@require_POST
def template(request: Request, pk: UUID) -> HttpResponse:
    """The report in the reader's own document, which is kept nowhere."""
    dialogue, language = dialogue_of(request, pk), said(request)
    require(may_report(request.user, dialogue))
    form = TemplateForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            data = in_template(form.cleaned_data["file"].read(), _paper(dialogue, language))
        except TemplateError as error:
            form.add_error("file", str(error.sentence))
        else:
            reporting.note_taken(dialogue, "docx", language, by=request.user)
            return _along(dialogue, data, WORD, "docx", language)
    return show(request, dialogue, language, template=form, status=422)


def _paper(dialogue: Dialogue, language: Language) -> Paper:
    meeting = told(dialogue)
    return paper_of(draft(meeting), meeting, language)


def _along(
    dialogue: Dialogue, data: bytes, media: str, kind: str, language: Language
) -> HttpResponse:
    response = HttpResponse(data, content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{_name(dialogue, kind, language)}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response


def _name(dialogue: Dialogue, kind: str, language: Language) -> str:
    """By which somebody finds it again among others, and sees that it is not the last."""
    with override(language):
        words = slugify(str(dialogue))[:LONGEST_NAME].strip("-")
        what = _("bijdragen") if kind in DATA else _("verslag")
        state = "" if dialogue.state == Dialogue.State.CLOSED else _("concept")
    return "-".join(filter(None, [what, words, state])) + f".{kind}"
