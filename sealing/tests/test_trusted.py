"""The vector of docs/seal.md, 9, which the browser checks as well."""

from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from sealing.age_file import passphrase
from sealing.envelope import open_shared, opened
from sealing.keyring import Keyring, Known
from sealing.letter import Expected
from sealing.notation import b64, unb64
from sealing.refused import RefusedError
from sealing.trusted import join, words_of_asking
from sealing.world.trusting import entrust
from sealing.wraps import unwrap

Made = tuple[Keyring, Keyring, dict[str, Any]]
PAGE = Path(__file__).resolve().parents[2] / "docs" / "seal.md"


def test_the_words_of_who_asks_are_those_of_the_page() -> None:
    found = words_of_asking(
        "5f0bd6a4-9d0c-4b77-8e5a-0c7f5e3a1b2c",
        "018f3a5e-7c1b-7d42-9a60-3b5c1d2e4f60",
        "age1" + "q" * 58,
    )

    assert found == "circus mondig theater lol rebus compote"
    assert f"`{found}`" in PAGE.read_text(encoding="utf-8")


def test_two_halves_make_the_passphrase_of_the_page() -> None:
    found = join(b64(b"\x55" * 32), b64(b"\xff" * 32))

    assert found == "q" * 42 + "o"
    assert f"`{found}`" in PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made() -> Made:
    """Noor and Sam of the demonstration, and what Noor's browser sent."""
    noor, sam = (Keyring.new(str(uuid4())) for _one in range(2))
    return noor, sam, entrust(noor, sam, date(2026, 11, 27))


def half_of_the_contact(made: Made) -> str:
    noor, sam, sent = made
    expected = Expected(
        kind="half",
        object=sent["id"],
        version=1,
        author=noor.log,
        recipients=tuple(sorted((noor.log, sam.log))),
    )
    signed_by = [noor.signer().public_key()]
    letter = open_shared(unb64(sent["letter"]), sam.sharing, signed_by, expected)
    return str(letter.content["half"])


def test_both_halves_open_the_line_of_the_demonstration(made: Made) -> None:
    noor, _sam, sent = made
    secret = join(half_of_the_contact(made), sent["half"])

    keys = unwrap(unb64(sent["content"]), passphrase(secret), Known(person=noor.person))

    assert keys == noor


def test_the_contact_alone_and_the_server_alone_open_nothing(made: Made) -> None:
    """Each tries its half as it is, and beside a half it makes up."""
    noor, _sam, sent = made
    for own in (half_of_the_contact(made), sent["half"]):
        for guess in (own, join(own, b64(bytes(range(32))))):
            with pytest.raises(RefusedError):
                unwrap(unb64(sent["content"]), passphrase(guess), Known(person=noor.person))


def test_the_server_reads_no_half_in_what_it_keeps_for_the_contact(made: Made) -> None:
    _noor, _sam, sent = made
    stranger = Keyring.new(str(uuid4()))

    assert unb64(half_of_the_contact(made)) not in unb64(sent["letter"])
    with pytest.raises(RefusedError):
        opened(unb64(sent["letter"]), [*stranger.sharing, *stranger.private])
