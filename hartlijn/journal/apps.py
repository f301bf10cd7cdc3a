"""Reflections that only the writer, and whom the writer picks, can open; and when they come back."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Floor 2: knows the vault and the library, and nobody beside it."""

    name = "hartlijn.journal"

    def ready(self) -> None:
        """Listen to what the vault says."""
        from hartlijn.journal import listeners  # noqa: F401, PLC0415 - connects on import
