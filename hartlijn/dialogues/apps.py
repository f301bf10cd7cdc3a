"""Findings put before people, what they say of them, and the report that follows."""

from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    """Floor 4: knows maps of factors and signals; nothing of a person's wing."""

    name = "hartlijn.dialogues"

    def ready(self) -> None:
        """Let the library know of dialogues."""
        from hartlijn.dialogues import definitions  # noqa: F401, PLC0415 - registers on import
