"""How every message to a person leaves, and when."""

from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    """Floor 1: knows people and consent."""

    name = "hartlijn.delivery"

    def ready(self) -> None:
        """Listen to what the floors below say changed."""
        from hartlijn.delivery import listeners  # noqa: F401, PLC0415 - connects on import
