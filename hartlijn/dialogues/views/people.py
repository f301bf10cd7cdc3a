"""Who leads along, and who types along with a link of their own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.dialogues.actions import helpers, preparing
from hartlijn.dialogues.forms.about import HelperForm, LeaderForm
from hartlijn.dialogues.models import Dialogue, Helper, Leading
from hartlijn.dialogues.views import keys
from hartlijn.lib.verdict import Refused
from hartlijn.people.http import Request


@require_safe
def people(request: Request, pk: UUID) -> HttpResponse:
    """Both lists."""
    return _page(request, _dialogue(request, pk))


@require_POST
def name_leader(request: Request, pk: UUID) -> HttpResponse:
    """Somebody leads along."""
    found, form = _dialogue(request, pk), LeaderForm(request.POST)
    if form.is_valid():
        try:
            named = preparing.name_leader(found, form.cleaned_data["email"], by=request.user)
        except Refused as refusal:
            form.add_error("email", str(refusal))
        else:
            messages.success(request, _("%s leidt mee.") % named.name)
            return redirect("dialogues:people", found.pk)
    return _page(request, found, leader=form, status=422)


@require_POST
def drop_leader(request: Request, pk: UUID) -> HttpResponse:
    """Somebody leads no longer."""
    leading = get_object_or_404(
        Leading.objects.visible_to(request.user).select_related("dialogue"), pk=pk
    )
    preparing.drop_leader(leading, by=request.user)
    messages.success(request, _("Die leidt niet meer mee."))
    if leading.person_id == request.user.pk:
        return redirect("dialogues:dialogues")
    return redirect("dialogues:people", leading.dialogue_id)


@require_POST
def make_helper(request: Request, pk: UUID) -> HttpResponse:
    """A link, shown this once, so the page does not go on to another."""
    found, form = _dialogue(request, pk), HelperForm(request.POST)
    if not form.is_valid():
        return _page(request, found, helper=form, status=422)
    key = helpers.make(found, form.cleaned_data["name"], by=request.user)
    link = request.build_absolute_uri(reverse("dialogues:scribe_link", args=[key]))
    return _page(request, found, link=link)


@require_POST
def end_helper(request: Request, pk: UUID) -> HttpResponse:
    """The link works no longer."""
    helper = get_object_or_404(
        Helper.objects.filter(dialogue__in=Dialogue.objects.visible_to(request.user)), pk=pk
    )
    helpers.end(helper, by=request.user)
    messages.success(request, _("De link werkt niet meer."))
    return redirect("dialogues:people", helper.dialogue_id)


@require_POST
def type_along(request: Request, pk: UUID) -> HttpResponse:
    """Who leads types along in this browser."""
    found = _dialogue(request, pk)
    key = helpers.make(found, _("wie leidt"), by=request.user)  # a name would outlive who leaves
    answer = redirect("dialogues:scribe")
    keys.give(answer, keys.HELPER, key)
    return answer


def _page(  # noqa: PLR0913 - two forms on one page
    request: Request,
    found: Dialogue,
    *,
    leader: LeaderForm | None = None,
    helper: HelperForm | None = None,
    link: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "dialogue": found,
        "leading": found.leading.select_related("person").order_by("since", "person__name"),
        "helpers": found.helpers.filter(ended_on=None).order_by("made_on", "name"),
        "leader": leader or LeaderForm(),
        "helper": helper or HelperForm(),
        "link": link,
    }
    return render(request, "dialogues/people.html", context, status=status)


def _dialogue(request: Request, pk: UUID) -> Dialogue:
    return get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)
