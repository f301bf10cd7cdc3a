"""How often somebody may let something come back."""

from datetime import timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.vault.limits import Limit

DUE: Final = Limit(
    "due",
    600,
    timedelta(hours=1),
    _("Je liet dit uur al heel veel terugkomen. Wacht een uur, dan kan het weer."),
)
