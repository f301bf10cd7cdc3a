"""Whether somebody showed a moment ago that it is them: an open session alone is not enough."""

from typing import Final

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.utils.translation import gettext_lazy as _

from hartlijn.people.http import Request

SHOW_YOU: Final = _("Laat eerst zien dat jij het bent. Laad deze pagina opnieuw; dan kan het.")


def is_fresh(request: Request) -> bool:
    """Password or passkey were asked for not long ago."""
    return bool(did_recently_reauthenticate(request))
