"""What the vault answers instead: a number for the browser, a sentence for the person."""

from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

BROKEN: Final = _(
    "Wat hier aankwam, is beschadigd of onvolledig. Laad de pagina opnieuw en probeer het nog eens."
)
GONE: Final = _("Dit is er niet, of niet meer. Laad de pagina opnieuw.")


class Refusal(Exception):  # noqa: N818 - an answer, as Refused is
    """Nothing was done. ``detail`` is for who writes programs, the sentence for people."""

    status = 400

    def __init__(self, sentence: str | Promise, detail: str = "", **also: Any) -> None:
        """Say why; ``also`` goes along in the answer."""
        super().__init__(detail or sentence)
        self.sentence = sentence
        self.also = {"detail": detail, **also} if detail else also


class Malformed(Refusal):
    """What was sent cannot be read."""

    def __init__(self, detail: str) -> None:
        """Every damage has the same sentence; the detail tells them apart."""
        super().__init__(BROKEN, detail)


class NotFresh(Refusal):
    """Signed in, and too long ago for what was asked."""

    status = 403


class Missing(Refusal):
    """It is not there, or not yours: the same answer."""

    status = 404

    def __init__(self) -> None:
        """Say no more than that."""
        super().__init__(GONE)


class Clash(Refusal):
    """Somebody else was first, or it is not allowed as things stand."""

    status = 409


class TooLarge(Refusal):
    """More than fits."""

    status = 413


class Wrong(Refusal):
    """Readable, and not right."""

    status = 422


class TooOften(Refusal):
    """Enough for now."""

    status = 429
