"""How people sign in: tables of the sign-in library."""

import hashlib
import json
from dataclasses import replace
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

from hartlijn.consent.tests.world.known import World


def ways_in(world: World) -> None:
    """How Noor signs in: tables of the sign-in library, with her words in them."""
    noor = world.people["Noor, starter"]
    EmailAddress.objects.create(
        user=noor, email=world.canary("account.EmailAddress.email", "Noor", email=True)
    )
    world.things["passkey"] = Authenticator.objects.create(
        user=noor,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": world.canary("mfa.Authenticator.data", "Noor"), "credential": passkey()},
    )
    world.tie("Noor, starter", world.things["passkey"], "self")
    world.things["session"] = UserSession.objects.create(
        user=noor,
        ip="127.0.0.1",
        session_key="elsewhere",
        user_agent=world.canary("usersessions.UserSession.user_agent", "Noor"),
    )
    world.tie("Noor, starter", world.things["session"], "self")
    SocialAccount.objects.create(
        user=noor,
        provider="school",
        uid=world.canary("socialaccount.SocialAccount.uid", "Noor"),
    )
    for key, canary in world.canaries.items():
        if canary.about is None:
            world.canaries[key] = replace(canary, about=noor)


def passkey() -> dict[str, Any]:
    """What a device sends when it made a passkey (W3C WebAuthn, no attestation)."""
    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    credential = AttestedCredentialData.create(
        Aaguid.NONE,
        b"passkey",
        ES256.from_cryptography_key(key),  # type: ignore[no-untyped-call]
    )
    data = AuthenticatorData.create(
        hashlib.sha256(b"localhost").digest(),
        AuthenticatorData.FLAG.AT | AuthenticatorData.FLAG.UP,
        0,
        credential,
    )
    made = AttestationObject.create("none", data, {})
    client = json.dumps({"type": "webauthn.create", "challenge": "", "origin": "http://localhost"})
    return {
        "id": websafe_encode(b"passkey"),
        "rawId": websafe_encode(b"passkey"),
        "type": "public-key",
        "response": {
            "clientDataJSON": websafe_encode(client.encode()),
            "attestationObject": websafe_encode(bytes(made)),
        },
    }


def second_factor(world: World) -> None:
    """The operator has one: without it no page of the operator opens."""
    otto = world.people["Otto, operator"]
    Authenticator.objects.create(user=otto, type=Authenticator.Type.TOTP, data={"secret": ""})
