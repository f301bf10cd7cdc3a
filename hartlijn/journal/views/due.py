"""What comes back: look, set and clear."""

from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from hartlijn.journal import shown
from hartlijn.journal.actions import due as actions
from hartlijn.journal.limits import DUE
from hartlijn.people.http import Request
from hartlijn.vault.limits import take_a_turn
from hartlijn.vault.plain_json import a_day, an_id, expect
from hartlijn.vault.views.door import api, asked, told

NEXT: Final = "next_working_moment"


@api("GET", "POST")
def due(request: Request) -> HttpResponse:
    """The own days; or one letter comes back ``when``: at the next working moment, a day, never."""
    if request.method == "GET":
        return told(shown.all_of(request.user, timezone.now()))
    says = expect(asked(request), ["object", "when"])
    take_a_turn(DUE, by=request.user)
    envelope = an_id(says["object"])
    return told({"object": str(envelope), **_set(request, envelope, says["when"])})


def _set(request: Request, envelope: UUID, wish: Any) -> shown.Shown:
    person, now = request.user, timezone.now()
    if wish == NEXT:
        return shown.when(actions.set_next(envelope, by=person, at=now), now)
    day = a_day(wish)
    if day is None:
        actions.clear(envelope, by=person)
        return {"on": None, "at": None, "in_words": ""}
    actions.set_on(envelope, day, by=person, at=now)
    return shown.day(day, now)
