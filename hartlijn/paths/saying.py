"""How a promise is said: of what kind, and how much."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

KINDS: Final[Mapping[str, Lazy]] = {
    "onboarding_time": gettext_lazy("Vrije uren om in te werken"),
    "reflection_time": gettext_lazy("Vrije uren om stil te staan bij je werk"),
    "caseload": gettext_lazy("Niet te veel gezinnen tegelijk"),
    "talks": gettext_lazy("Gesprekken met je werkbegeleider"),
    "supervision": gettext_lazy("Supervisie"),
    "buddy": gettext_lazy("Een buddy"),
    "no_solo_duty": gettext_lazy("Niet onverwacht alleen op een dienst"),
    "mistakes": gettext_lazy("Fouten samen bespreken"),
    "mentoring_time": gettext_lazy("Tijd om te begeleiden"),
}
"""Kinds of promises (``definitions.PromiseKind``), in the order of a board."""


def how_much(measure: str, amount: int | None) -> str:
    """The amount in words; nothing for a promise that is not counted."""
    if amount is None:
        return ""
    number = {"number": amount}
    if measure == "hours_a_week":
        return ngettext("%(number)s uur per week", "%(number)s uur per week", amount) % number
    if measure == "cases_at_most":
        return ngettext("hooguit %(number)s gezin", "hooguit %(number)s gezinnen", amount) % number
    if measure == "meetings":
        return ngettext("%(number)s bijeenkomst", "%(number)s bijeenkomsten", amount) % number
    if amount == 1:
        return _("elke week")
    return _("eens in de %(number)s weken") % number


def asked_how_much(measure: str) -> str:
    """The question for another amount."""
    return {
        "hours_a_week": _("Hoeveel uur per week?"),
        "cases_at_most": _("Hoeveel gezinnen hooguit?"),
        "meetings": _("Hoeveel bijeenkomsten?"),
        "weeks_between": _("Om de hoeveel weken?"),
    }.get(measure, "")


STEPS: Final[Mapping[str, Lazy]] = {
    "welcome": gettext_lazy("Welkom"),
    "practical": gettext_lazy("Praktisch"),
    "conversation": gettext_lazy("Gesprek"),
    "three_way": gettext_lazy("Driegesprek"),
    "shadowing": gettext_lazy("Meelopen"),
    "training": gettext_lazy("Training"),
    "intervision": gettext_lazy("Intervisie"),
    "supervision": gettext_lazy("Supervisie"),
    "reflection": gettext_lazy("Stilstaan bij je werk"),
    "meaning": gettext_lazy("Betekenis op de agenda"),
    "shielding": gettext_lazy("Afscherming op sociale media"),
    "evaluation": gettext_lazy("Terugkijken op het traject"),
}
"""Kinds of steps (``definitions.StepKind``), in the order of a board."""
