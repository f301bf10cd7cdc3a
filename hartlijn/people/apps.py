"""People, organisations and who belongs where."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Floor 0: knows no other subject."""

    name = "hartlijn.people"

    def ready(self) -> None:
        """Listen to signing in."""
        from hartlijn.people import sessions  # noqa: F401, PLC0415 - needs the tables
