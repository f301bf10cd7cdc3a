"""Pages that no link leads to: behind a letter, a password, a second factor. Nothing for axe there."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from journeys.line import invited
from journeys.test_every_page import DAY, complaints, refused
from journeys.test_first_day import begin
from journeys.visitor import Visitors

pytestmark = pytest.mark.long

PASSWORD = "een-lange-rustige-zin"
STEP = 30  # seconds a code of an app lasts


def looks(page: Page) -> list[str]:
    """What is in the way on this page, on a phone and on a desk."""
    said: list[str] = []
    for look in DAY:
        page.set_viewport_size({"width": look.width, "height": 760})
        page.emulate_media(color_scheme=look.scheme)
        said += complaints(page)
    return said


def empty_and_refused(page: Page, address: str) -> list[str]:
    """The page as it comes, and as it comes back when what was typed is not right."""
    page.goto(address)
    said = looks(page)
    if refused(page):
        said += looks(page)
    return said


def be_sure(page: Page) -> None:
    """Type the password again where the house asks who it is."""
    field = page.locator('main input[type="password"]')
    if field.count():
        field.fill(PASSWORD)
        form = page.locator("main form").filter(has=page.locator('input[type="password"]'))
        form.get_by_role("button").last.click()


def code(secret: str) -> str:
    """What an app on a phone shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // STEP))


def test_a_letter_and_a_second_factor_stand_in_nobodys_way(visitors: Visitors) -> None:
    link = invited(visitors, "Deur")
    page = visitors.come()
    said = empty_and_refused(page, link)
    begin(page, link, "Deur Bos")
    page.wait_for_url(f"{visitors.house.url}/")

    said += empty_and_refused(page, "/account/reauthenticate/?next=/")
    page.goto("/account/2fa/totp/activate/")
    be_sure(page)
    said += looks(page)
    secret = re.sub(r"\s", "", page.locator(".secret").first.inner_text())
    page.locator("main input[name=code]").fill(code(secret))
    page.locator("main form").last.get_by_role("button").last.click()
    for inside in ("recovery-codes/", "recovery-codes/generate/", "totp/deactivate/"):
        page.goto(f"/account/2fa/{inside}")
        be_sure(page)
        said += looks(page)

    page.goto("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Afmelden").click()
    page.wait_for_url("**/account/login/**")  # a script closes the line here before it leaves
    said += empty_and_refused(page, "/account/login/")
    page.goto("/account/login/")
    page.locator('input[name="login"]').fill("deur@voorbeeld.nl")
    page.locator('input[name="password"]').fill(PASSWORD)
    page.locator("main form").filter(has=page.locator('input[name="password"]')).get_by_role(
        "button", name="Aanmelden", exact=True
    ).click()
    expect(page.locator("main input[name=code]")).to_be_visible()
    said += looks(page)
    said += looks(page) if refused(page) else []

    assert not said, "\n".join(dict.fromkeys(said))


def test_a_new_organisation_and_its_coordinator_stand_in_nobodys_way(visitors: Visitors) -> None:
    """Only while an organisation has no coordinator does its invitation open."""
    page = visitors.come("otto", width=1280)
    page.goto("/operator/organisations/")
    form = page.locator("main form").filter(has=page.locator("[name=kind]"))
    form.locator("[name=name]").fill("Huis zonder bureau")
    form.get_by_role("button", name="Bewaren").click()
    page.wait_for_url("**/operator/organisations/*/invite/")

    said = empty_and_refused(page, page.url)

    assert page.locator("[aria-invalid=true]").count()
    assert not said, "\n".join(dict.fromkeys(said))
