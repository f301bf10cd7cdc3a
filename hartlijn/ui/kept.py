"""Nothing typed is lost: when a form cannot be taken, its texts are shown back."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

SECRET = ("password", "csrf", "token", "code", "credential")
LONGEST_SHOWN = 20_000


def typed_texts(request: HttpRequest) -> list[tuple[str, str]]:
    """What somebody typed in the form that was sent, without passwords and codes."""
    return [
        (name, value[:LONGEST_SHOWN])
        for name, values in request.POST.lists()
        if not any(part in name.lower() for part in SECRET)
        for value in values
        if value.strip()
    ]


def wants_data(request: HttpRequest) -> bool:
    """Whether a script of ours asked, and not somebody who wants to see a page."""
    wanted = request.headers.get("Accept", "")
    return wanted.startswith(("application/json", "application/octet-stream"))


def kept(request: HttpRequest, *, why: str, what_to_do: str, status: int) -> HttpResponse:
    """A page that says why the form was not taken, what to do, and gives the texts back."""
    if wants_data(request):
        return JsonResponse({"sentence": f"{why} {what_to_do}"}, status=status)
    context = {"why": why, "what_to_do": what_to_do, "texts": typed_texts(request)}
    return render(request, "ui/kept.html", context, status=status)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's security token is too old, or came from elsewhere (Django's CSRF check)."""
    del reason  # technical; the sentence below is what helps
    return kept(
        request,
        why=_("Deze pagina stond te lang open, of je was ergens anders opnieuw aangemeld."),
        what_to_do=_("Ga terug, laad de pagina opnieuw en bewaar nog een keer."),
        status=403,
    )


def signed_out(request: HttpRequest) -> HttpResponse:
    """A form was sent after signing out or after the session ended."""
    return kept(
        request,
        why=_("Je bent niet meer aangemeld. Er is niets bewaard."),
        what_to_do=_("Kopieer wat je typte, meld je aan en bewaar het dan opnieuw."),
        status=403,
    )
