"""Ask somebody to walk along, answer, and end it."""

from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from hartlijn.lib.verdict import require
from hartlijn.people import signals
from hartlijn.people.access import may_accept, may_ask
from hartlijn.people.models import Companionship, Person


def ask(companion: Person, *, as_: str, by: Person) -> Companionship:
    """Ask ``companion`` to walk along with ``by``; asking twice is the same as asking once."""
    require(may_ask(by, companion))
    try:
        with transaction.atomic():
            return Companionship.objects.create(starter=by, companion=companion, kind=as_)
    except IntegrityError:
        return Companionship.objects.open().get(starter=by, companion=companion, kind=as_)


@transaction.atomic
def accept(companionship: Companionship, *, by: Person) -> Companionship:
    """Say yes; a second yes changes nothing."""
    companionship = Companionship.objects.select_for_update().get(pk=companionship.pk)
    require(may_accept(by, companionship))
    if companionship.accepted_on is None:
        companionship.accepted_on = timezone.localdate()
        companionship.save(update_fields=["accepted_on"])
    return companionship


@transaction.atomic
def end(companionship: Companionship, *, by: Person) -> Companionship:
    """End it, by either of the two, at once: withdraw a question, say no, or stop."""
    companionship = (
        Companionship.objects.select_for_update().visible_to(by).get(pk=companionship.pk)
    )
    if companionship.ended_on is None:
        companionship.ended_on = timezone.localdate()
        companionship.save(update_fields=["ended_on"])
        tell = partial(
            signals.companionship_ended.send, Companionship, companionship=companionship, by=by
        )
        transaction.on_commit(tell)
    return companionship
