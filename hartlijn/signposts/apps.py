"""Whom one can turn to, and what to know after something distressing."""

from django.apps import AppConfig


class SignpostsConfig(AppConfig):
    """Floor 2: knows organisations and the library. Nothing here is about a person."""

    name = "hartlijn.signposts"

    def ready(self) -> None:
        """Know the kinds of words of this app."""
        from hartlijn.signposts import definitions  # noqa: F401, PLC0415 - registers on import
