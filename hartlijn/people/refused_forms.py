"""A form of the sign-in library that was refused answers 422, as ours do.

The library answers 200, which says to a browser, a script and a monitor that all went well.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

Next = Callable[[HttpRequest], HttpResponse]


class RefusedForms:
    """Looks at the form of a page before it is written."""

    def __init__(self, get_response: Next) -> None:
        """Stand around the views."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; what matters is known in ``process_template_response``."""
        return self.get_response(request)

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        """Say that what was sent could not be taken."""
        shown = response.context_data or {}
        forms = (shown.get("form"), shown.get("webauthn_form"))  # a code, or a passkey
        refused = any(isinstance(one, BaseForm) and one.is_bound and one.errors for one in forms)
        if refused and request.method == "POST" and response.status_code == HTTPStatus.OK:
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response
