"""Letters that do not go: to somebody who wants nothing from whoever asks."""

from allauth.account.models import EmailAddress
from django.db.models import Q

from hartlijn.people.models import Block, Invitation


def is_unwanted(invitation: Invitation) -> bool:
    """Whether it is a personal one, to an address of somebody who blocked its sender."""
    if invitation.organisation or invitation.invited_by is None:
        return False
    proven = EmailAddress.objects.filter(verified=True, email__iexact=invitation.email)
    theirs = Q(blocker__email__iexact=invitation.email) | Q(blocker__in=proven.values("user"))
    return Block.objects.filter(theirs, blocked=invitation.invited_by).exists()
