"""Headers that every answer carries, and the page for a refused action."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hartlijn.lib.verdict import Refused

Next = Callable[[HttpRequest], HttpResponse]
FEATURES = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "usb",
)  # fmt: skip


def permissions(*own: str) -> str:
    """A Permissions-Policy that closes every feature but these, which are for this site alone."""
    return ", ".join(f"{one}=({'self' if one in own else ''})" for one in FEATURES)


class Headers:
    """Close what a browser leaves open, and keep personal pages out of every cache."""

    def __init__(self, get_response: Next) -> None:
        """Stand around the rest of the house."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers of docs/threat-model.md."""
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", permissions())
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show the reason of a refusal in the words of the house."""
        if isinstance(error, Refused):
            return render(request, "403.html", {"reason": str(error)}, status=403)
        return None
