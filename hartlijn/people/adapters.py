"""How django-allauth meets our house: who may open an account, and with what."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.forms import Form
from django.http import HttpRequest

from hartlijn.people.models import Person


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come by invitation; open sign-up is the operator's switch."""

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
        return super().save_user(request, user, form, commit)  # type: ignore[no-any-return]


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An account of school or employer is connected from within, never matched by e-mail."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Nobody gets an account because a school or employer knows them."""
        return bool(settings.OPEN_SIGN_UP)
