"""How often somebody may send letters. Counted in the shared cache, so it holds across processes."""

from typing import Final

from allauth.core import ratelimit
from django.utils.translation import gettext_lazy as _

from hartlijn.people.http import Request

ENOUGH_SENT: Final = _(
    "Je stuurde dit uur al twintig uitnodigingen. Wacht een uur, dan kan het weer."
)
ENOUGH_SENT_AGAIN: Final = _(
    "Je stuurde dit uur al zeshonderd brieven opnieuw. Wacht een uur, dan kan het weer."
)


def may_send_a_letter(request: Request) -> bool:
    """Use one of this hour's letters; false when there is none left (setting: ``invite``)."""
    return bool(ratelimit.consume(request, action="invite", key=str(request.user.pk)))


def may_send_again_from_desk(request: Request) -> bool:
    """The same for sending letters of a desk again (setting: ``desk_letter``)."""
    return bool(ratelimit.consume(request, action="desk_letter", key=str(request.user.pk)))
