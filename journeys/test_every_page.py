"""Every page a person can reach: nothing for axe to find, nothing wider than the screen.

The pages are found by walking from Vandaag along every link, as each of the ten: Vandaag
of all ten, every other page once, at 320 px in light and at 1280 px in dark; the nightly
run turns that round.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from hartlijn.consent.register import register
from hartlijn.demo.cast import CAST, identity
from journeys.visitor import DESK, PHONE, Scheme, Visitors

pytestmark = pytest.mark.long

# A link that does something or gives a file is no page to look at.
NO_PAGE = {
    "line:export",
    "vault:export",
    "mfa_download_recovery_codes",
    "people:desk_people_csv",
    "people:desk_example",
    "paths:outline",
    "dialogues:report_file",
    "paths:template_file",
    "factors:map_export",
    "library:content",
    "healthz",
    "security_txt",
    "passkey_endpoints",
    "change_password",
}
SIGNED_OUT = (
    "/account/login/",
    "/account/signup/",
    "/account/password/reset/",
    "/account/password/reset/done/",
    "/account/password/reset/key/1-x/",
    "/account/inactive/",
    "/account/connected/login/cancelled/",
    "/account/connected/login/error/",
    "/invitations/nothing/",
    "/join/",
    "/scribe/",
    "/goodbye/",
    "/nothing-here/",
    "/components/",
    "/components/?state=filled",
    "/components/?state=refused",
    "/demo/post/",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LINKS = "els => els.map(el => new URL(el.getAttribute('href'), document.baseURI).href)"


@dataclass(frozen=True)
class Look:
    """One way to look: the width of the screen and its colours."""

    width: int
    scheme: Scheme


DAY = (Look(PHONE, "light"), Look(DESK, "dark"))
NIGHT = (Look(PHONE, "dark"), Look(DESK, "light"))


def route_of(address: str) -> str:
    """The name of the route behind an address; empty when there is none."""
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


def walk(page: Page, origin: str, also: list[str], done: set[str]) -> Iterator[str]:
    """Every page that links lead to and nobody saw; the page is open when it is given."""
    first = [f"{origin}{path}" for path in ["/", *also]]
    waiting, seen = deque(first), set[str]()
    while waiting:
        address = waiting.popleft()
        route = route_of(address)
        known = address in seen or (route in done and address not in first)
        if known or route in NO_PAGE or not address.startswith(origin):
            continue
        seen.add(address)
        done.add(route)
        page.goto(address)
        waiting.extend(
            link.split("#")[0]
            for link in page.eval_on_selector_all("a[href]:not([download])", LINKS)
        )
        yield route


def complaints(page: Page) -> list[str]:
    """What axe finds on the page as it is now, and whether it is too wide."""
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(page, options=options).response["violations"]
    said = [
        f"{page.url} ({page.viewport_size['width'] if page.viewport_size else ''} px): "
        f"{one['help']}: {one['nodes'][0]['html'][:160]}"
        for one in found
    ]
    too_wide = page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
    if too_wide:
        said.append(f"{page.url}: wider than the screen")
    return said


def refused(page: Page) -> bool:
    """Send the page's own form empty or with nonsense; tells whether it came back refused."""
    form = page.locator(
        "main form[method=post]:not([data-passkey], [data-outbox])"
        ":has(input:visible, textarea:visible)"
    ).first
    if not form.count():
        return False
    for field in form.locator("input:is([type=text], [type=email]):not([readonly]):visible").all():
        field.fill("\u202e")
    button = form.locator("button:visible").last
    if not button.count():
        return False
    with page.expect_navigation():
        form.evaluate("form => { form.noValidate = true; form.requestSubmit(); }")
    return page.locator(".error-summary, .errorlist").count() > 0


