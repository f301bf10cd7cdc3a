"""Change a map: each time somebody keeps something there is a new version, with its reason."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.factors import occasions
from hartlijn.factors.actions import maps
from hartlijn.factors.actions.meanwhile import ChangedMeanwhile
from hartlijn.factors.document import Definition, MapDocument
from hartlijn.factors.editing import (
    factor_in,
    put_definition,
    put_factor,
    put_relation,
    relation_in,
    take_out_factor,
    take_out_relation,
)
from hartlijn.factors.forms.parts import DefinitionForm, FactorForm, RelationForm, TitleForm
from hartlijn.factors.forms.reason import ReasonForm
from hartlijn.factors.models import MapVersion
from hartlijn.factors.remarks import UnusableError
from hartlijn.factors.saying import name_of
from hartlijn.factors.telling.differences import Differences, differences
from hartlijn.factors.telling.facts import (
    Facts,
    facts_of_definition,
    facts_of_factor,
    facts_of_relation,
    process_name,
    told,
)
from hartlijn.factors.views.finding_maps import Seen, number_in, to_change
from hartlijn.factors.views.reading import about
from hartlijn.factors.words import Process
from hartlijn.people.http import Request

Change = Callable[[MapDocument], MapDocument]


@require_http_methods(["GET", "POST"])
def factor(request: Request, pk: UUID, key: str = "") -> HttpResponse:
    """Add a factor, or change one."""
    found = to_change(request, pk)
    one = found.factor(key) if key else None
    form = FactorForm(_typed(request), after=found.newest, factor=one)

    def change(document: MapDocument) -> MapDocument:
        return put_factor(document, form.made(document), is_new=one is None)

    if _kept(request, found, form, change):
        return redirect("factors:map", found.map.pk)
    now = factor_in(found.document, key)
    title = _("{name} aanpassen").format(name=name_of(one)) if one else _("Een factor erbij")
    return _page(request, found, form, title, facts_of_factor(now) if now else [])


@require_http_methods(["GET", "POST"])
def factor_remove(request: Request, pk: UUID, key: str) -> HttpResponse:
    """Take a factor out, with its relations."""
    found = to_change(request, pk)
    one = found.factor(key)
    form = ReasonForm(_typed(request), after=found.newest)
    if _kept(request, found, form, lambda document: take_out_factor(document, key)):
        return redirect("factors:map", found.map.pk)
    lines = [
        told(other, found.names).sentence
        for other in found.document.relations
        if key in {other.source, other.target}
    ]
    title = _("{name} weghalen").format(name=name_of(one))
    return _page(request, found, form, title, facts_of_factor(one), going=lines, removes=True)


@require_http_methods(["GET", "POST"])
def relation(request: Request, pk: UUID, key: str = "") -> HttpResponse:
    """Add a relation, or change one."""
    found = to_change(request, pk)
    one = found.relation(key) if key else None
    form = RelationForm(
        _typed(request),
        after=found.newest,
        document=found.document,
        relation=one,
        source=request.GET.get("from", ""),
    )

    def change(document: MapDocument) -> MapDocument:
        return put_relation(document, form.made(document), is_new=one is None)

    if _kept(request, found, form, change):
        return redirect("factors:map", found.map.pk)
    now = relation_in(found.document, key)
    facts = facts_of_relation(now, found.names) if now else []
    title = _("Deze relatie aanpassen") if one else _("Een relatie erbij")
    return _page(request, found, form, title, facts)


@require_http_methods(["GET", "POST"])
def relation_remove(request: Request, pk: UUID, key: str) -> HttpResponse:
    """Take a relation out."""
    found = to_change(request, pk)
    one = found.relation(key)
    form = ReasonForm(_typed(request), after=found.newest)
    if _kept(request, found, form, lambda document: take_out_relation(document, key)):
        return redirect("factors:map", found.map.pk)
    facts = facts_of_relation(one, found.names)
    return _page(request, found, form, _("Deze relatie weghalen"), facts, removes=True)


@require_http_methods(["GET", "POST"])
def definition(request: Request, pk: UUID, process: str) -> HttpResponse:
    """Say what a process means in this map."""
    found = to_change(request, pk)
    if process not in set(Process) - {Process.NOT_SAID}:
        raise Http404
    there = {one.process: one for one in found.document.definitions}
    one = there.get(Process(process)) or Definition(Process(process), "")
    form = DefinitionForm(_typed(request), after=found.newest, definition=one)
    if _kept(request, found, form, lambda document: put_definition(document, form.made())):
        return redirect("factors:map_definitions", found.map.pk)
    title = _("Wat betekent {process}?").format(process=process_name(one.process))
    return _page(request, found, form, title, facts_of_definition(one) if one.text else [])


@require_http_methods(["GET", "POST"])
def title(request: Request, pk: UUID) -> HttpResponse:
    """Give a map another title."""
    found = to_change(request, pk)
    names = {"title": found.map.title, "title_en": found.map.title_en}
    form = TitleForm(_typed(request), after=found.newest, initial=names)
    if _kept(request, found, form, form.made):
        return redirect("factors:map", found.map.pk)
    return _page(request, found, form, _("Een andere titel"), [(_("Titel"), found.map.title)])


@require_http_methods(["GET", "POST"])
def again(request: Request, pk: UUID) -> HttpResponse:
    """Let an earlier version count again, as a next one: nothing that came since is lost."""
    found = to_change(request, pk)
    number = number_in(request.GET.get("version", "")) or max(1, found.newest - 1)
    earlier = get_object_or_404(MapVersion, map=found.map, number=number)
    because = _("Versie {number} geldt weer").format(number=number)
    form = ReasonForm(_typed(request), after=found.newest, initial={"because": because})
    if _kept(request, found, form, lambda _now: earlier.document):
        return redirect("factors:map", found.map.pk)
    title = _("Versie {number} weer laten gelden").format(number=number)
    becomes = differences(found.document, earlier.document)
    return _page(request, found, form, title, [], becomes=becomes)


@require_POST
def publish(request: Request, pk: UUID) -> HttpResponse:
    """Let everybody read it."""
    found = to_change(request, pk)
    maps.publish(found.map, by=request.user)
    messages.success(request, _("Iedereen met het adres kan deze kaart nu lezen."))
    return redirect("factors:map", found.map.pk)


@require_POST
def take_back(request: Request, pk: UUID) -> HttpResponse:
    """Keep it inside the organisation again."""
    found = to_change(request, pk)
    maps.take_back(found.map, by=request.user)
    messages.success(request, _("Alleen wie bij de organisatie hoort, leest deze kaart nog."))
    return redirect("factors:map", found.map.pk)


@require_POST
def put_away(request: Request, pk: UUID) -> HttpResponse:
    """Out of the lists."""
    found = to_change(request, pk)
    maps.put_away(found.map, by=request.user)
    messages.success(request, _("Weggelegd. Je vindt deze kaart onder de weggelegde kaarten."))
    return redirect("factors:maps")


@require_POST
def take_out(request: Request, pk: UUID) -> HttpResponse:
    """Back into the lists."""
    found = to_change(request, pk)
    maps.take_out(found.map, by=request.user)
    messages.success(request, _("Deze kaart staat weer tussen de andere."))
    return redirect("factors:map", found.map.pk)


def _typed(request: Request) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _kept(request: Request, found: Seen, form: ReasonForm, change: Change) -> bool:
    """Whether what was typed is a version now; if not, the form says why."""
    form.offer(occasions.own(request.user))
    if not form.is_valid():
        return False
    try:
        document = change(found.document)
        maps.new_version(found.map, document, **form.reason, by=request.user)
    except ChangedMeanwhile as refusal:
        form.add_error(None, str(refusal))
        form.seen(found.newest)
        form.met_another = True
    except UnusableError as wrong:
        for one in wrong.remarks:
            if one.place.field in form.fields:
                form.add_error(one.place.field, str(one.sentence))
            else:
                form.add_error(None, str(one))
    else:
        messages.success(request, _("Bewaard als nieuwe versie van de kaart."))
        return True
    return False


def _page(  # noqa: PLR0913 - what the one page of all changes shows
    request: Request,
    found: Seen,
    form: ReasonForm,
    heading: str,
    now: Facts,
    *,
    going: list[str] | None = None,
    removes: bool = False,
    becomes: Differences | None = None,
) -> HttpResponse:
    context = {
        **about(found),
        "form": form,
        "heading": heading,
        "now": now if removes or form.met_another else [],
        "going": going or [],
        "removes": removes,
        "differences": becomes,
    }
    status = 422 if form.is_bound else 200
    return render(request, "factors/change.html", context, status=status)
