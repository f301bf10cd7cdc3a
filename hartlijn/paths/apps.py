"""The joint path of school and employer."""

from django.apps import AppConfig


class PathsConfig(AppConfig):
    """Floor 3: knows people, consent, delivery, library and vault; nothing of a person's wing."""

    name = "hartlijn.paths"

    def ready(self) -> None:
        """Let the library know of paths, and withdraw what is not to arrive any more."""
        from hartlijn.paths import (  # noqa: PLC0415 - registers its kinds, listens
            definitions,  # noqa: F401
            listeners,  # noqa: F401
        )
        from hartlijn.paths.register import requirements  # noqa: F401, PLC0415