# Behind a question somebody has to type first, or different for somebody who has more.
ALSO = {
    "noor": ["/journal/back/", "/journal/entry/", "/journal/look-back/", "/journal/register/"],
    "mila": ["/me/times/", "/me/times/rosters/", "/me/times/leave/", "/paths/promises/"],
    "sam": ["/companions/"],
    # Whoever came before makes no roster and hands nobody over, and saw no way to it.
    "fatima": ["/duty/", "/paths/hand-overs/"],
    "otto": ["/operator/accounts/?q=Mila"],
    # One that was gathered has more to do than one that is open; what changed, where it is open.
    "rosa": [
        f"/dialogues/{identity('dialogue', 'vlissingen-2024', 'dialogue')}/",
        f"/dialogues/{identity('dialogue', 'now')}/",
        f"/dialogues/{identity('dialogue', 'now')}/changes/",
    ],
}
KEEPS = {"rosa": ("dialogues:", "factors:")}
"""Who keeps maps and leads dialogues finds more on pages that others saw as well."""


def looked_at(visitors: Visitors, key: str, look: Look, done: set[str]) -> list[str]:
    """Walk as one person and look at each page that nobody looked at yet."""
    page = visitors.come(key, width=look.width, scheme=look.scheme)
    other = page.context.new_page()
    said: list[str] = []
    again = {route for route in done if route.startswith(KEEPS.get(key, ()))}
    done -= again
    for route in walk(page, visitors.house.url, ALSO.get(key, []), done):
        said += complaints(page)
        if not route.startswith(("demo:", "ui:")):
            other.goto(page.url)
            if refused(other):
                said += complaints(other)
    done |= again
    return said


@pytest.mark.parametrize("look", DAY, ids=lambda look: f"{look.width}-{look.scheme}")
def test_nothing_stands_in_anybodys_way(visitors: Visitors, look: Look) -> None:
    done: set[str] = set()
    said = [line for part in CAST for line in looked_at(visitors, part.key, look, done)]

    assert not said, "\n".join(dict.fromkeys(said))
    missed = with_a_page() - done
    assert not missed, f"No link leads to these pages: {sorted(missed)}"


@pytest.mark.nightly
@pytest.mark.parametrize("look", NIGHT, ids=lambda look: f"{look.width}-{look.scheme}")
def test_nothing_stands_in_anybodys_way_at_night(visitors: Visitors, look: Look) -> None:
    test_nothing_stands_in_anybodys_way(visitors, look)


@pytest.mark.parametrize("look", DAY, ids=lambda look: f"{look.width}-{look.scheme}")
def test_nothing_stands_in_the_way_of_who_is_not_signed_in(visitors: Visitors, look: Look) -> None:
    page = visitors.come(width=look.width, scheme=look.scheme)
    said: list[str] = []
    for address in SIGNED_OUT:
        page.goto(address)
        said += complaints(page)

    assert not said, "\n".join(said)


