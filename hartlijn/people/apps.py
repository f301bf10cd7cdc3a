"""People, organisations and who belongs where."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Floor 0: knows no other subject."""

    name = "hartlijn.people"
