"""The draft that is read along: for whoever was there behind a link, and for who leads."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.dialogues.actions import checking, inviting
from hartlijn.dialogues.forms.checking import AddressesForm, AnswerForm, RemarkForm, UntilForm
from hartlijn.dialogues.lead_access import may_lay_open, may_read_draft
from hartlijn.dialogues.models import Dialogue, Remark
from hartlijn.dialogues.report.draft import draft as draft_of
from hartlijn.dialogues.report.text import Report, Sentence
from hartlijn.dialogues.telling import told
from hartlijn.dialogues.views import keys
from hartlijn.dialogues.views.letters import may_post
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.people.http import Request
from hartlijn.signalling.models import Signal

Parts = list[tuple[str, list[list[tuple[str, str]]]]]


@never_cache
@require_http_methods(["GET", "POST"])
def read(request: HttpRequest, token: str) -> HttpResponse:
    """Read along, and say of a sentence what is wrong or missing. No account is needed."""
    dialogue = checking.dialogue_of(token)
    if dialogue is None:
        raise Http404
    may = may_read_draft(dialogue, civil_day())
    parts = parts_of(draft_of(told(dialogue))) if may else []
    said = {key: text for _heading, rows in parts for row in rows for key, text in row}
    key = request.POST.get("key") or request.GET.get("sentence", "")
    key = key if key in said else ""
    said_of = request.GET.get("said")  # after keeping: where to say that it is kept
    form = RemarkForm(
        request.POST if request.method == "POST" else None,
        initial={"key": key, "token": uuid4()},
    )
    if form.is_valid():
        try:
            fields = form.cleaned_data | {"key": key}
            checking.remark(dialogue, **fields)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            answer = redirect("dialogues:draft_read", token)
            answer["Location"] += f"?{urlencode({'said': key})}#said"
            return answer
    context = {
        "dialogue": dialogue,
        "parts": parts,
        "form": form,
        "key": key,
        "sentence": said.get(key, ""),
        "said_of": said_of if said_of is None or said_of in said else "",
        "may": may,
        "answered": dialogue.remarks.exclude(outcome="").order_by("key", "pk"),
        "signals": Signal.objects.of(dialogue.reference),
        "today": civil_day(),
    }
    status = 422 if form.is_bound else 200
    return render(request, "dialogues/draft_read.html", context, status=status)


@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """From a place in the room to the draft of its dialogue."""
    for seat in keys.seats(request):
        if seat.dialogue.state == Dialogue.State.CHECKED:
            return redirect("dialogues:draft_read", checking.link_token(seat.dialogue))
    return redirect("dialogues:join")


@require_http_methods(["GET", "POST"])
def check(request: Request, pk: UUID) -> HttpResponse:
    """Lay the draft open; then the link, and what people said beside each sentence."""
    dialogue = _dialogue(request, pk)
    form = UntilForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        checking.lay_open(dialogue, form.cleaned_data["until"], by=request.user)
        messages.success(request, _("Het concept ligt klaar om mee te lezen. Deel de link."))
        return redirect("dialogues:draft_check", dialogue.pk)
    return _check(request, dialogue, until=form)


@require_POST
def answer(request: Request, pk: UUID) -> HttpResponse:
    """Say what changed, or why it stays."""
    seen = Remark.objects.visible_to(request.user).select_related("dialogue")
    remark, form = get_object_or_404(seen, pk=pk), AnswerForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        checking.answer(remark, said["outcome"], said["answer"], by=request.user)
        messages.success(request, _("Bewaard. Wie meeleest, ziet je antwoord."))
        return redirect("dialogues:draft_check", remark.dialogue_id)
    return _check(request, remark.dialogue, answer=form, about=remark.pk)


@require_POST
def send(request: Request, pk: UUID) -> HttpResponse:
    """The link by letter, to addresses that are not kept."""
    dialogue, form = _dialogue(request, pk), AddressesForm(request.POST)
    if form.is_valid() and may_post(request, form):
        asked = form.cleaned_data["addresses"]
        sent = inviting.send_draft(dialogue, asked, by=request.user)
        if sent == len(asked):
            messages.success(request, _("Verstuurd: %d. De adressen zijn vergeten.") % sent)
            return redirect("dialogues:draft_check", dialogue.pk)
        form.add_error("addresses", _("De mailserver antwoordt niet. Verstuurd: %d.") % sent)
    return _check(request, dialogue, addresses=form)


def parts_of(report: Report) -> Parts:
    """Headings, paragraphs and sentences in the language of the page, each sentence with its key."""
    language: Any = "en" if (get_language() or "nl").startswith("en") else "nl"
    return [
        (
            section.heading.of(language),
            [
                [(one.key, one.text(language)) for one in paragraph.sentences if _is_shown(one)]
                for paragraph in section.paragraphs
            ],
        )
        for section in report.sections
    ]


def _is_shown(sentence: Sentence) -> bool:
    """No numbers stand in what is read along, so nothing is said of them."""
    return sentence.key not in {"reading/numbers", "reading/cards"}


def _dialogue(request: Request, pk: UUID) -> Dialogue:
    seen = Dialogue.objects.visible_to(request.user).prefetch_related("remarks")
    return get_object_or_404(seen, pk=pk)


def _check(request: Request, dialogue: Dialogue, **sent: Any) -> HttpResponse:
    is_read = dialogue.state == Dialogue.State.CHECKED
    said: dict[str, str] = {}
    remarks = sorted(dialogue.remarks.all(), key=lambda one: (one.key, str(one.pk)))
    if remarks:
        parts = parts_of(draft_of(told(dialogue)))
        said = {key: text for _heading, rows in parts for row in rows for key, text in row}
    path = reverse("dialogues:draft_read", args=[checking.link_token(dialogue)])
    context = {
        "dialogue": dialogue,
        "may": may_lay_open(request.user, dialogue),
        "until": sent.get("until") or UntilForm(),
        "link": request.build_absolute_uri(path) if is_read else "",
        "remarks": [(one, said.get(one.key, "")) for one in remarks],
        "answer": sent.get("answer"),
        "about": sent.get("about"),
        "addresses": (sent.get("addresses") or AddressesForm()) if is_read else None,
        "outcomes": Remark.Outcome.choices,
    }
    bound = any(getattr(one, "is_bound", False) for one in sent.values())
    return render(request, "dialogues/draft_check.html", context, status=422 if bound else 200)
