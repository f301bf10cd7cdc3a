"""Plain HTTP never leaves this machine, and a refusal says what to do."""

import socket
from pathlib import Path

import pytest

from hartlijn.lib.background.serving.door import Door, bind, refusal


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

    assert refusal(Door(host="0.0.0.0", behind_proxy=True)) is None
    assert refusal(Door(host="0.0.0.0", certificate=certificate, key=key)) is None


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
