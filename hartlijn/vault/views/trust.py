"""The trusted contact: choose, ask, help, open. And a plain page to stop it, without scripts."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from hartlijn.people.http import Request
from hartlijn.vault import age_files, shown_trust
from hartlijn.vault.actions import trust as actions
from hartlijn.vault.actions.wraps import NewWrap
from hartlijn.vault.key_lines import RECIPIENT
from hartlijn.vault.limits import ASK, CHANGE, take_a_turn
from hartlijn.vault.models import Recovery, TrustedContact, WrappedKey
from hartlijn.vault.plain_json import an_account, an_id, b64, expect, ids, unb64, whole
from hartlijn.vault.refusals import Malformed, Missing, NotFresh, Wrong
from hartlijn.vault.tasks import warn
from hartlijn.vault.views.door import api, asked, told
from hartlijn.vault.views.fresh import SHOW_YOU, is_fresh
from hartlijn.vault.views.wraps import MOST_REPLACED, closed_keyring

HALF: Final = 32
NO_LETTER: Final = _("Wat hier aankwam, is niet verzegeld zoals het hoort. Laad de pagina opnieuw.")
NO_DAYS: Final = _("Kies een wachttijd van 1, 3, 7 of 14 dagen.")
SMALL: Final = age_files.payload_of(age_files.KIB)


@api("GET")
def own(request: Request) -> HttpResponse:
    """My own contact, and what I asked."""
    return told({"trust": shown_trust.own(request.user, timezone.now())})


@api("GET")
def helping(request: Request) -> HttpResponse:
    """Whose contact I am, and who asks me now."""
    return told({"for": shown_trust.helping(request.user, timezone.now())})


@api("POST")
def choose(request: Request) -> HttpResponse:
    """Make somebody my contact."""
    take_a_turn(CHANGE, by=request.user)
    names = ["id", "content", "to", "days", "letter", "half", "replaces"]
    says = expect(asked(request), names)
    if whole(says["days"]) not in TrustedContact.Days.values:
        raise Wrong(NO_DAYS)
    way = WrappedKey.Way.CONTACT
    new = actions.NewContact(
        wrap=NewWrap(
            id=an_id(says["id"]),
            way=way,
            label="",
            content=closed_keyring(way, unb64(says["content"])),
            replaces=tuple(ids(says["replaces"], most=MOST_REPLACED)),
        ),
        to=an_account(says["to"]),
        days=says["days"],
        letter=_small(unb64(says["letter"])),
        half=unb64(says["half"], size=HALF),
    )
    actions.choose(new, by=request.user)
    return told({"kept": True})


@api("POST")
def ask(request: Request) -> HttpResponse:
    """Everything is lost: ask my contact. An open session alone may not."""
    says = expect(asked(request), ["id", "recipient"])
    pk, recipient = an_id(says["id"]), says["recipient"]
    if not isinstance(recipient, str) or not RECIPIENT.fullmatch(recipient):
        raise Malformed("recipient is an age recipient")
    if not is_fresh(request):
        raise NotFresh(SHOW_YOU)
    take_a_turn(ASK, by=request.user)
    with transaction.atomic():
        actions.ask(pk, recipient, by=request.user, at=timezone.now())
        warn.enqueue(str(request.user.pk))
    return told({"asked": True})


@api("POST")
def help_(request: Request, pk: UUID) -> HttpResponse:
    """Give my half to the browser that asks."""
    if not shown_trust.is_asked(pk, request.user, timezone.now()):
        raise Missing  # before anything of what was sent is looked at
    take_a_turn(CHANGE, by=request.user)
    answer = _small(unb64(expect(asked(request), ["answer"])["answer"]))
    actions.help_(pk, answer, by=request.user, at=timezone.now())
    return told({"helped": True})


@api("POST")
def open_(request: Request) -> HttpResponse:
    """After the waiting time: both halves, for the browser that asked."""
    take_a_turn(CHANGE, by=request.user)
    expect(asked(request), [])
    half, answer = actions.open_(by=request.user, at=timezone.now())
    return told({"half": b64(half), "answer": b64(answer)})


@api("POST")
def stop_asking(request: Request) -> HttpResponse:
    """Never mind: from the page that asked. Also who is not sure whose question it is may stop it."""
    expect(asked(request), [])
    return told({"stopped": actions.stop(by=request.user) is not actions.Stopped.NOTHING})


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Request) -> HttpResponse:
    """What the warning leads to: what was asked, and one press that ends it."""
    if request.method == "POST":
        said = {
            actions.Stopped.IN_TIME: gettext(
                "Gestopt. Er gaat niets open. Verander nu je wachtwoord."
            ),
            actions.Stopped.TOO_LATE: gettext(
                "Gestopt, maar een apparaat kon je lijn al openen. Maak nu nieuwe sleutels, en "
                "verander je wachtwoord."
            ),
            actions.Stopped.NOTHING: gettext(
                "Er liep niets meer. Of er iets openging, staat bij ‘Wat er met mijn gegevens "
                "gebeurde’."
            ),
        }
        messages.success(request, said[actions.stop(by=request.user)])
        return HttpResponseRedirect(request.path)
    now = timezone.now()
    recovery = Recovery.objects.running(now).filter(trust__owner=request.user).first()
    return render(request, "vault/stop.html", {"recovery": recovery})


def _small(content: bytes) -> bytes:
    """An envelope of the smallest size: half of a secret is no longer."""
    header = age_files.header_length(content)
    if header is None or len(content) - header != SMALL:
        raise Wrong(NO_LETTER)
    return content
