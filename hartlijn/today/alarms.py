"""What somebody must hear on whichever page they are: something is done to their keys now."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.today.me import Me


@dataclass(frozen=True)
class Alarm:
    """One sentence, and the press that ends it."""

    text: str | Promise
    url: str
    act: str | Promise


def alarms(me: Me) -> list[Alarm]:
    """At most one: somebody with this account asked the trusted contact to open the line."""
    if not me.asks_contact:
        return []
    text = _(
        "Iemand die is aangemeld met jouw account, vraagt je vertrouwenscontact om je lijn te "
        "openen. Ben jij dit niet, stop het dan."
    )
    return [Alarm(text, reverse("vault:stop"), _("Bekijken of stoppen"))]
