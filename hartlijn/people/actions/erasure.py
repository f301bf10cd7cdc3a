"""Erase a person: the account and all that is theirs goes; what belongs to others stays nameless."""

from functools import partial
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models.functions import Lower
from django.utils import timezone

from hartlijn.lib.verdict import require
from hartlijn.people import signals
from hartlijn.people.access import may_erase
from hartlijn.people.actions.holding import hold_desks_of, hold_operators, hold_people
from hartlijn.people.actions.invitations import addresses_of
from hartlijn.people.models import (
    Circle,
    CirclePlace,
    Companionship,
    Invitation,
    Membership,
    Person,
)


@transaction.atomic
def erase(person: Person) -> None:
    """Delete the account with everything that hangs on it (AVG article 17).

    Places end today and stay with the organisation without a name; companionships end
    and stay with the other; invitations sent from a desk lose their sender, personal ones go.
    """
    hold_desks_of(person)
    if person.is_operator:
        hold_operators()
    else:
        hold_people([person.pk])  # before their ties, as whoever gives them something does
    require(may_erase(person))
    today = timezone.localdate()
    for membership in Membership.objects.filter(person=person).exclude(ends_on__lte=today):
        membership.ends_on = max(today, membership.starts_on)
        membership.save(update_fields=["ends_on"])
    Companionship.objects.open().visible_to(person).update(ended_on=today)
    _forget_invitations(person)
    _sign_out_everywhere(person)
    identity = person.pk
    circles = list(Circle.objects.visible_to(person).values_list("pk", flat=True))
    person.delete()
    _forget_empty_circles(circles)
    transaction.on_commit(partial(signals.erased.send, Person, person_id=identity))


def _forget_empty_circles(circles: list[UUID]) -> None:
    """A circle that nobody is in any more goes, with those who were still asked."""
    in_it = CirclePlace.objects.accepted().filter(circle__in=circles)
    left = Circle.objects.filter(pk__in=circles)
    left.exclude(pk__in=in_it.values("circle")).delete()


def _forget_invitations(person: Person) -> None:
    """Those to an own address, and those only this person stood behind."""
    to_own = Invitation.objects.annotate(lowered=Lower("email"))
    to_own.filter(lowered__in=addresses_of(person)).delete()
    Invitation.objects.filter(invited_by=person, organisation=None).delete()


def _sign_out_everywhere(person: Person) -> None:
    """A session remembers the address it was opened with, also on a device left elsewhere."""
    keys = UserSession.objects.filter(user=person).values_list("session_key", flat=True)
    Session.objects.filter(session_key__in=list(keys)).delete()
