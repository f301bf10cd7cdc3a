"""Reflections that only the writer, and whom the writer picks, can open; and when they come back."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Floor 2: knows the vault and the library, and nobody beside it."""

    name = "hartlijn.journal"
