"""Decks of cards: to read on a screen, to print, and how to guide a talk with them."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hartlijn.learning.definitions import DECK
from hartlijn.learning.shelves import decks as every_deck
from hartlijn.library import shelf
from hartlijn.people.http import Request


@require_safe
def decks(request: Request) -> HttpResponse:
    """What there is to talk about."""
    return render(request, "learning/decks.html", {"decks": every_deck()})


@require_safe
def deck(request: Request, key: str) -> HttpResponse:
    """One deck with its notes. It prints as cards to cut out."""
    try:
        found = shelf.get(DECK, key).content
    except shelf.UnknownError:
        raise Http404 from None
    return render(request, "learning/deck.html", {"deck": found})
