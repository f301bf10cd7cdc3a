"""What a code app and recovery codes are made from, kept so that a copy of the database tells it not.

The key comes out of ``secrets.json``, which lies beside the database and not in it. Whoever has
both, as the machine itself must to check a code, can read them.
"""

import base64
from typing import Final

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import Refused

MARK: Final = "fernet:"
"""What is kept without it is of before, and plain."""
USE: Final = b"hartlijn: seeds of code apps and recovery codes"
LOST: Final = _(
    "Je code-app en herstelcodes werken niet meer. Gebruik een passkey, of vraag de beheerder om hulp."
)


def close(seed: str) -> str:
    """A seed as the database keeps it."""
    return MARK + _lock().encrypt(seed.encode()).decode()


def is_closed(kept: str) -> bool:
    """Whether the database keeps it so already."""
    return kept.startswith(MARK)


def opened(kept: str) -> str:
    """The seed again. Refuses when ``secrets.json`` is another one than it was closed with."""
    if not is_closed(kept):
        return kept
    try:
        return _lock().decrypt(kept.removeprefix(MARK)).decode()
    except InvalidToken as error:
        raise Refused(str(LOST)) from error


def _lock() -> Fernet:
    spread = HKDF(SHA256(), length=32, salt=None, info=USE)
    return Fernet(base64.urlsafe_b64encode(spread.derive(settings.SECRET_KEY.encode())))
