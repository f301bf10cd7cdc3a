"""How the roles of a path are called."""

from collections.abc import Iterable, Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ROLE_WORDS: Final[Mapping[str, str | Promise]] = {
    "starter": _("starter"),
    "buddy": _("buddy"),
    "work_mentor": _("werkbegeleider"),
    "supervisor": _("supervisor"),
    "study_coach": _("studieloopbaancoach"),
    "teacher": _("docent"),
    "team_leader": _("teamleider"),
    "coordinator": _("coördinator"),
    "colleagues": _("collega’s"),
}


def role_word(role: str) -> str:
    """The word of a role; of one that is not known any more, the role itself."""
    return str(ROLE_WORDS.get(role, role))


def role_words(roles: Iterable[str]) -> str:
    """Several, in a row."""
    return ", ".join(role_word(role) for role in roles)
