"""The door of every page: deny unless the register says otherwise."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from hartlijn.consent.access import admits, lacks_second_factor
from hartlijn.consent.register import register
from hartlijn.ui.kept import signed_out, wants_data

Next = Callable[[HttpRequest], HttpResponse]
SAFE = {"GET", "HEAD", "OPTIONS"}


class AccessRegister:
    """Looks each page up in the register before its view runs."""

    def __init__(self, get_response: Next) -> None:
        """Stand before the views."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the decision falls in ``process_view``, where the page is known."""
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: object,
        args: Any,
        kwargs: Any,
    ) -> HttpResponse | None:
        """Let in, send to the sign-in page, or say that the page does not exist."""
        del view, args, kwargs
        name = request.resolver_match.view_name if request.resolver_match else ""
        route = register().routes.get(name)
        if route is None:
            raise Http404
        if admits(route.rule, request.user):
            if route.rule == "operator" and lacks_second_factor(request.user):
                messages.warning(
                    request, _("Maak eerst een passkey. Zonder kom je niet in het beheer.")
                )
                return redirect("mfa_index")
            return None
        if request.user.is_authenticated:
            raise Http404
        if wants_data(request):
            sentence = _("Je bent niet meer aangemeld. Meld je aan, dan kun je verder.")
            return JsonResponse({"sentence": sentence}, status=401)
        if request.method in SAFE:
            return redirect_to_login(request.get_full_path())
        return signed_out(request)
