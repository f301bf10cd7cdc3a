"""What is there, storing and fetching, and the people one may give to."""

from django.http import HttpResponse

from hartlijn.people.http import Request
from hartlijn.vault import fetching, shown
from hartlijn.vault.actions import storing
from hartlijn.vault.limits import STORE, take_a_turn
from hartlijn.vault.order import read_order
from hartlijn.vault.plain_json import expect, ids
from hartlijn.vault.views.door import api, asked, body, told


@api("GET")
def state(request: Request) -> HttpResponse:
    """Where the line stands."""
    return told(shown.state(request.user))


@api("GET")
def people(request: Request) -> HttpResponse:
    """Those to whom I may give now."""
    return told({"people": shown.people(request.user)})


@api("POST")
def store(request: Request) -> HttpResponse:
    """Store, replace, give, take back and remove, all or nothing."""
    take_a_turn(STORE, by=request.user)
    return told({"stored": storing.store(read_order(body(request)), by=request.user)})


@api("POST")
def fetch(request: Request) -> HttpResponse:
    """The envelopes that were asked for and may be fetched."""
    wanted = ids(expect(asked(request), ["ids"])["ids"], most=fetching.MOST_IDS)
    parcel = fetching.fetch(wanted, by=request.user)
    return HttpResponse(parcel, content_type="application/octet-stream")
