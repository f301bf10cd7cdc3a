"""Maps of factors: what acts on how people start, where it is known from, and what if."""

from django.apps import AppConfig


class FactorsConfig(AppConfig):
    """Floor 3: knows people and the library; nothing of a person's wing."""

    name = "hartlijn.factors"

    def ready(self) -> None:
        """Let the library know of maps."""
        from hartlijn.factors import definitions  # noqa: F401, PLC0415 - registers on import
