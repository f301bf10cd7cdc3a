"""What goes with a notice, however it goes; and what stays of a lead when its owner leaves for good."""

from typing import Any

from django.db.models import Q
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from hartlijn.delivery.actions.planning import withdraw
from hartlijn.dialogues.models import Lead, LeadNotice
from hartlijn.people.models import Membership, Person

State = Lead.State


@receiver(pre_delete, sender=LeadNotice)
def take_back(instance: LeadNotice, **_: Any) -> None:
    """It does not arrive any more; what arrived stays arrived."""
    withdraw(instance.pk)


@receiver(pre_delete, sender=Person)
def forget_who_had_it(instance: Person, **_: Any) -> None:
    """The lead stays without the name; what was not done yet looks for somebody again."""
    own = Lead.objects.filter(owner=instance)
    homes = Membership.objects.filter(person=instance).values("organisation")
    near = Q(owner=instance) | Q(owner_organisation__in=homes)
    near |= Q(dialogue__leading__person=instance) | Q(dialogue__organisation__in=homes)
    told = Lead.objects.filter(near, changed_by=instance.name)
    Lead.objects.filter(pk__in=list(told.values_list("pk", flat=True))).update(changed_by="")
    own.filter(state=State.TAKEN).update(state=State.OPEN, due_on=None)
    own.update(owner_name="")
