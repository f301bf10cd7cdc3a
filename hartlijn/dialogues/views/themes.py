"""Names for what belongs together; made on the screen, with everybody."""

from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.dialogues.access import may_name_themes
from hartlijn.dialogues.actions import themes as actions
from hartlijn.dialogues.forms.themes import NamedForm, RetellForm, ThemeForm
from hartlijn.dialogues.models import Contribution, Dialogue, Theme
from hartlijn.dialogues.views.typed_ids import id_in
from hartlijn.people.http import Request

PAGE: Final = 60
MOST_CHOSEN: Final = 300


@require_safe
def themes(request: Request, pk: UUID) -> HttpResponse:
    """What was revealed, and the names there are."""
    return _page(request, _dialogue(request, pk))


@require_POST
def name(request: Request, pk: UUID) -> HttpResponse:
    """One name for what was chosen."""
    found, form = _dialogue(request, pk), ThemeForm(request.POST)
    chosen = [id_in(one) for one in request.POST.getlist("chosen")[:MOST_CHOSEN]]
    if not chosen:
        form.add_error(None, _("Kies eerst wat bij elkaar hoort."))
    if not form.is_valid():
        return _page(request, found, form=form, chosen=chosen, status=422)
    theme = actions.name(found, chosen, form.cleaned_data["name"], by=request.user)
    messages.success(request, _("Staat nu onder “%s”.") % theme.name)
    return redirect(f"{request.path.removesuffix('name/')}?{request.GET.urlencode()}")


@require_http_methods(["GET", "POST"])
def theme(request: Request, pk: UUID) -> HttpResponse:
    """A theme with what stands under it: its name, and the sentence that was agreed on."""
    found = _theme(request, pk)
    data = request.POST if request.method == "POST" else None
    names = ("name", "says", "name_other", "says_other")
    form = NamedForm(data, initial={one: getattr(found, one) for one in names})
    if form.is_valid():
        actions.word(found, form.cleaned_data, by=request.user)
        messages.success(request, _("Bewaard."))
        return redirect("dialogues:theme", found.pk)
    standing = found.dialogue.themes.standing()
    under = Contribution.objects.revealed(found.dialogue).filter(theme__in=[found, *_inside(found)])
    context = {
        "theme": found,
        "dialogue": found.dialogue,
        "form": form,
        "others": standing.exclude(pk=found.pk) if not found.merged_into_id else [],
        "inside": _inside(found),
        "page": Paginator(under, PAGE).get_page(request.GET.get("page")),
        "may": may_name_themes(request.user, found.dialogue),
    }
    return render(request, "dialogues/theme.html", context, status=422 if form.is_bound else 200)


@require_POST
def merge(request: Request, pk: UUID) -> HttpResponse:
    """Let it go into another."""
    found = _theme(request, pk)
    into = get_object_or_404(found.dialogue.themes, pk=id_in(request.POST.get("into", "")))
    actions.merge(found, into, by=request.user)
    messages.success(request, _("Samengevoegd. Je kunt dat weer ongedaan maken."))
    return redirect("dialogues:theme", into.pk)


@require_POST
def take_apart(request: Request, pk: UUID) -> HttpResponse:
    """Undo."""
    found = _theme(request, pk)
    actions.take_apart(found, by=request.user)
    messages.success(request, _("Dit thema staat weer op zichzelf."))
    return redirect("dialogues:theme", found.pk)


@require_POST
def remove(request: Request, pk: UUID) -> HttpResponse:
    """Take the name away."""
    found = _theme(request, pk)
    actions.remove(found, by=request.user)
    messages.success(request, _("De naam is weg. Wat eronder stond, staat weer los."))
    return redirect("dialogues:themes", found.dialogue_id)


@require_POST
def take_out(request: Request, pk: UUID) -> HttpResponse:
    """One contribution belongs under no name."""
    found = _contribution(request, pk)
    actions.take_out(found, by=request.user)
    return redirect("dialogues:themes", found.dialogue_id)


@require_http_methods(["GET", "POST"])
def contribution(request: Request, pk: UUID) -> HttpResponse:
    """One contribution: into the other language, in other words, or left out."""
    found = _contribution(request, pk)
    names = ("translation", "retold", "retold_other", "hidden")
    data = request.POST if request.method == "POST" else None
    form = RetellForm(data, initial={one: getattr(found, one) for one in names})
    if form.is_valid():
        actions.retell(found, form.cleaned_data, by=request.user)
        messages.success(request, _("Bewaard."))
        return redirect("dialogues:themes", found.dialogue_id)
    context = {"contribution": found, "dialogue": found.dialogue, "form": form}
    return render(
        request, "dialogues/contribution.html", context, status=422 if form.is_bound else 200
    )


def _page(
    request: Request,
    found: Dialogue,
    *,
    form: ThemeForm | None = None,
    chosen: list[UUID] | None = None,
    status: int = 200,
) -> HttpResponse:
    kind = request.GET.get("kind", "")
    rows = Contribution.objects.revealed(found).select_related("theme", "put")
    if kind in Contribution.Kind.values:
        rows = rows.filter(kind=kind)
    if request.GET.get("loose"):
        rows = rows.filter(theme=None)
    context: dict[str, Any] = {
        "dialogue": found,
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "kinds": Contribution.Kind.choices,
        "kind": kind,
        "themes": found.themes.standing(),
        "form": form or ThemeForm(),
        "chosen": chosen or [],
        "may": may_name_themes(request.user, found),
    }
    return render(request, "dialogues/themes.html", context, status=status)


def _inside(found: Theme) -> list[Theme]:
    return list(found.merged.order_by("name"))


def _dialogue(request: Request, pk: UUID) -> Dialogue:
    return get_object_or_404(Dialogue.objects.visible_to(request.user), pk=pk)


def _theme(request: Request, pk: UUID) -> Theme:
    found = Theme.objects.visible_to(request.user).select_related("dialogue", "merged_into")
    return get_object_or_404(found, pk=pk)


def _contribution(request: Request, pk: UUID) -> Contribution:
    """One that is revealed; what is not, exists for nobody."""
    mine = Contribution.objects.visible_to(request.user).select_related("dialogue")
    found = get_object_or_404(mine, pk=pk)
    return get_object_or_404(
        Contribution.objects.revealed(found.dialogue).select_related("dialogue", "put", "theme"),
        pk=pk,
    )
