"""Yes, or no with the sentence a person gets to read."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise


@dataclass(frozen=True)
class Verdict:
    """The answer to a question such as "may Sam end this?"; true when the answer is yes."""

    allowed: bool
    reason: str | Promise = ""

    def __bool__(self) -> bool:
        """Tell whether the answer is yes."""
        return self.allowed


YES = Verdict(allowed=True)


def no(reason: str | Promise) -> Verdict:
    """Refuse, and say why and what somebody can do."""
    return Verdict(allowed=False, reason=reason)


class Refused(PermissionDenied):
    """An action was refused; its text is the reason a page shows (status 403)."""


def require(verdict: Verdict) -> None:
    """Raise ``Refused`` with the reason when the verdict is no."""
    if not verdict:
        raise Refused(verdict.reason)
