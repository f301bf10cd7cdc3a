"""The pages of the vault: opening, keeping, giving. The worker fills them."""

from django.http import HttpResponse

from hartlijn.people.http import Request
from hartlijn.vault.sealed_page import sealed, shell
from hartlijn.vault.views.fresh import is_fresh


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
    return shell(request, "vault/keys.html", fresh=is_fresh(request))


@sealed()
def compare(request: Request) -> HttpResponse:
    """Compare words with somebody one meets."""
    return shell(request, "vault/compare.html")


@sealed()
def contact(request: Request) -> HttpResponse:
    """The trusted contact: choose, see, remove."""
    return shell(request, "vault/contact.html")


@sealed()
def ask(request: Request) -> HttpResponse:
    """Everything is lost: ask the trusted contact."""
    return shell(request, "vault/ask.html", fresh=is_fresh(request))


@sealed()
def help_(request: Request) -> HttpResponse:
    """Somebody asks me, their trusted contact."""
    return shell(request, "vault/help.html")


@sealed(media_src=["blob:"])
def received(request: Request) -> HttpResponse:
    """What others gave me."""
    return shell(request, "vault/received.html")
