"""The pages of the vault: opening, keeping, giving. The worker fills them."""

from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.http import HttpResponse

from hartlijn.people.http import Request
from hartlijn.vault.sealed_page import sealed, shell


@sealed()
def keep(request: Request) -> HttpResponse:
    """Six words, so that what I wrote stays."""
    return shell(request, "vault/keep.html")


@sealed()
def open_(request: Request) -> HttpResponse:
    """Open on this device."""
    return shell(request, "vault/open.html")


@sealed()
def keys(request: Request) -> HttpResponse:
    """The ways to open, new keys, and starting over."""
    return shell(request, "vault/keys.html", fresh=did_recently_reauthenticate(request))


@sealed()
def compare(request: Request) -> HttpResponse:
    """Compare words with somebody one meets."""
    return shell(request, "vault/compare.html")


@sealed(media_src=["blob:"])
def received(request: Request) -> HttpResponse:
    """What others gave me."""
    return shell(request, "vault/received.html")
