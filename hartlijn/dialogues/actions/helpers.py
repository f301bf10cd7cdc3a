"""Links with which somebody types along."""

import secrets

from django.db import transaction
from django.utils import timezone

from hartlijn.dialogues.access import may_lead
from hartlijn.dialogues.models import Dialogue, Helper
from hartlijn.lib.verdict import require
from hartlijn.people.models import Person
from hartlijn.people.models.invitation import digest


@transaction.atomic
def make(dialogue: Dialogue, name: str, *, by: Person) -> str:
    """A link for somebody; its key is shown once."""
    require(may_lead(by, dialogue))
    key = secrets.token_urlsafe(32)
    Helper.objects.create(dialogue=dialogue, name=name, key_digest=digest(key))
    return key


@transaction.atomic
def end(helper: Helper, *, by: Person) -> None:
    """The link works no longer."""
    require(may_lead(by, helper.dialogue))
    helper.ended_on = timezone.localdate()
    helper.save(update_fields=["ended_on"])


def helper_of(key: str) -> Helper | None:
    """Whose link this is, as long as it works."""
    found = Helper.objects.working().filter(key_digest=digest(key))
    return found.select_related("dialogue").first()


def helper_once_of(key: str) -> Helper | None:
    """Whose link this is, also when it works no longer."""
    return Helper.objects.filter(key_digest=digest(key)).first()
