"""The vector of docs/seal.md, 9, which the browser checks as well."""

from pathlib import Path

from sealing.notation import b64
from sealing.trusted import join, words_of_asking

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
