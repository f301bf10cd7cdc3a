"""The joint path of school and employer."""

from django.apps import AppConfig


class PathsConfig(AppConfig):
    """Floor 3: knows people, consent, delivery, library and vault; nothing of a person's wing."""

    name = "hartlijn.paths"

    def ready(self) -> None:
        """Let the library know of paths."""
        from hartlijn.paths import definitions, requirements  # noqa: F401, PLC0415 - registers its kinds
