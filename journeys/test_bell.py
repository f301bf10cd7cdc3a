"""A live room on a phone: what changes elsewhere appears, and what is sent arrives once.

Whatever the network and the server do, and what is typed stays.

The room is a page of this story, with our own script; its bell is the bell of the house.
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from journeys.serving import Door, command
from journeys.visitor import House

HALL = "hall"
SPACE = "dialogue:hall"
SOON = 20_000
WAITS = "Bewaard op dit toestel"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "form-action 'self'; require-trusted-types-for 'script'; trusted-types htmx"
)


@dataclass
class Room:
    """What the server of this room has: its words, and what it took, each token once."""

    house: House
    ticket: str
    text: str = "Vraag een"
    note: str = ""
    taken: dict[str, str] = field(default_factory=dict)
    sent: int = 0
    weather: list[str] = field(default_factory=list)
    offline: bool = False

    def page(self, route: Route) -> None:
        route.fulfill(
            content_type="text/html; charset=utf-8",
            headers={"Content-Security-Policy": POLICY},
            body=f"""<!DOCTYPE html><html lang="nl"><title>Zaal</title>
              <link rel="stylesheet" href="/static/ui/dist/hartlijn.css">
              <script type="module" src="/static/ui/dist/live-pages.js"></script>
              <template data-live-words data-waiting="{WAITS}." data-back="Zet terug"
                data-away="Haal weg" data-down="Geen directe verbinding."
                data-refused="Niet aangenomen" data-shut="Niet meer open"></template>
              <main><live-room ticket="{self.ticket}">
                <live-part src="/test-room/part/" announce>{self.part_html()}</live-part>
              </live-room>
              <form id="say" method="post" action="/test-room/say/" data-outbox="{SPACE}">
                <input type="hidden" name="csrfmiddlewaretoken" value="c">
                <input type="hidden" name="token" value="first">
                <label>Zeg iets <textarea name="text"></textarea></label>
                <button>Verstuur</button>
              </form></main></html>""",
        )

    def part_html(self) -> str:
        return (
            f"<h1>{self.text}</h1><p>{self.note}</p><details><summary>Meer</summary>Uitleg</details>"
            '<label>Waarom <input id="why" name="why"></label>'
        )

    def part(self, route: Route) -> None:
        route.fulfill(content_type="text/html; charset=utf-8", body=self.part_html())

    def say(self, route: Route) -> None:
        sent = route.request.post_data_buffer or b""
        token = _field(sent, "token")
        self.sent += 1
        weather = self.weather.pop(0) if self.weather else "fine"
        if self.offline:  # what a story answers itself does not pass the network of the browser
            weather = "request lost"
        if weather == "request lost":
            route.abort()
            return
        if weather == "refused":
            route.fulfill(status=422, content_type="text/html", body="<p role=alert>Te lang.</p>")
            return
        self.taken.setdefault(token, _field(sent, "text"))
        if weather == "answer lost":
            route.abort()
            return
        route.fulfill(status=204, headers={"Outbox": token})

    def changes(self, text: str) -> None:
        """Somebody changes it in another process of the house."""
        self.text = text
        _shell(self.house, f"bell.ring({HALL!r})")


def _field(sent: bytes, name: str) -> str:
    """One field of a form, as browsers send it in parts."""
    text = sent.decode()
    if "form-data" not in text:
        return parse_qs(text).get(name, [""])[0]
    return text.split(f'name="{name}"\r\n\r\n', 1)[1].split("\r\n--", 1)[0]


def _shell(house: House, line: str) -> str:
    code = f"from hartlijn.lib import bell; {line}"
    done = subprocess.run(
        command("shell", "--verbosity", "0", "-c", code),
        env=house.environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def room(door: Door) -> Room:
    """A room of a house that this story has to itself."""
    return Room(door.house, _shell(door.house, f"print(bell.ticket({HALL!r}))"))


@pytest.fixture
def hall(room: Room, browser: Browser) -> Iterator[BrowserContext]:
    """A phone in that room."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=room.house.url)
    context.route("**/test-room/", room.page)
    context.route("**/test-room/part/", room.part)
    context.route("**/test-room/say/", room.say)
    yield context
    context.close()


