"""How somebody wants to hear that something is there: Mila at her own address, and in her calendar."""

from allauth.account.models import EmailAddress

from hartlijn.delivery.models import CalendarAddress, MailWay
from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft

AT_HOME = "mila@thuis.example"


def choose(draft: Draft) -> None:
    """Nobody knows the address of that calendar; she makes a new one when she wants it again."""
    mila = draft.people["mila"]
    address = draft.add(EmailAddress(user=mila, email=AT_HOME, verified=True))
    draft.add(MailWay(person=mila, address=address))
    digest = identity("calendar", "mila").hex * 2
    draft.add(CalendarAddress(person=mila, token_digest=digest, made_on=draft.days_ago(40)))
