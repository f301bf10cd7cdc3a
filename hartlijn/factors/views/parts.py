"""Read one factor or relation with everything that is known of it, and what processes mean."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hartlijn.factors.document import Definition
from hartlijn.factors.drawing import draw_rings
from hartlijn.factors.models import Finding, MapVersion
from hartlijn.factors.saying import LEVELS, name_of, note_of
from hartlijn.factors.telling.about_one import findings_about, versions_that_changed
from hartlijn.factors.telling.facts import (
    facts_of_definition,
    process_name,
    source_of,
    told,
)
from hartlijn.factors.telling.legend import legend
from hartlijn.factors.views.finding_maps import seen
from hartlijn.factors.views.reading import about
from hartlijn.factors.words import Process

LOOKED_BACK = 30
"""Versions in which a page looks for what changed one thing; the list of versions has all."""


@require_safe
def factor(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """One factor: what acts on it, what it acts on, sources, findings, and what changed it."""
    found = seen(request, pk)
    one = found.factor(key)
    relations = [
        told(r, found.names) for r in found.document.relations if key in {r.source, r.target}
    ]
    history = MapVersion.objects.filter(map=found.map).newest_first()[:LOOKED_BACK]
    about_it = Finding.objects.visible_to(request.user).filter(map=found.map)
    context = {
        **about(found),
        "factor": one,
        "name": name_of(one),
        "note": note_of(one),
        "level": LEVELS[one.level],
        "sources": [source_of(source) for source in one.sources],
        "comes_in": [r for r in relations if r.relation.directed and r.relation.target == key],
        "goes_out": [r for r in relations if r.relation.directed and r.relation.source == key],
        "both_ways": [r for r in relations if not r.relation.directed],
        "findings": findings_about(about_it.prefetch_related("versions"), one),
        "versions": versions_that_changed(list(history), key),
    }
    return render(request, "factors/factor.html", context)


@require_safe
def circle(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """What acts on a factor and what it acts on, in one step and in two."""
    found = seen(request, pk)
    one = found.factor(key)
    rings = draw_rings(found.document, key)
    context = {
        **about(found),
        "factor": one,
        "name": name_of(one),
        "drawing": rings,
        "rings": [
            (named, [(other.key, name_of(other)) for other in ring])
            for named, ring in (
                (_("Eerste ring: dit werkt erop"), rings.first_in),
                (_("Eerste ring: hier werkt het op"), rings.first_out),
                (_("Tweede ring: dit werkt via een ander"), rings.second_in),
                (_("Tweede ring: hier werkt het via een ander op"), rings.second_out),
            )
            if ring
        ],
        "acting": [
            told(r, found.names)
            for r in found.document.relations
            if r.acts and key in {r.source, r.target}
        ],
        "legend": legend(found.document),
    }
    return render(request, "factors/circle.html", context)


@require_safe
def relation(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """One relation: how it acts, and where it is known from."""
    found = seen(request, pk)
    one = found.relation(key)
    history = MapVersion.objects.filter(map=found.map).newest_first()[:LOOKED_BACK]
    context = {
        **about(found),
        "relation": told(one, found.names),
        "versions": versions_that_changed(list(history), key, part="relations"),
    }
    return render(request, "factors/relation.html", context)


@require_safe
def definitions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the three kinds of process mean in this map."""
    found = seen(request, pk)
    there = {one.process: one for one in found.document.definitions}
    kinds = [one for one in Process if one is not Process.NOT_SAID]
    lines = [
        (kind.value, process_name(kind), there.get(kind), facts_of_definition(one)[:-1])
        for kind in kinds
        for one in [there.get(kind) or Definition(kind, "")]
    ]
    return render(request, "factors/definitions.html", {**about(found), "definitions": lines})
