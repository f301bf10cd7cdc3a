"""How django-allauth meets our house: who may open an account, in which words, and what is kept."""

import logging
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.mail import EmailMessage
from django.forms import Form
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hartlijn.people import closed_seeds
from hartlijn.people.even_answers import ABOUT_AN_ADDRESS, wait_for_the_beat
from hartlijn.people.letter_reasons import ASKED, HEADER, WARNING
from hartlijn.people.mail_server import NO_ANSWER, NO_MAIL_SERVER
from hartlijn.people.models import Person
from hartlijn.people.school_account import SchoolOrEmployerAdapter
from hartlijn.ui.kept import kept

TYPES = Authenticator.Type
ONLY_TELLS = "only_tells"  # in what a letter is written from: the page does not wait for it
log = logging.getLogger(__name__)
SECOND_FACTORS = [TYPES.TOTP, TYPES.WEBAUTHN]


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come by invitation; open sign-up is the operator's switch."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "cannot_remove_primary_email": _("Dit is je hoofdadres. Kies eerst een ander hoofdadres."),
        "duplicate_email": _("Dit adres hoort al bij je account. Vul een ander adres in."),
        "email_password_mismatch": _(
            "Adres en wachtwoord horen niet bij elkaar. Controleer ze, of kies een nieuw wachtwoord."
        ),
        "enter_current_password": _("Dit is niet je wachtwoord van nu. Probeer het nog een keer."),
        "incorrect_code": _("Deze code klopt niet. Controleer hem en probeer het nog een keer."),
        "incorrect_password": _("Dit wachtwoord klopt niet. Probeer het nog een keer."),
        "invalid_or_expired_key": _("Deze link of code werkt niet meer. Vraag een nieuwe."),
        "invalid_login": _("Zo kun je niet aanmelden. Vul je e-mailadres en wachtwoord in."),
        "invalid_password_reset": _("Deze link werkt niet meer. Vraag een nieuwe."),
        "max_email_addresses": _("Meer dan %d adressen kan niet. Verwijder er eerst een."),
        "rate_limited": _("Dat ging te vaak achter elkaar. Wacht even en probeer het dan opnieuw."),
        "same_as_current": _("Dit is hetzelfde als nu. Kies iets anders."),
        "too_many_login_attempts": _(
            "Er is te vaak geprobeerd. Wacht een kwartier, of kies een nieuw wachtwoord."
        ),
        "unverified_primary_email": _("Bevestig dit adres eerst met de code uit de mail."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether somebody may make an account without an invitation."""
        return bool(settings.OPEN_SIGN_UP)

    def save_user(
        self,
        request: HttpRequest,
        user: Person,
        form: Form,
        commit: bool = True,  # noqa: FBT001, FBT002
    ) -> Person:
        """Keep the name with the address (open sign-up)."""
        user.name = form.cleaned_data.get("name", "") or form.cleaned_data["email"]
        user.language = translation.get_language() or settings.LANGUAGE_CODE
        return super().save_user(request, user, form, commit)  # type: ignore[no-any-return]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To Vandaag; an operator without a second factor first adds one."""
        person = request.user
        if isinstance(person, Person) and person.is_operator and not has_second_factor(person):
            return reverse("mfa_index")
        return str(super().get_login_redirect_url(request))

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """A refusal takes as long for an unknown address as for a wrong password."""
        wait_for_the_beat(request)

    # ------------------------------------------------------------------ letters
    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send what somebody waits for; a mail server that is away gets a page that says so."""
        try:
            self._write(template_prefix, email, context)
        except NO_MAIL_SERVER as error:
            if context.get(ONLY_TELLS):
                log.warning("The mail server did not answer; %s was not sent.", template_prefix)
                return
            later = gettext("Probeer het straks nog een keer.")
            away = kept(self.request, why=str(NO_ANSWER), what_to_do=later, status=503)
            raise ImmediateHttpResponse(away) from error

    def _write(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write in the language and the time zone of whoever reads the letter."""
        if template_prefix in ABOUT_AN_ADDRESS:
            wait_for_the_beat(self.request)
        person = context.get("user") or _who_reads(email)
        language = person.language if person else translation.get_language()
        zone = person.time_zone if person else settings.TIME_ZONE
        with translation.override(language), timezone.override(ZoneInfo(zone)):
            super().send_mail(template_prefix, email, context)

    def render_mail(
        self,
        template_prefix: str,
        email: str,
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Say on the letter why it goes now: it was asked for, or it warns."""
        reason = WARNING if context.get(ONLY_TELLS) else ASKED
        told = {**(headers or {}), HEADER: reason}
        letter: EmailMessage = super().render_mail(template_prefix, email, context, told)
        return letter

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Person,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell about a change, also when the address it goes to was just removed.

        The change is made: a mail server that is away does not turn it into an error.
        """
        told = {**(context or {}), "user": user, ONLY_TELLS: True}
        super().send_notification_mail(template_prefix, user, told, email)

    def send_account_already_exists_mail(self, email: str) -> None:
        """Take as long as making an account: a new password is hashed there."""
        make_password("as long as a new account takes")
        super().send_account_already_exists_mail(email)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """On our own address, whatever the request calls us."""
        uidb36, _dash, rest = key.partition("-")
        route = "account_reset_password_from_key"
        path = reverse(route, kwargs={"uidb36": uidb36, "key": rest})
        return f"{settings.SITE_URL}{path}"


class SocialAccountAdapter(SchoolOrEmployerAdapter, DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An account of school or employer is connected from within, never matched by e-mail."""

    error_messages: ClassVar = {
        **DefaultSocialAccountAdapter.error_messages,
        "email_taken": _("Met dit adres kan het niet. Meld je aan en verbind %s daarna."),
        "invalid_token": _("Het aanmelden is niet gelukt. Probeer het nog een keer."),
        "no_password": _("Dit is je enige manier om binnen te komen. Kies eerst een wachtwoord."),
        "no_verified_email": _("Bevestig eerst een eigen e-mailadres."),
        "connected_other": _("Dit account is al verbonden met iemand anders in Hartlijn."),
    }

    def list_apps(
        self,
        request: HttpRequest | None,
        provider: str | None = None,
        client_id: str | None = None,
    ) -> list[Any]:
        """Look once for each request, also on a page that shows five accounts of one school."""
        if request is None:
            return super().list_apps(request, provider, client_id)  # type: ignore[no-any-return]
        found = request.__dict__.setdefault("school_or_employer_apps", {})
        key = (provider, client_id)
        if key not in found:
            found[key] = super().list_apps(request, provider, client_id)
        return found[key]  # type: ignore[no-any-return]


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys and code apps, in our words."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "add_email_blocked": _("Zet eerst de tweede stap uit; daarna kun je een adres toevoegen."),
        "cannot_delete_authenticator": _("Deze tweede stap kan nu niet weg."),
        "cannot_generate_recovery_codes": _("Zet eerst een code-app of een passkey aan."),
        "incorrect_code": _("Deze code klopt niet. Controleer hem en probeer het nog een keer."),
        "unverified_email": _("Bevestig eerst je e-mailadres met de code uit de mail."),
    }

    def _get_site_name(self) -> str:
        return "Hartlijn"

    def encrypt(self, text: str) -> str:
        """A copy of the database alone makes nobody's codes."""
        return closed_seeds.close(text)

    def decrypt(self, encrypted_text: str) -> str:
        """What a code is checked with."""
        return closed_seeds.opened(encrypted_text)

    def generate_authenticator_name(self, user: Person, type: str) -> str:  # noqa: A002
        """A name to begin with; the person can change it."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)s") % {"number": number}


def has_second_factor(person: Person) -> bool:
    """Whether a password alone does not open this account."""
    return bool(get_adapter().is_mfa_enabled(person, SECOND_FACTORS))


def _who_reads(email: str) -> Person | None:
    """Whose mailbox this is, as far as we know for sure."""
    proven = EmailAddress.objects.filter(email=email.lower(), verified=True)
    address = proven.first()
    mine = {"pk": address.user_id} if address else {"email__iexact": email}
    found: Person | None = Person.objects.filter(**mine).first()
    return found