@pytest.fixture
def phone(hall: BrowserContext) -> Page:
    page = hall.new_page()
    page.goto("/test-room/")
    expect(page.locator("live-room")).to_have_attribute("state", "up", timeout=SOON)
    return page


def say(page: Page, words: str) -> None:
    page.get_by_label("Zeg iets").fill(words)
    page.get_by_role("button", name="Verstuur").click()


def nothing_waits(page: Page) -> None:
    expect(page.locator("out-box")).to_be_hidden(timeout=SOON)
    assert page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('outbox:'))") == []


def test_what_changes_elsewhere_appears_and_what_is_typed_stays(phone: Page, room: Room) -> None:
    why = phone.get_by_label("Waarom")
    phone.get_by_text("Meer").click()
    why.fill("Omdat het zo gaat")
    why.evaluate("one => one.setSelectionRange(3, 6)")

    room.changes("Vraag twee")

    expect(phone.get_by_role("heading")).to_have_text("Vraag twee", timeout=SOON)
    expect(why).to_have_value("Omdat het zo gaat")
    expect(why).to_be_focused()
    assert why.evaluate("one => [one.selectionStart, one.selectionEnd]") == [3, 6]
    expect(phone.get_by_text("Uitleg")).to_be_visible()
    assert phone.locator("live-part").get_attribute("aria-live") == "polite"


def test_the_network_fails_in_the_middle_and_nothing_is_lost_or_doubled(
    phone: Page, room: Room, hall: BrowserContext
) -> None:
    room.weather = ["answer lost", "request lost"]
    say(phone, "Dit is gezegd voor het uitviel")
    expect(phone.locator("out-box")).to_contain_text(WAITS, timeout=SOON)
    hall.set_offline(True)
    room.offline = True
    say(phone, "En dit erna")
    expect(phone.get_by_label("Zeg iets")).to_have_value("")
    expect(phone.locator("out-box li")).to_have_count(2, timeout=SOON)
    room.text = "Vraag drie"
    room.offline = False
    hall.set_offline(False)

    nothing_waits(phone)
    assert list(room.taken.values()) == ["Dit is gezegd voor het uitviel", "En dit erna"]
    assert room.sent > len(room.taken)
    expect(phone.get_by_role("heading")).to_have_text("Vraag drie", timeout=SOON)


def test_what_waits_survives_that_the_page_is_loaded_anew(phone: Page, room: Room) -> None:
    room.weather = ["request lost"] * 3
    say(phone, "Blijf bewaard")
    expect(phone.locator("out-box")).to_contain_text(WAITS, timeout=SOON)
    phone.reload()

    nothing_waits(phone)
    assert list(room.taken.values()) == ["Blijf bewaard"]


def test_what_is_refused_comes_back_with_the_reason(phone: Page, room: Room) -> None:
    room.weather = ["refused"]
    say(phone, "Veel te lang")

    expect(phone.locator("out-box")).to_contain_text("Te lang.", timeout=SOON)
    expect(phone.get_by_label("Zeg iets")).to_have_value("Veel te lang")
    phone.get_by_role("button", name="Verstuur").click()
    nothing_waits(phone)
    assert list(room.taken.values()) == ["Veel te lang"]


def test_the_server_starts_anew_and_the_room_goes_on(phone: Page, room: Room, door: Door) -> None:
    door.close()
    expect(phone.locator("live-room")).to_have_attribute("state", "down", timeout=SOON)
    expect(phone.get_by_text("Geen directe verbinding.")).to_be_visible(timeout=SOON)
    room.text = "Terwijl hij weg was"
    door.open()

    expect(phone.locator("live-room")).to_have_attribute("state", "up", timeout=60_000)
    expect(phone.get_by_role("heading")).to_have_text("Terwijl hij weg was", timeout=SOON)
    room.changes("Daarna")
    expect(phone.get_by_role("heading")).to_have_text("Daarna", timeout=SOON)
