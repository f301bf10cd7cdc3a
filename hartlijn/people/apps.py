"""People, organisations and who belongs where."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Floor 0: knows no other subject."""

    name = "hartlijn.people"

    def ready(self) -> None:
        """Listen to signing in, and to what happens to addresses."""
        from hartlijn.people import lost_addresses, sessions  # noqa: F401, PLC0415 - need the tables
