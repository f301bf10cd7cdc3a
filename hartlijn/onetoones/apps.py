"""Short one-to-ones that are not about cases: cards with questions, and an own rhythm."""

from django.apps import AppConfig


class OneToOnesConfig(AppConfig):
    """Floor 2: knows people and the library. What stands here is the leader's own."""

    name = "hartlijn.onetoones"

    def ready(self) -> None:
        """Know the kind of words of this app."""
        from hartlijn.onetoones import definitions  # noqa: F401, PLC0415 - registers on import
