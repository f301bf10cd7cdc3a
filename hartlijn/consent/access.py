"""Decides the rules of the register: who may come through the door of a page at all.

What somebody sees behind the door is decided by ``visible_to`` on each table.
"""

from collections.abc import Callable
from typing import Final

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import AnonymousUser

from hartlijn.people.models import Organisation, Person

Visitor = Person | AnonymousUser
Rule = Callable[[Visitor], bool]

everybody_is_invented: list[Callable[[], bool]] = []
"""Said by the demonstration, which this floor does not know, when it filled this database."""


def anyone(visitor: Visitor) -> bool:
    """Everybody, with or without an account."""
    del visitor
    return True


def signed_in(visitor: Visitor) -> bool:
    """Everybody with an account that is not blocked."""
    return isinstance(visitor, Person) and visitor.is_active


def coordinator(visitor: Visitor) -> bool:
    """Who runs the desk of at least one organisation today."""
    return isinstance(visitor, Person) and Organisation.objects.visible_to(visitor).exists()


def operator(visitor: Visitor) -> bool:
    """Who runs the installation."""
    return isinstance(visitor, Person) and visitor.is_operator


def lacks_second_factor(visitor: Visitor) -> bool:
    """Whether an operator still has to add a passkey or a code from an app.

    A password that leaks may not open the whole installation. In a demonstration everybody
    is invented and signs in without one.
    """
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    own = Authenticator.objects.filter(user_id=visitor.pk, type__in=kinds)
    return not own.exists() and not any(said() for said in everybody_is_invented)


RULES: Final[dict[str, Rule]] = {
    "anyone": anyone,
    "signed_in": signed_in,
    "coordinator": coordinator,
    "operator": operator,
}


def admits(rule: str, visitor: Visitor) -> bool:
    """Whether the rule of a page lets somebody in; an unknown rule lets in nobody."""
    return rule in RULES and RULES[rule](visitor)
