"""One page that a team writes together."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """Floor 2: knows people, and nobody beside it."""

    name = "hartlijn.agreements"
