"""What a starter says of her months: kept for herself, sealed, until she sends it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.paths.actions import promises as actions
from hartlijn.paths.models import Change, Promise, Side, Term, Tick
from hartlijn.paths.telling.months import holding
from hartlijn.paths.telling.saying import how_much
from hartlijn.paths.words import promises_of
from hartlijn.people.http import Request
from hartlijn.people.models import Person
from hartlijn.vault.sealed_page import sealed, shell

BACK: Final = timedelta(days=190)
"""Half a year; of earlier months the page of the promise tells."""
FIELD: Final = "word-"


@dataclass(frozen=True)
class Asked:
    """A month of one promise, with what was sent of it."""

    term: Term
    how_much: str
    sent: str


@sealed()
def ticks(request: Request) -> HttpResponse:
    """The months to say something of; the browser fills in what was kept and not sent."""
    asked = [
        (one, promises_of(one.side.version).get(one.key), list(months))
        for one, months in groupby(_months(request.user), key=lambda term: term.promise)
    ]
    whole = [(one, words, [_asked(term, one) for term in months]) for one, words, months in asked]
    return shell(request, "paths/ticks.html", promises=whole, choices=Tick.Word.choices)


@require_POST
def send(request: Request) -> HttpResponse:
    """Send what was chosen, everywhere or of one month; the rest stays as it was."""
    try:
        number = actions.send(_chosen(request), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("paths:ticks")
    said = ngettext(
        "Verstuurd, van %(number)s maand.", "Verstuurd, van %(number)s maanden.", number
    )
    messages.success(request, said % {"number": number})
    return redirect("paths:promises")


def _months(person: Person) -> list[Term]:
    today = civil_day()
    own = Term.objects.begun().filter(
        promise__side__in=Side.objects.running().filter(path__starter=person),
        ends_on__gte=today - BACK,
    )
    changes = Change.objects.agreed().order_by("from_on", "proposed_on", "pk")
    return list(
        own.select_related("promise__side__version", "promise__side__organisation")
        .prefetch_related(
            Prefetch("ticks", queryset=Tick.objects.filter(whose=Tick.Whose.STARTER)),
            Prefetch("promise__changes", queryset=changes),
        )
        .order_by("promise__side", "promise__place", "promise", "-starts_on")
    )


def _asked(term: Term, promise: Promise) -> Asked:
    change = holding(promise.changes.all(), term.starts_on)
    amount = change.amount if change else promise.amount
    sent = next((one.word for one in term.ticks.all()), "")
    return Asked(term, how_much(promise.measure, amount), sent)


def _chosen(request: Request) -> dict[UUID, str]:
    only = request.POST.get("only")
    chosen = {pk: word for pk, word in _words(request) if only in {None, str(pk)}}
    if chosen:
        return chosen
    raise Refused(_("Kies eerst bij een maand hoe het ging. Dan kun je het versturen."))


def _words(request: Request) -> Iterator[tuple[UUID, str]]:
    for name, word in request.POST.items():
        if not name.startswith(FIELD) or not word:
            continue
        try:
            pk = UUID(name.removeprefix(FIELD))
        except ValueError:
            pk = None
        if pk is None or word not in Tick.Word.values:
            raise Refused(_("Kies een van de drie: nagekomen, later, of niet."))
        yield pk, str(word)
