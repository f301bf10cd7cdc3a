"""Somebody else was first."""

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import Refused


class ChangedMeanwhile(Refused):
    """Another version came after the one that was seen; nothing of either is lost."""

    def __init__(self) -> None:
        """Say so, and what to do."""
        super().__init__(
            _("Iemand anders paste dit intussen ook aan. Kijk wat er nu staat en bewaar opnieuw.")
        )
