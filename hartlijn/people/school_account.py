"""Signing in with an account of school or employer (OpenID Connect).

What we keep of it is the subject alone: which person it is, in words that mean something
only to us (pairwise). No name, address or affiliation is stored, and no address is matched.
"""

from functools import partial
from http import HTTPStatus
from typing import Any

from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base import AuthError, AuthProcess, Provider
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from requests import RequestException, Response, Session

from hartlijn.people.models import Person


class SchoolOrEmployer(OpenIDConnectProvider):  # type: ignore[misc]
    """A provider that is asked for as little as possible."""

    def get_default_scope(self) -> list[str]:
        """The subject; name and address only where they begin a new account."""
        return ["openid", "profile", "email"] if settings.OPEN_SIGN_UP else ["openid"]

    def extract_extra_data(self, data: Any) -> dict[str, Any]:
        """Nothing they tell about a person is kept."""
        return {}

    def extract_uid(self, data: Any) -> str:
        """The subject; both places that name one must name the same."""
        named = {part["sub"] for part in data.values() if isinstance(part, dict) and "sub" in part}
        if len(named) != 1:
            raise OAuth2Error("The answers of this provider are not about one subject.")
        return str(named.pop())

    def extract_email_addresses(self, data: Any) -> list[EmailAddress]:
        """Where a new account begins; it still has to be proven to us."""
        found = super().extract_email_addresses(data)
        for address in found:
            address.verified = False
        return list(found)

    def redirect(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show where you are going, as a link.

        A form that ends elsewhere is stopped by our Content-Security-Policy, and the road of a
        school passes more addresses than we can list; a link is free to go.
        """
        answer: HttpResponse = super().redirect(request, *args, **kwargs)
        if not isinstance(answer, HttpResponseRedirect):
            return answer
        context = {"address": answer.url, "provider": self}
        return render(request, "people/sign_in/leaving.html", context)


class NoLongerConnected(SchoolOrEmployer):
    """A school or employer that the operator took out; accounts of it can still be let go."""

    @property
    def server_url(self) -> str:
        """There is none: signing in this way does not exist any more."""
        raise Http404


class SchoolOrEmployerAdapter:
    """Our answers to allauth's questions about such accounts."""

    def get_provider(
        self, request: HttpRequest, provider: str, client_id: str | None = None
    ) -> Provider:
        """Ours, in the place of allauth's own."""
        try:
            found = super().get_provider(request, provider, client_id)  # type: ignore[misc]
        except SocialApp.DoesNotExist:
            return NoLongerConnected(request, app=SocialApp(provider_id=provider, name=provider))
        if type(found) is OpenIDConnectProvider:
            return SchoolOrEmployer(request, app=found.app)
        return found

    def get_requests_session(self) -> Session:
        """A provider that does not answer ends in a calm page, not in an error."""
        session: Session = super().get_requests_session()  # type: ignore[misc]
        session.request = partial(_ask, session.request, self.request)  # type: ignore[attr-defined, method-assign]
        return session

    def on_authentication_error(
        self, request: HttpRequest, provider: Provider, error: str = "", **more: Any
    ) -> None:
        """Say what to do; what went wrong technically helps nobody here."""
        if error != AuthError.CANCELLED:
            raise ImmediateHttpResponse(_failed(request, HTTPStatus.UNAUTHORIZED))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody gets an account because a school or employer knows them."""
        return bool(settings.OPEN_SIGN_UP)

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Whom we do not know by subject, signs in the own way first."""
        connecting = sociallogin.state.get("process") == AuthProcess.CONNECT
        if sociallogin.is_existing or connecting or settings.OPEN_SIGN_UP:
            return
        context = {"provider": sociallogin.provider}
        page = render(request, "people/sign_in/not_connected.html", context, status=403)
        raise ImmediateHttpResponse(page)

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        """Whoever controls a mailbox at work does not control the account."""
        return False

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> Person:
        """A new account (open sign-up) begins with the name and address it came with."""
        person: Person = super().populate_user(request, sociallogin, data)  # type: ignore[misc]
        parts = [data.get("first_name"), data.get("last_name")]
        name = data.get("name") or " ".join(str(part) for part in parts if part)
        shown = "".join(letter for letter in str(name) if letter.isprintable())
        person.name = shown[:80] or person.email
        return person


def _ask(ask: Any, request: HttpRequest, method: str, url: str, **options: Any) -> Response:
    """Ask the provider something; its pages with facts must be there and be readable."""
    try:
        answer: Response = ask(method, url, **options)
        if method.upper() == "GET":
            answer.raise_for_status()
            answer.json()
    except (RequestException, ValueError) as error:
        page = _failed(request, HTTPStatus.SERVICE_UNAVAILABLE)
        raise ImmediateHttpResponse(page) from error
    return answer


def _failed(request: HttpRequest, status: int) -> HttpResponse:
    return render(request, "people/sign_in/failed.html", status=status)
