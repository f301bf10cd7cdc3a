"""A learning line with meaning, and decks of cards to put meaning on the agenda."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Floor 3: knows people and the library; nothing of a person's wing, nor of paths beside it."""

    name = "hartlijn.learning"

    def ready(self) -> None:
        """Let the library know of decks and assignments."""
        from hartlijn.learning import definitions  # noqa: F401, PLC0415 - registers on import
