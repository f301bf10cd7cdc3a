"""What the words of a template are called on a page: roles, dates, kinds, and when."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

Words = Mapping[str, str | Promise]

ROLES: Final[Words] = {
    "starter": gettext_lazy("de starter"),
    "buddy": gettext_lazy("de buddy"),
    "work_mentor": gettext_lazy("de werkbegeleider"),
    "supervisor": gettext_lazy("de supervisor"),
    "study_coach": gettext_lazy("de studieloopbaancoach"),
    "teacher": gettext_lazy("de docent"),
    "team_leader": gettext_lazy("de teamleider"),
    "coordinator": gettext_lazy("de coördinator"),
    "colleagues": gettext_lazy("collega’s van het team"),
}

BESIDE_A_NAME: Final[Words] = {
    "starter": gettext_lazy("starter"),
    "buddy": gettext_lazy("buddy"),
    "work_mentor": gettext_lazy("werkbegeleider"),
    "supervisor": gettext_lazy("supervisor"),
    "study_coach": gettext_lazy("studieloopbaancoach"),
    "teacher": gettext_lazy("docent"),
    "team_leader": gettext_lazy("teamleider"),
    "coordinator": gettext_lazy("coördinator"),
    "colleagues": gettext_lazy("collega’s"),
}
"""The same roles, as they stand beside a name."""

ANCHORS: Final[Words] = {
    "placement": gettext_lazy("de eerste dag van de stage"),
    "graduation": gettext_lazy("de dag van het diploma"),
    "first_day": gettext_lazy("de eerste werkdag"),
}
"""In the order in which they come in a life."""

STEP_KINDS: Final[Words] = {
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
"""Of a step (``definitions.StepKind``), in the order of a board."""

PROMISE_KINDS: Final[Words] = {
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
"""Of a promise (``definitions.PromiseKind``), in the order of a board."""

MEASURES: Final[Words] = {
    "hours_a_week": gettext_lazy("uren per week"),
    "cases_at_most": gettext_lazy("hooguit zoveel tegelijk"),
    "weeks_between": gettext_lazy("een keer per zoveel weken"),
    "meetings": gettext_lazy("zoveel bijeenkomsten"),
    "yes": gettext_lazy("er valt niets te tellen"),
}

UNITS: Final[Words] = {
    "working_days": gettext_lazy("werkdagen"),
    "days": gettext_lazy("dagen"),
    "weeks": gettext_lazy("weken"),
    "months": gettext_lazy("maanden"),
}


def said(text: Any, language: str = "") -> str:
    """A text of a template in the reader's language, or in another one; the Dutch otherwise."""
    if not isinstance(text, Mapping):
        return ""
    return str(text.get(language or get_language() or "nl") or text.get("nl") or "")


def word(words: Words, key: Any) -> str:
    """How something is called; a word we do not know stays as it is."""
    return str(words.get(str(key), key))


def listed(words: Words, keys: Any) -> str:
    """Several of them, as people list them."""
    found = [word(words, key) for key in keys or ()]
    if len(found) < 2:  # noqa: PLR2004 - one needs no "and"
        return "".join(found)
    return _("%(some)s en %(last)s") % {"some": ", ".join(found[:-1]), "last": found[-1]}


def role_word(role: str) -> str:
    """What somebody is, beside a name: ``Sam, werkbegeleider``."""
    return word(BESIDE_A_NAME, role)


def role_words(roles: Iterable[str]) -> str:
    """Several, in a row."""
    return ", ".join(role_word(role) for role in roles)


def when_said(when: Any, names: Mapping[str, str]) -> str:
    """When a step comes: ``10 werkdagen vóór de eerste werkdag``, ``na ‘Welkom’``.

    ``names``: of each step of the template, by key.
    """
    if not isinstance(when, Mapping):
        return ""
    number, unit = when.get("number"), when.get("unit")
    after, count = when.get("after"), abs(number) if isinstance(number, int) else 0
    what = f"‘{names.get(str(after), after)}’" if after else word(ANCHORS, when.get("anchor"))
    details = {"much": _much(str(unit), count), "what": what}
    if not count:
        return (_("na %(what)s") if after else _("op %(what)s")) % details
    if isinstance(number, int) and number < 0:
        return _("%(much)s vóór %(what)s") % details
    return _("%(much)s na %(what)s") % details


def _much(unit: str, count: int) -> str:
    sentence = {
        "working_days": ngettext("%(count)s werkdag", "%(count)s werkdagen", count),
        "weeks": ngettext("%(count)s week", "%(count)s weken", count),
        "months": ngettext("%(count)s maand", "%(count)s maanden", count),
    }.get(unit, ngettext("%(count)s dag", "%(count)s dagen", count))
    return sentence % {"count": count}


def months_said(promise: Mapping[str, Any]) -> str:
    """From which month until which."""
    first, last = promise.get("from_month"), promise.get("to_month")
    details = {"first": first, "last": last, "what": word(ANCHORS, promise.get("anchor"))}
    if first == last:
        return _("maand %(first)s vanaf %(what)s") % details
    return _("maand %(first)s tot en met %(last)s vanaf %(what)s") % details
