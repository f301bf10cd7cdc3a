"""Read maps: the list, one map drawn and as a table, on a beamer, and what it was before."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from hartlijn.factors import formats, occasions
from hartlijn.factors.drawing import come_with, draw, shown_in, steps_of
from hartlijn.factors.drawing.placing import ORDER
from hartlijn.factors.models import FactorMap, MapVersion, organisations_kept_by
from hartlijn.factors.saying import LEVELS, name_of, title_of
from hartlijn.factors.telling.differences import differences
from hartlijn.factors.telling.facts import told
from hartlijn.factors.telling.legend import legend
from hartlijn.factors.telling.revealing import revealed
from hartlijn.factors.views.finding_maps import Seen, number_in, seen
from hartlijn.people.http import Request

PAGE = 20


@require_safe
def maps(request: Request) -> HttpResponse:
    """The maps of the own organisations, and those that are public."""
    found = FactorMap.objects.visible_to(request.user).select_related("organisation")
    page = Paginator(found.at_hand(), PAGE).get_page(request.GET.get("page"))
    keeps = organisations_kept_by(request.user).exists()
    put_away = FactorMap.objects.kept_by(request.user).exclude(put_away_on=None) if keeps else []
    context = {"page": page, "keeps": keeps, "put_away": put_away}
    return render(request, "factors/maps.html", context)


@require_safe
def map_(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A map, drawn and as a table."""
    found = seen(request, pk)
    document = found.document
    levels = [
        (LEVELS[level], factors)
        for level in ORDER
        if (factors := [(one.key, name_of(one)) for one in document.factors if one.level is level])
    ]
    context = {
        **about(found),
        "drawing": draw(document),
        "legend": legend(document),
        "levels": levels,
        "relations": [told(one, found.names) for one in document.relations],
        "first_part": next((step.key for step in steps_of(document)), ""),
        "kinds": list(formats.Format),
    }
    return render(request, "factors/map.html", context)


@require_safe
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A map on a beamer, revealed part by part."""
    found = seen(request, pk)
    document = found.document
    key = request.GET.get("show", "")
    factors, relations, is_part = shown_in(document, key)
    steps = revealed(steps_of(document), key if is_part else "")
    come = come_with(document, steps.current.key) if steps.current else frozenset()
    context = {
        **about(found),
        "drawing": draw(document),
        "legend": legend(document),
        "factors": factors,
        "relations": relations,
        "steps": steps,
        "come": come,
        "come_names": [(one.key, name_of(one)) for one in document.factors if one.key in come],
    }
    return render(request, "factors/show.html", context)


@require_safe
def versions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every version, and what changed it."""
    found = seen(request, pk)
    all_ = MapVersion.objects.filter(map=found.map).newest_first().defer("body")
    page = Paginator(all_, PAGE).get_page(request.GET.get("page"))
    of = occasions.told((one.reference for one in page), request.user)
    context = {**about(found), "page": page, "occasions": of}
    return render(request, "factors/versions.html", context)


@require_safe
def difference(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Between two versions: the last two, unless others are asked for."""
    found = seen(request, pk)
    after = number_in(request.GET.get("to", "")) or found.newest
    before = number_in(request.GET.get("from", "")) or max(1, after - 1)
    own = MapVersion.objects.filter(map=found.map)
    old, new = (get_object_or_404(own, number=number) for number in (before, after))
    context = {
        **about(found),
        "old": old,
        "new": new,
        "numbers": range(1, found.newest + 1),
        "differences": differences(old.document, new.document),
        "occasions": occasions.told([new.reference], request.user),
    }
    return render(request, "factors/difference.html", context)


def about(found: Seen) -> dict[str, object]:
    """What each page of a map says."""
    return {"seen": found, "map": found.map, "title": title_of(found.document)}
