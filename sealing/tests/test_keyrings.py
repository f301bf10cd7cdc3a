"""The keyring opens with six words or a code, and with nothing that looks like them."""

from dataclasses import replace

import pyrage
import pytest

from sealing import age_file, keyring, recovery_code, words, wraps
from sealing.age_file import Lock
from sealing.keyring import Known
from sealing.refused import RefusedError
from sealing.tests.cast import NOOR, SAM


def quick(key: bytes = bytes(32)) -> Lock:
    """The form of a passphrase without its second of work."""
    return replace(age_file.passphrase(""), key=lambda _salt: key)


def test_pyrage_opens_what_we_close_with_words() -> None:
    typed = words.draw()

    file = wraps.wrap(NOOR, wraps.lock("words", typed.upper().replace(" ", "  ")))

    assert pyrage.passphrase.decrypt(file, typed) == NOOR.written()


def test_we_open_nothing_with_another_work_factor() -> None:
    file = age_file.seal(NOOR.written(), quick())

    assert age_file.opened(file, quick()) == NOOR.written()
    for other in (b"17", b"19", b"1", b"018"):
        with pytest.raises(RefusedError):
            age_file.opened(file.replace(b" 18\n", b" %b\n" % other, 1), quick())


def test_a_header_that_somebody_changed_is_refused() -> None:
    file = age_file.seal(NOOR.written(), quick())
    start = file.index(b"\n--- ") + 5

    changed = file[:start] + (b"A" if file[start : start + 1] != b"A" else b"B") + file[start + 1 :]

    with pytest.raises(RefusedError):
        age_file.opened(changed, quick())


def test_a_second_stanza_is_refused_before_any_work() -> None:
    def never(_salt: bytes) -> bytes:
        raise AssertionError("worked before the header was judged")

    header, rest = age_file.seal(NOOR.written(), quick()).split(b"\n---", 1)
    stanza = header.split(b"\n", 1)[1]

    with pytest.raises(RefusedError):
        age_file.opened(b"%b\n%b\n---%b" % (header, stanza, rest), replace(quick(), key=never))


@pytest.mark.parametrize("length", [0, 1, 65535, 65536, 65537, 131072])
def test_a_file_of_any_length_comes_back_and_a_cut_one_does_not(length: int) -> None:
    file = age_file.seal(bytes(length), quick())

    assert age_file.opened(file, quick()) == bytes(length)
    for changed in (file[:-1], file[:-16], file + b"\0", file[:-1] + bytes([file[-1] ^ 1])):
        with pytest.raises(RefusedError):
            age_file.opened(changed, quick())


def test_a_wrap_of_another_or_an_older_one_is_refused() -> None:
    known = Known(person=NOOR.person, keyring=NOOR.keyring, counter=NOOR.counter)
    newer = NOOR.with_new_sharing()

    assert keyring.read(newer.written(), known) == newer
    for other in (SAM, replace(NOOR, person=SAM.person), replace(NOOR, keyring=SAM.keyring)):
        with pytest.raises(RefusedError):
            keyring.read(other.written(), known)
    with pytest.raises(RefusedError):
        keyring.read(NOOR.written(), replace(known, counter=2))


def test_six_words_are_read_as_people_type_them() -> None:
    typed = words.draw()

    assert words.passphrase(f"  {typed.title()}\n") == typed
    for wrong in (typed.rsplit(" ", 1)[0], f"{typed} anker", "een twee drie vier vijf wachtwoord"):
        with pytest.raises(RefusedError):
            words.passphrase(wrong)


def test_a_code_is_read_as_people_type_it() -> None:
    shown = recovery_code.code(bytes(range(16)))
    meant = recovery_code.passphrase(shown)
    sloppy = shown.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert recovery_code.passphrase(sloppy) == meant
    assert len(shown.split("-")) == 7


def test_a_slip_in_a_code_is_seen_before_any_work() -> None:
    shown = recovery_code.code(bytes(range(16)))

    for place, sign in enumerate(shown):
        other = "2" if sign != "2" else "3"
        if sign != "-":
            with pytest.raises(RefusedError):
                recovery_code.passphrase(shown[:place] + other + shown[place + 1 :])
