"""Tables of the vault: bytes the server cannot open, and public keys."""

from hartlijn.vault.models.envelope import Envelope
from hartlijn.vault.models.key_holder import KeyHolder
from hartlijn.vault.models.log_line import LogLine
from hartlijn.vault.models.recovery import Recovery
from hartlijn.vault.models.trusted_contact import TrustedContact
from hartlijn.vault.models.turn import Turn
from hartlijn.vault.models.wrapped_key import WrappedKey

__all__ = [
    "Envelope",
    "KeyHolder",
    "LogLine",
    "Recovery",
    "TrustedContact",
    "Turn",
    "WrappedKey",
]
