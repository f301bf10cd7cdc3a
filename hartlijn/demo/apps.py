"""The demonstration world; does nothing unless HARTLIJN_DEMO is yes."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The top floor below config: knows every app it fills."""

    name = "hartlijn.demo"

    def ready(self) -> None:
        """Let ``check`` and ``serve`` refuse a demonstration that others could reach."""
        from hartlijn.demo import checks  # noqa: F401, PLC0415 - registers on import
