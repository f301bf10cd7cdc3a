"""Who may see what, and who looked."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """Floor 1a: knows people."""

    name = "hartlijn.consent"

    def ready(self) -> None:
        """Listen to what the floor below says happened."""
        from hartlijn.consent import grant_listeners, listeners  # noqa: F401, PLC0415 - connect
