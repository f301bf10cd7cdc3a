"""What the ids in an address point at, in the world of the test.

A new page with an id in its address gets a line here; the test asks for it by name.
"""

from typing import Any

from hartlijn.consent.tests.world import World

Targets = dict[str, list[tuple[dict[str, Any], Any]]]


def targets(world: World) -> Targets:
    """For each route with ids: the ids to try, and the person or thing they are about."""

    def things(*names: str) -> list[tuple[dict[str, Any], Any]]:
        return [({"pk": world.things[name].pk}, world.things[name]) for name in names]

    walks = [name for name in world.things if name.startswith("Noor with ")]
    token = [({"token": key}, world.things[name]) for name, key in world.tokens.items()]

    return {
        "account_reset_password_from_key": [({"uidb36": "1", "key": "forged"}, None)],
        # Without a school or employer connected these lead nowhere; test_oidc.py has one.
        "openid_connect_login": [],
        "openid_connect_callback": [],
        "mfa_edit_webauthn": things("passkey"),
        "mfa_remove_webauthn": things("passkey"),
        "people:invitation": token,
        "people:accept_companion": things(*walks),
        "people:end_companion": things(*walks),
        "people:withdraw_invitation": things(*world.tokens),
        "people:send_invitation_again": things(*world.tokens),
    }
