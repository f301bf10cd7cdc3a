"""The few addresses that belong to the installation as a whole."""

from datetime import timedelta

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone

from config import streams

NO_STORE = {"Cache-Control": "no-store"}


def healthz(request: HttpRequest) -> HttpResponse:
    """Alive, and the database answers. Says nothing more to nobody in particular."""
    del request
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain", headers=NO_STORE)


def stream(request: HttpRequest) -> HttpResponse:
    """Live rooms are served before Django (``config/streams.py``); a server without them says no."""
    del request
    text = "text/plain; charset=utf-8"
    return HttpResponse(streams.WRONG, status=403, content_type=text, headers=NO_STORE)


def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116)."""
    del request
    if not settings.SECURITY_CONTACT:
        return HttpResponse(status=404)
    expires = (timezone.now() + timedelta(days=180)).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def change_password(request: HttpRequest) -> HttpResponse:
    """Lead a password manager to the right page (W3C change-password URL)."""
    del request
    return HttpResponseRedirect(reverse("account_change_password"))


def passkey_endpoints(request: HttpRequest) -> HttpResponse:
    """Tell a passkey manager where passkeys are made and kept (W3C passkey endpoints)."""
    del request
    enroll = f"{settings.SITE_URL}{reverse('mfa_add_webauthn')}"
    manage = f"{settings.SITE_URL}{reverse('mfa_list_webauthn')}"
    return JsonResponse({"enroll": enroll, "manage": manage})
