"""Erase a person: the account and all that is theirs goes; what belongs to others stays nameless."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from hartlijn.lib.verdict import Refused
from hartlijn.people import signals
from hartlijn.people.access import may_erase
from hartlijn.people.models import Companionship, Invitation, Membership, Person


@transaction.atomic
def erase(person: Person) -> None:
    """Delete the account with everything that hangs on it (AVG article 17).

    Places end today and stay with the organisation without a name; companionships end
    and stay with the other; invitations that were sent lose their sender.
    """
    if not (verdict := may_erase(person)):
        raise Refused(verdict.reason)
    today = timezone.localdate()
    for membership in Membership.objects.filter(person=person).exclude(ends_on__lte=today):
        membership.ends_on = max(today, membership.starts_on)
        membership.save(update_fields=["ends_on"])
    Companionship.objects.open().visible_to(person).update(ended_on=today)
    Invitation.objects.filter(email__iexact=person.email).delete()
    identity = person.pk
    person.delete()
    transaction.on_commit(partial(signals.erased.send, Person, person_id=identity))
