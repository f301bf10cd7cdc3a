"""Words that are not code: read from files, checked, and kept once somebody used them."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Floor 1: knows nobody; apps above tell which kinds of definition they have."""

    name = "hartlijn.library"

    def ready(self) -> None:
        """Know the kinds of words, and look at the files at each start."""
        from hartlijn.library import (  # noqa: F401, PLC0415 - register on import
            checks,
            reflection,
            together,
        )
