"""Tables of consent: who looked, and who may fetch what."""

from hartlijn.consent.models.grant import Grant
from hartlijn.consent.models.log_entry import LogEntry

__all__ = ["Grant", "LogEntry"]
