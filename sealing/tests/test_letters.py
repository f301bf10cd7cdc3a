"""Letters open for whom they are meant, and for nobody else and in no other form."""

from dataclasses import replace

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from sealing import letter
from sealing.envelope import (
    open_private,
    open_shared,
    recipient_of,
    seal,
    seal_private,
    seal_shared,
)
from sealing.notation import read_json
from sealing.refused import RefusedError
from sealing.tests.cast import MALLORY, NOOR, SAM, both, entry, expected, given

OF_NOOR = [NOOR.signer().public_key()]


@for_any(st.text(max_size=3000))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    one = entry(text.encode(errors="replace").decode())

    found = letter.read(letter.unpack(letter.pack(one.written())), expected(one))

    assert found == one


@for_any(st.integers(min_value=0, max_value=200_000))
def test_the_outside_tells_only_a_power_of_two(length: int) -> None:
    size = len(letter.pack(b"x" * length))

    assert size in {1024 * 2**n for n in range(11)}
    assert size == letter.SMALLEST or size // 2 < length + letter.HEAD


def test_the_longest_letter_fits_and_one_byte_more_is_refused() -> None:
    room = letter.LARGEST - letter.HEAD

    assert len(letter.pack(b"x" * room)) == letter.LARGEST
    with pytest.raises(letter.TooLongError, match="does not fit"):
        letter.pack(b"x" * (room + 1))


def test_a_private_letter_opens_with_the_private_key_only() -> None:
    one = entry()
    envelope = seal_private(one, NOOR.private[0])

    assert open_private(envelope, NOOR.private, expected(one)) == one
    for identities in (NOOR.sharing, SAM.private):
        with pytest.raises(RefusedError):
            open_private(envelope, identities, expected(one))


def test_a_shared_letter_opens_for_both_and_says_who_gave_it() -> None:
    one = given()
    envelope = seal_shared(one, both(), NOOR.signer())

    for keys in (NOOR, SAM):
        assert open_shared(envelope, keys.sharing, OF_NOOR, expected(one)) == one
    with pytest.raises(RefusedError):
        open_shared(envelope, MALLORY.sharing, OF_NOOR, expected(one))
    with pytest.raises(RefusedError):
        open_shared(envelope, SAM.sharing, [MALLORY.signer().public_key()], expected(one))


def test_a_reader_cannot_pass_a_letter_on_as_if_it_was_meant_for_another() -> None:
    one = given()
    plain = letter.pack(one.written(), NOOR.signer())
    passed_on = seal(plain, [recipient_of(MALLORY.sharing[0])])
    hoped = replace(expected(one), recipients=tuple(sorted((NOOR.log, MALLORY.log))))

    with pytest.raises(RefusedError):
        open_shared(passed_on, MALLORY.sharing, OF_NOOR, hoped)


def test_private_and_shared_are_never_taken_for_each_other() -> None:
    one = given()
    unsigned = seal(letter.pack(one.written()), both())
    signed = seal_shared(one, [recipient_of(NOOR.private[0])], NOOR.signer())

    with pytest.raises(RefusedError):
        open_shared(unsigned, SAM.sharing, OF_NOOR, expected(one))
    with pytest.raises(RefusedError):
        open_private(signed, NOOR.private, expected(one))


def test_a_key_that_is_there_twice_is_refused() -> None:
    raw = entry().written()

    assert raw.startswith(b'{"v":1,')
    with pytest.raises(RefusedError):
        read_json(b'{"v":1,' + raw[1:])


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbf{}",
        b'{"v":NaN}',
        b"[" * 100_000,
        b"\xff",
        b"",
    ],
)
def test_what_is_no_plain_json_is_refused(raw: bytes) -> None:
    with pytest.raises(RefusedError):
        letter.read(raw, expected(entry()))
