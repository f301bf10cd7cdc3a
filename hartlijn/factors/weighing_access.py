"""May this person open, close or weigh in a round, or keep a scenario? With the sentence a page shows."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.access import may_change
from hartlijn.factors.models import (
    FactorMap,
    KeptScenario,
    Viewer,
    WeighingRound,
    organisations_read_by,
)
from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import Person

MOST_KEPT: Final = 100


def may_open_round(person: Viewer, map_: FactorMap) -> Verdict:
    """Who may change the map."""
    return may_change(person, map_)


def may_close(person: Person, round_: WeighingRound) -> Verdict:
    """The same, as long as it is open."""
    if round_.closed_on:
        return no(_("Deze ronde is al gesloten."))
    return may_change(person, round_.version.map)


def may_weigh(person: Viewer, round_: WeighingRound) -> Verdict:
    """A member of the organisation that keeps the map, in a round that is for members."""
    if round_.reference:
        return no(_("In deze ronde weeg je mee in de dialoog zelf."))
    if not is_member(person, round_.version.map):
        return no(_("Alleen wie bij deze organisatie hoort, weegt mee."))
    return is_open(round_)


def is_open(round_: WeighingRound) -> Verdict:
    """Whether anybody can weigh now."""
    if round_.is_open:
        return YES
    if round_.is_told:
        return no(_("Deze ronde is gesloten. Wat je zei, telt mee zoals het was."))
    if round_.closed_on:
        return no(
            _("Deze ronde is gesloten. Minder dan 5 mensen wogen; wat zij zeiden, is weggegooid.")
        )
    return no(
        _(
            "De laatste dag van deze ronde is voorbij. Wogen er minstens 5 mensen, dan telt mee wat je zei."
        )
    )


def may_keep_scenario(person: Viewer, map_: FactorMap) -> Verdict:
    """A member, as long as there is room to find anything back."""
    if not is_member(person, map_):
        return no(_("Alleen wie bij deze organisatie hoort, bewaart hier iets."))
    return has_room(KeptScenario.objects.filter(version__map=map_).count())


def has_room(kept: int) -> Verdict:
    """Whether one more what-if can be kept with a map."""
    if kept >= MOST_KEPT:
        return no(_("Er zijn al 100 wat-als bewaard bij deze kaart. Haal er eerst een weg."))
    return YES


def may_drop(person: Person, scenario: KeptScenario) -> Verdict:
    """Who kept it, and who may change the map."""
    if scenario.kept_by_id == person.pk:
        return YES
    return may_change(person, scenario.version.map)


def is_member(person: Viewer, map_: FactorMap) -> bool:
    """Whether somebody is in the organisation that keeps a map, today."""
    return organisations_read_by(person).filter(pk=map_.organisation_id).exists()
