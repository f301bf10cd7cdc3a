"""Play what-if with a map, keep what came out, and lay two of those side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.factors.actions import scenarios
from hartlijn.factors.document import MapDocument
from hartlijn.factors.models import FactorMap, KeptScenario, MapVersion
from hartlijn.factors.sources import Source, chosen, sources
from hartlijn.factors.views.what_if_page import (
    draws_told,
    free,
    held_rows,
    labelled,
    maps_told,
)
from hartlijn.factors.weighed.unknown import unknown
from hartlijn.factors.weighing_access import has_room, is_member, may_drop, may_keep_scenario
from hartlijn.factors.what_if_forms import Asked, KeepForm, SettingsForm, asked
from hartlijn.factors.whatif.comparing import compared
from hartlijn.factors.whatif.playing import HELD_WORDS, Played, full_draws, play, quick_draws
from hartlijn.factors.whatif.showing import Shown, held_words, shown
from hartlijn.factors.whatif.turns import in_turn
from hartlijn.lib.verdict import require
from hartlijn.people.http import Request


@dataclass(frozen=True)
class Scene:
    """A map as somebody plays with it now."""

    map: FactorMap
    version: MapVersion
    document: MapDocument
    sources: list[Source]
    source: Source
    asked: Asked
    form: SettingsForm
    is_member: bool

    def played(self, *, quick: bool = False) -> Played:
        """Run it; who does not get a turn in time gets the quick answer."""
        keys = [factor.key for factor in self.document.factors]
        maps, held, settings = self.source.maps(self.document), self.asked.held, self.asked.settings
        found = play(keys, maps, held, settings, quick_draws(len(keys)))
        if quick or self.is_all(found):
            return found
        with in_turn() as has_turn:
            full = full_draws(len(keys))
            return play(keys, maps, held, settings, full) if has_turn else found

    def is_all(self, played: Played) -> bool:
        """Whether nothing fuller follows: a map that keeps moving is drawn in full for members only."""
        full = full_draws(len(self.document.factors))
        return played.people or played.draws >= full or self.is_cut_short(played)

    def is_cut_short(self, played: Played) -> bool:
        """Whether anybody at all could keep the computer busy with it."""
        return not (self.is_member or played.rests_soon)


@require_safe
def what_if(request: Request, pk: UUID) -> HttpResponse:
    """Hold factors, and see what moves along."""
    scene = _scene(request, pk, request.GET)
    return _page(request, scene, status=422 if scene.form.errors else 200)


@require_safe
def moves(request: Request, pk: UUID) -> HttpResponse:
    """What moves, for the page that is open: quick while a slider moves, in full when it rests."""
    scene = _scene(request, pk, request.GET)
    if not scene.document.factors:
        return render(request, "factors/nothing_to_hold.html", {"map": scene.map})
    played = scene.played(quick="full" not in request.GET)
    answer = render(request, "factors/moves.html", _moves(scene, played) | {"swap": True})
    answer["HX-Replace-Url"] = f"{reverse('factors:what_if', args=[pk])}?{scene.asked.query}"
    return answer


@require_POST
def keep(request: Request, pk: UUID) -> HttpResponse:
    """Keep it under a name."""
    scene, form = _scene(request, pk, request.POST), KeepForm(request.POST)
    require(may_keep_scenario(request.user, scene.map))
    if not form.is_valid() or not scene.asked.held:
        return _page(request, scene, keep_form=form, status=422)
    kept = scenarios.keep(
        scene.version,
        form.cleaned_data["name"],
        scene.asked.held,
        scene.asked.settings,
        scene.played(),
        round_=scene.source.round,
        by=request.user,
    )
    messages.success(request, _("“%s” is bewaard.") % kept.name)
    return redirect("factors:scenario", kept.pk)


@require_safe
def scenario(request: Request, pk: UUID) -> HttpResponse:
    """One that was kept."""
    kept = _kept(request, pk)
    document = kept.version.document
    again = Asked(kept.as_held, _source_key(kept), kept.as_settings)
    context = {
        "kept": kept,
        "map": kept.version.map,
        "held": held_words(document, kept.as_held),
        "shown": shown(document, kept.as_played, kept.as_settings),
        "told": maps_told(kept.as_played, weighed=kept.round_id is not None),
        "again": again.query,
        "may_drop": may_drop(request.user, kept),
    }
    return render(request, "factors/scenario.html", context)


@require_POST
def drop(request: Request, pk: UUID) -> HttpResponse:
    """Let go of it."""
    kept = _kept(request, pk)
    scenarios.drop(kept, by=request.user)
    messages.success(request, _("“%s” is weg.") % kept.name)
    return redirect("factors:what_if", kept.version.map_id)


@require_safe
def two(request: Request, pk: UUID) -> HttpResponse:
    """Two that were kept, side by side."""
    map_ = _map(request, pk)
    kept = _kept_of(request, map_)
    pair = [
        next((k for k in kept if str(k.pk) == request.GET.get(n)), None) for n in ("one", "other")
    ]
    both = [k for k in pair if k]
    context: dict[str, Any] = {
        "map": map_,
        "kept": labelled(kept, map_.newest.document),
        "pair": both,
    }
    if len(both) == 2:  # noqa: PLR2004 - a pair
        documents = [one.version.document for one in both]
        shows: list[Shown] = [
            shown(document, one.as_played, one.as_settings)
            for document, one in zip(documents, both, strict=True)
        ]
        context |= {
            "heads": [
                (
                    one,
                    label,
                    held_words(document, one.as_held),
                    maps_told(one.as_played, weighed=one.round_id is not None),
                )
                for document, (one, label) in zip(
                    documents, labelled(both, documents[0]), strict=True
                )
            ],
            "compared": compared(*shows),
            "unlike": _unlike(*both),
        }
    return render(request, "factors/two.html", context)


def _unlike(one: KeptScenario, other: KeptScenario) -> bool:
    """Whether the difference may come from something else than what is held."""
    first, second = (
        (k.version_id, k.round_id, k.settings, k.as_played.people) for k in (one, other)
    )
    return first != second


def _page(
    request: Request, scene: Scene, *, keep_form: KeepForm | None = None, status: int = 200
) -> HttpResponse:
    member, held = scene.is_member, scene.asked.held
    kept = _kept_of(request, scene.map) if member else []
    words = [str(word) for word in HELD_WORDS.values()]
    context: dict[str, Any] = {
        "map": scene.map,
        "unknown": 0 if scene.source.round else len(unknown(scene.document)),
        "sources": scene.sources,
        "source": scene.source,
        "settings_form": scene.form,
        "held": held_rows(scene.document, held),
        "held_words": "|".join(words),
        "lowest": words[0],
        "highest": words[-1],
        "free": free(scene.document, held),
        "may_weigh": member,
        "may_keep": has_room(len(kept)) if member else member,
        "keep_form": keep_form or KeepForm(),
        "kept": labelled(kept, scene.document),
        "left_out": scene.asked.left_out,
    }
    if held and not scene.form.errors:
        context |= _moves(scene, scene.played())
    return render(request, "factors/what_if.html", context, status=status)


def _moves(scene: Scene, played: Played) -> dict[str, Any]:
    full = full_draws(len(scene.document.factors))
    address = reverse("factors:what_if_moves", args=[scene.map.pk])
    return {
        "shown": shown(scene.document, played, scene.asked.settings),
        "told": maps_told(played, weighed=not scene.source.is_words),
        "more": "" if scene.is_all(played) else f"{address}?{scene.asked.query}&full=yes",
        "more_told": draws_told(full),
        "settings_refused": scene.form.errors,
        "is_cut_short": scene.is_cut_short(played),
        "pairs": scene.asked.pairs,
    }


def _scene(request: Request, pk: UUID, data: Mapping[str, Any]) -> Scene:
    map_ = _map(request, pk)
    version, form = map_.newest, SettingsForm.asked(data)
    document, found = version.document, sources(map_, request.user, version.number)
    wanted = asked(document, data, form)
    source = chosen(found, wanted.source)
    wanted = replace(wanted, source="" if source.is_words else source.key)
    member = is_member(request.user, map_)
    return Scene(map_, version, document, found, source, wanted, form, member)


def _map(request: Request, pk: UUID) -> FactorMap:
    visible = FactorMap.objects.visible_to(request.user).select_related("organisation")
    found: FactorMap = get_object_or_404(visible, pk=pk)
    return found


def _kept(request: Request, pk: UUID) -> KeptScenario:
    visible = KeptScenario.objects.visible_to(request.user)
    found: KeptScenario = get_object_or_404(
        visible.select_related("version__map__organisation", "round"), pk=pk
    )
    return found


def _kept_of(request: Request, map_: FactorMap) -> list[KeptScenario]:
    visible = KeptScenario.objects.visible_to(request.user).filter(version__map=map_)
    return list(visible.select_related("version").order_by("-kept_on", "name", "pk"))


def _source_key(kept: KeptScenario) -> str:
    if kept.round_id is None:
        return ""
    return f"{'own' if kept.as_played.people else 'group'}:{kept.round_id}"


__all__ = ["drop", "keep", "moves", "scenario", "two", "what_if"]
