"""Findings put before people, what they say of them, and the report that follows."""

from django.apps import AppConfig


class DialoguesConfig(AppConfig):
    """Floor 4: knows maps of factors and signals; nothing of a person's wing."""

    name = "hartlijn.dialogues"

    def ready(self) -> None:
        """Let the library and maps know of dialogues, and withdraw what is not to arrive any more."""
        from hartlijn.dialogues import (  # noqa: PLC0415 - registers its kind, listens
            definitions,  # noqa: F401
            lead_listeners,  # noqa: F401
            occasions,  # noqa: F401
        )
