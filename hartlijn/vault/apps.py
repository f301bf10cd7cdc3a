"""What the server keeps and cannot open: envelopes, closed keys, public keys."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Floor 1: knows people and consent."""

    name = "hartlijn.vault"

    def ready(self) -> None:
        """Listen to what the floors below say ended."""
        from hartlijn.vault import listeners  # noqa: F401, PLC0415 - connects on import
