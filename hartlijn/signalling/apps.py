"""Signals about conditions, sent upwards by several people to somebody who must answer."""

from django.apps import AppConfig


class SignallingConfig(AppConfig):
    """Floor 3: knows people and delivery; nothing of a person's wing."""

    name = "hartlijn.signalling"

    def ready(self) -> None:
        """Withdraw what is not to arrive any more."""
        from hartlijn.signalling import listeners  # noqa: F401, PLC0415 - connects on import
