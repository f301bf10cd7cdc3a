"""An address a stranger chose brings a small file, or a reason; never a look inside."""

import threading
from collections.abc import Callable, Iterator

import pytest

from hartlijn.lib import public_fetch
from hartlijn.lib.public_fetch import LARGEST, FetchError, Rules, fetch, is_public
from hartlijn.lib.tests.calendar_server import Answers, calendar_server

ROSTER = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


class MixedAnswers(Answers):
    """A calendar server with good and bad days."""

    go_on = threading.Event()

    def do_GET(self) -> None:  # noqa: N802 - as http.server calls it
        """Answer by the path."""
        what = self.path.partition("?")[0]
        if what.startswith("/moved"):
            number = int(what.removeprefix("/moved"))
            self.say(302, b"", Location=f"/moved{number - 1}" if number > 1 else "/roster.ics")
        elif what == "/inside":
            self.say(302, b"", Location="https://10.0.0.1/secret")
        elif what == "/plain":
            self.say(302, b"", Location="http://localhost/roster.ics")
        elif what == "/large":
            self.say(200, b"x" * (LARGEST + 1))
        elif what == "/drip":
            self.send_response(200)
            self.end_headers()
            while not self.go_on.wait(0.05):
                self.wfile.write(b"x")
        elif what == "/gone":
            self.say(410, b"")
        else:
            self.say(200, ROSTER)


@pytest.fixture
def served() -> Iterator[tuple[str, Rules]]:
    """Its address, and rules that allow it."""
    MixedAnswers.go_on.clear()
    with calendar_server(MixedAnswers) as calendars:
        yield calendars.site, calendars.rules
        MixedAnswers.go_on.set()


def why(call: Callable[[], bytes]) -> str:
    """The reason why nothing was fetched."""
    with pytest.raises(FetchError) as refused:
        call()
    return refused.value.why


def test_a_file_comes_also_after_three_redirects(served: tuple[str, Rules]) -> None:
    site, rules = served

    assert fetch(f"{site}/roster.ics?key=abc", rules) == ROSTER
    assert fetch(f"{site}/moved3", rules) == ROSTER
    assert why(lambda: fetch(f"{site}/moved4", rules)) == "answer"


@pytest.mark.parametrize(
    ("path", "reason"),
    [("/inside", "inside"), ("/plain", "address"), ("/large", "large"), ("/gone", "answer")],
)
def test_what_is_not_a_small_public_file_is_refused(
    served: tuple[str, Rules], path: str, reason: str
) -> None:
    site, rules = served

    assert why(lambda: fetch(f"{site}{path}", rules)) == reason


def test_a_server_that_drips_is_left(
    served: tuple[str, Rules], monkeypatch: pytest.MonkeyPatch
) -> None:
    site, rules = served
    monkeypatch.setattr(public_fetch, "SECONDS", 0.5)

    assert why(lambda: fetch(f"{site}/drip", rules)) == "silent"


def test_a_certificate_of_somebody_else_is_refused(served: tuple[str, Rules]) -> None:
    site, rules = served
    strangers = Rules(rules.may_reach, rules.port)

    assert why(lambda: fetch(f"{site}/roster.ics", strangers)) == "silent"


def test_this_machine_and_its_network_are_inside(served: tuple[str, Rules]) -> None:
    site, rules = served
    ordinary = Rules(port=rules.port, trust=rules.trust)

    assert why(lambda: fetch(f"{site}/roster.ics", ordinary)) == "inside"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "fe80::1", "fc00::1", "ff02::1",
        "::ffff:10.0.0.1", "::ffff:127.0.0.1", "2002:7f00:1::", "2002:0a00:0001::",
    ],
)  # fmt: skip
def test_addresses_inside_a_network_are_not_public(address: str) -> None:
    assert not is_public(address)


def test_ordinary_addresses_are_public() -> None:
    assert is_public("93.184.215.14")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


@pytest.mark.parametrize(
    "url",
    [
        "http://rooster.voorbeeld.nl/a.ics", "ftp://rooster.voorbeeld.nl/a.ics", "file:///etc/passwd",
        "https://", "https://rooster.voorbeeld.nl:8443/a", "https://iemand@rooster.voorbeeld.nl/",
        "https://[::1", "https://a..b/", "rooster", "https://voorbeeld.nl/\r\nHost: x",
        "https://voorbeeld.nl/" + "a" * 2000, "https://voorbeeld.nl:99999/",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_refused_before_anything_is_asked(url: str) -> None:
    assert why(lambda: fetch(url)) == "address"


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "0x7f.1", "2130706433", "localhost"])
def test_ways_to_write_this_machine_are_inside(host: str) -> None:
    assert why(lambda: fetch(f"https://{host}/a.ics")) in {"inside", "silent", "address"}
