"""More ways in, and more ways to be reached."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db.models import Model
from django.utils import timezone

from hartlijn.consent.tests.growth.who import NOOR, OTTO
from hartlijn.consent.tests.world import World, passkey


def ways_in(world: World, number: int) -> Iterator[Model]:
    for person in (world.people[NOOR], world.people[OTTO]):
        name = f"{person.pk.hex[:8]}.{number}"
        yield EmailAddress.objects.create(user=person, email=f"{name}@voorbeeld.nl")
        yield SocialAccount.objects.create(user=person, provider="school", uid=name)
        yield Session.objects.create(
            session_key=name, session_data="", expire_date=timezone.now() + timedelta(hours=1)
        )
        yield UserSession.objects.create(user=person, ip="127.0.0.1", session_key=name)
        yield Authenticator.objects.create(
            user=person,
            type=Authenticator.Type.WEBAUTHN,
            data={"name": name, "credential": passkey()},
        )


def devices(world: World, number: int) -> Iterator[Model]:
    """More devices that show a sign, and signs to them."""
    for person in (world.people[NOOR], world.people[OTTO]):
        device = apps.get_model("delivery", "PushDevice").objects.create(
            person=person,
            label=f"Telefoon {number}",
            endpoint=f"https://push.voorbeeld.nl/{person.pk}/{number}",
            renewal_digest=uuid4().hex,
        )
        yield device
        yield apps.get_model("delivery", "Attempt").objects.create(receiver=person, device=device)
