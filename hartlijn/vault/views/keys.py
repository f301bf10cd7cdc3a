"""Public keys: publish the own ones, read the key log."""

from django.http import HttpResponse

from hartlijn.people.http import Request
from hartlijn.vault import fetching
from hartlijn.vault.actions import keys as actions
from hartlijn.vault.key_lines import read_line
from hartlijn.vault.limits import PUBLISH, take_a_turn
from hartlijn.vault.plain_json import Object, expect, truth
from hartlijn.vault.refusals import Malformed, NotFresh
from hartlijn.vault.views.door import api, asked, told
from hartlijn.vault.views.fresh import SHOW_YOU, is_fresh


@api("POST")
def publish(request: Request) -> HttpResponse:
    """Append a line to the key log, or start over with other keys."""
    says = asked(request)
    if "start_over" in says and not is_fresh(request):
        raise NotFresh(SHOW_YOU)  # an open session alone may not take everything away
    take_a_turn(PUBLISH, by=request.user)
    if "start_over" in says:
        _start_over(request, says)
    else:
        line = read_line(expect(says, ["line"])["line"])
        actions.publish(line, by=request.user)
    return told({"published": "line" in says})


def _start_over(request: Request, says: Object) -> None:
    expect(says, ["start_over"], ["remove_envelopes"])
    if not truth(says["start_over"]):
        raise Malformed("start_over is true, or is left out")
    wish = truth(says.get("remove_envelopes", False))
    actions.start_over(by=request.user, remove_envelopes=wish)


@api("GET")
def log(request: Request, chunk: int) -> HttpResponse:
    """A chunk of the key log, for everybody who is signed in: its ids name nobody."""
    del request
    return HttpResponse(fetching.log_chunk(chunk), content_type="text/plain; charset=utf-8")
