"""A passkey, from making it to letting it go, with the key in the browser itself.

The page's own script must do it under the strict policy, and what the device's PRF extension
gives may never leave the device.
"""

import re
from urllib.parse import parse_qs

from playwright.sync_api import Page, Request, expect

from journeys.visitor import Visitors

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
    "hasPrf": True,
}
# A device that tells its secret with every answer, as it will once a passkey also unlocks.
SECRET = "geheim-van-het-toestel"
TELLS = f"""
const tell = PublicKeyCredential.prototype.toJSON;
PublicKeyCredential.prototype.toJSON = function () {{
  const told = tell.call(this);
  const prf = {{ results: {{ first: "{SECRET}" }} }};
  return {{ ...told, clientExtensionResults: {{ ...told.clientExtensionResults, prf }} }};
}};
"""


def put_a_key_in(page: Page) -> None:
    """Give the browser a device that says yes by itself, and says too much."""
    page.add_init_script(TELLS)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def test_marijke_signs_in_with_a_passkey_and_lets_it_go(visitors: Visitors) -> None:
    page = visitors.come("marijke")
    put_a_key_in(page)
    sent: list[str] = []
    page.on("request", lambda request: sent.extend(credentials(request)))

    page.goto("/account/2fa/webauthn/add/")
    page.get_by_label("Hoe noem je deze passkey?").fill("mijn telefoon")
    page.get_by_role("button", name="Passkey maken").click()
    be_sure_it_is_her(page)
    expect(page.locator(".codes li")).to_have_count(10)

    sign_out(page)
    page.get_by_role("button", name="Aanmelden met een passkey").click()
    expect(page).to_have_title(re.compile("Vandaag"))

    page.goto("/account/2fa/webauthn/")
    page.get_by_role("link", name="Weghalen mijn telefoon").click()
    be_sure_it_is_her(page)
    page.get_by_role("button", name="Passkey weghalen").click()
    expect(page.get_by_text("De passkey is weg.")).to_be_visible()

    assert len(sent) == 4
    assert not any(SECRET in credential for credential in sent)


def test_whoever_stops_halfway_can_choose_another_way(visitors: Visitors) -> None:
    page = visitors.come()
    put_a_key_in(page)  # an empty one: there is no passkey to find

    page.goto("/account/login/")
    page.get_by_role("button", name="Aanmelden met een passkey").click()

    expect(page.get_by_role("alert")).to_contain_text("kies een andere manier")


def be_sure_it_is_her(page: Page) -> None:
    """Say once more who she is; she has no password."""
    page.get_by_role("link", name="Met je passkey").click()
    page.get_by_role("button", name="Met je passkey").click()


def credentials(request: Request) -> list[str]:
    """What a form sent of a passkey."""
    return parse_qs(request.post_data or "").get("credential", [])


def sign_out(page: Page) -> None:
    """Through the page that asks first."""
    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Afmelden").click()
