"""Plain HTTP never leaves this machine, and a refusal says what to do."""

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest

from hartlijn.lib.background.serving.door import Door, bind, refusal
from hartlijn.lib.background.serving.server import configure

SITE = "https://hartlijn.example"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.53"])
def test_this_machine_needs_no_certificate(host: str) -> None:
    assert refusal(Door(host=host)) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "hartlijn.example", "", "ü"])
def test_any_other_address_is_refused_with_what_to_do(host: str) -> None:
    reason = refusal(Door(host=host))

    assert reason
    assert "HARTLIJN_TLS_CERT" in reason
    assert "HARTLIJN_BEHIND_PROXY=yes" in reason


def test_a_proxy_or_a_certificate_opens_other_addresses(tmp_path: Path) -> None:
    for name in ("cert.pem", "key.pem"):
        (tmp_path / name).touch()
    certificate, key = str(tmp_path / "cert.pem"), str(tmp_path / "key.pem")

    assert refusal(Door(host="0.0.0.0", behind_proxy=True, proxy="10.0.0.5", site=SITE)) is None
    assert refusal(Door(host="0.0.0.0", certificate=certificate, key=key, site=SITE)) is None


def test_whoever_others_can_reach_is_opened_over_https(tmp_path: Path) -> None:
    for name in ("cert.pem", "key.pem"):
        (tmp_path / name).touch()
    certificate, key = str(tmp_path / "cert.pem"), str(tmp_path / "key.pem")

    for door in (
        Door(host="0.0.0.0", behind_proxy=True, proxy="10.0.0.5"),
        Door(behind_proxy=True),
        Door(host="0.0.0.0", certificate=certificate, key=key),
    ):
        assert "Set HARTLIJN_URL to the https:// address" in str(refusal(door))


def test_on_this_machine_a_proxy_needs_no_address() -> None:
    door = Door(behind_proxy=True, site=SITE)

    assert refusal(door) is None
    assert door.believed == "127.0.0.1,::1"


def test_elsewhere_only_a_proxy_with_an_address_is_believed() -> None:
    assert "HARTLIJN_PROXY_ADDRESS" in str(refusal(Door(host="0.0.0.0", behind_proxy=True)))


@pytest.mark.parametrize(
    "proxy",
    [
        *("*", "proxy.example", "10.0.0.5,", "10.0.0.0/33", "10.0.0.5/24"),
        *("0.0.0.0/0", "::/0", "10.0.0.5, 0.0.0.0/1", "10.0.0.0/7", "fc00::/7"),
    ],
)
def test_what_is_no_address_of_a_proxy_is_refused(proxy: str) -> None:
    reason = refusal(Door(host="0.0.0.0", behind_proxy=True, proxy=proxy))

    assert "Write the address of the proxy" in str(reason)


@pytest.mark.parametrize("proxy", ["10.0.0.0/8", "10.0.0.5, 192.168.0.0/16", "fd12::/16", "::1"])
def test_a_network_of_ones_own_is_fine(proxy: str) -> None:
    assert refusal(Door(host="0.0.0.0", behind_proxy=True, proxy=proxy, site=SITE)) is None


def seen_as(door: Door, sender: str) -> tuple[str, str]:
    """Whom and how the pages see when ``sender`` says to ask for 203.0.113.7, safely."""
    seen: list[tuple[str, str]] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append((scope["client"][0], scope["scheme"]))

    config = configure(app, door)
    config.load()
    headers = [(b"x-forwarded-for", b"203.0.113.7"), (b"x-forwarded-proto", b"https")]
    scope = {"type": "http", "client": (sender, 1), "headers": headers, "scheme": "http"}
    asyncio.run(config.loaded_app(scope, None, None))
    return seen[0]


def test_the_word_of_the_proxy_counts_and_of_nobody_else() -> None:
    door = Door(host="0.0.0.0", behind_proxy=True, proxy="10.0.0.5, 10.1.0.0/16")

    assert seen_as(door, "10.0.0.5") == ("203.0.113.7", "https")
    assert seen_as(door, "10.1.2.3") == ("203.0.113.7", "https")
    assert seen_as(door, "10.0.0.6") == ("10.0.0.6", "http")
    assert seen_as(door, "127.0.0.1") == ("127.0.0.1", "http")
    assert seen_as(Door(), "127.0.0.1") == ("127.0.0.1", "http")


def test_half_a_certificate_is_refused(tmp_path: Path) -> None:
    cert = tmp_path / "cert.pem"
    cert.touch()

    assert "together" in str(refusal(Door(certificate=str(cert))))
    assert "not a file" in str(refusal(Door(certificate=str(cert), key=str(tmp_path / "none"))))


def test_a_busy_port_is_named_with_another_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(OSError, match=f"Poort {port} is bezet.*PORT={port + 1}"):
            bind(Door(port=port))


def test_an_address_of_another_machine_is_explained() -> None:
    with pytest.raises(OSError, match="Check HOST and PORT"):
        bind(Door(host="203.0.113.7", port=8000))
