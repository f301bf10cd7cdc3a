"""The pages of Samen. The worker fills them; the server never learns with what, or for what."""

from django.http import HttpResponse

from hartlijn.people.http import Request
from hartlijn.vault.sealed_page import sealed, shell


@sealed()
def threads(request: Request) -> HttpResponse:
    """What people wrote me and I wrote them; one thread by its id behind the #."""
    return shell(request, "consult/threads.html")


@sealed()
def write(request: Request) -> HttpResponse:
    """Write to somebody: a question, help, a boundary, a thank-you, care after something hard."""
    return shell(request, "consult/write.html")


@sealed()
def aftercare(request: Request) -> HttpResponse:
    """My own aftercare: what happened is not told, only what helps now."""
    return shell(request, "consult/aftercare.html")