# Reached by a form, a letter, a second factor or another account, not by a link. Their own
# stories open them (test_first_day.py, test_vault_looks.py), or they have no page of their own.
NOT_BY_LINK = {
    "signalling:change",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_set_password",
    "account_signup",
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_edit_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_list_webauthn",
    "mfa_login_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "openid_connect_callback",
    "openid_connect_login",
    "agreements:read",
    "delivery:arrival",
    "delivery:calendar_close",
    "delivery:calendar_open",
    "delivery:device_add",
    "delivery:device_remove",
    "delivery:device_renew",
    "delivery:letters",
    "delivery:seen",
    "factors:keep",
    "factors:map_keep",  # after a file is read: test_map.py
    "factors:map_publish",
    "factors:map_put_away",
    "factors:map_take_out",
    "factors:map_take_back",
    "factors:finding_publish",
    "factors:finding_take_back",
    "factors:round_adopt",
    "factors:round_close",
    "factors:round_open",
    "factors:scenario_drop",
    "factors:what_if_keep",
    "factors:what_if_moves",
    "factors:what_if_two",  # by a form: test_what_if.py
    "learning:feed",
    "learning:plan_calendar",
    "learning:plan_calendar_close",
    "learning:plan_put",
    "learning:plan_take_off",
    "learning:say",
    "onetoones:held",
    "onetoones:put_off",
    "onetoones:stop",
    "paths:draft_drop",
    "paths:evaluation",  # open around its day alone
    "paths:draft_move",
    "paths:draft_remove",
    "paths:newer_leave",
    "paths:newer_take",
    "paths:step_done",
    "paths:step_reopen",
    "paths:template_adopt",
    "paths:template_offer",  # of a template that has something to offer: test_path_templates.py
    "paths:template_publish",
    "paths:change_agree",
    "paths:change_decline",
    "paths:change_withdraw",
    "paths:promise_tick",
    "paths:ticks_send",
    "paths:hand_over_accept",
    "paths:hand_over_give",
    "paths:hand_over_propose",
    "paths:hand_over_stop",
    "paths:meeting_agree",
    "paths:meeting_drop",
    "paths:meeting_remove",
    "people:desk_times_forget",
    "people:duty_line_remove",
    "people:duty_take_off",
    "people:join_circle",
    "people:unblock",
    "dialogues:report_template",
    "dialogues:report_tie",
    "dialogues:report_untie",
    "dialogues:sentence_edit",
    "dialogues:sentence_take_back",
    "dialogues:open",
    "dialogues:gather",
    "dialogues:close",
    "dialogues:findings_paste",
    "dialogues:findings_put",
    "dialogues:findings_take",
    "dialogues:finding_move",
    "dialogues:finding_merge",
    "dialogues:finding_remove",
    "dialogues:leader",
    "dialogues:helper",
    "dialogues:type_along",
    "dialogues:leader_drop",
    "dialogues:helper_end",
    "dialogues:screen_now",
    "dialogues:screen_go",
    "dialogues:screen_reveal",
    "dialogues:room",  # test_dialogue.py
    "dialogues:room_now",
    "dialogues:room_mark",
    "dialogues:room_say",
    "dialogues:room_take_back",
    "dialogues:room_weigh",
    "dialogues:weighing_close",
    "dialogues:room_leave",
    "dialogues:room_other",
    "dialogues:scribe",
    "dialogues:scribe_lately",
    "dialogues:scribe_link",
    "dialogues:themes_name",
    "dialogues:theme_merge",
    "dialogues:theme_take_apart",
    "dialogues:theme_remove",
    "dialogues:contribution_take_out",
    "dialogues:publish",
    "dialogues:draft_mine",
    "dialogues:draft_read",  # by a link of who leads: test_leads.py
    "dialogues:draft_send",
    "dialogues:invited",
    "dialogues:invited_take_back",
    "dialogues:remark_answer",
    "dialogues:lead_ask",
    "dialogues:lead_change",
    "dialogues:lead_refuse",
    "dialogues:lead_remove",
    "dialogues:lead_take_up",
    "dialogues:lead_tell",
    "dialogues:leads_gather",
    "paper:take_back",
    "paper:type_card",
    "paper:typed",  # a part of the page to type cards
    "stream",  # test_bell.py
    "signalling:answer",  # by a letter: test_signalling.py
    "signalling:drop",
    "signalling:remove",
    "signalling:send_again",
    "signalling:sign",
    "signalling:take_back",
    "signposts:remove",
    "today:calendar",
    "journal:due",
    "line:goodbye",
    "moved_entry",
    "moved_overview",
    "moved_write",
    "people:accept_companion",
    "people:desk_unit_remove",
    "people:end_session",
    "people:invitation",
    "people:operator_invite",  # test_behind_a_door.py
    "people:operator_unblock",
    "people:send_invitation_again",
    "people:times_exception_forget",
    "people:times_leave_forget",
    "people:times_pattern_forget",
    "people:times_roster_forget",
    "people:times_week_clear",
    "people:times_week_skip",
    "people:withdraw_invitation",
    "people:language",
    "socialaccount_login_cancelled",
    "socialaccount_login_error",
    "socialaccount_signup",
    "ui:components",
    "demo:post",
    "demo:sign_in",
    "vault:fetch",
    "vault:log",
    "vault:people",
    "vault:publish",
    "vault:state",
    "vault:trust",
    "vault:trust_ask",
    "vault:trust_choose",
    "vault:trust_help",
    "vault:trust_helping",
    "vault:trust_open",
    "vault:trust_stop",
    "vault:store",
    "vault:wrap_add",
    "vault:wrap_remove",
    "vault:wraps",
}


def with_a_page() -> set[str]:
    """Routes of the register that somebody can open as a page."""
    return set(register().routes) - NOT_BY_LINK - NO_PAGE
