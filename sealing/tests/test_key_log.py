"""The key log grows only by lines that their owner signed."""

from dataclasses import replace

from sealing import key_log, words
from sealing.keyring import Keyring
from sealing.tests.cast import MALLORY, NOOR, SAM


def newest(lines: list[str], of: Keyring = NOOR) -> dict[str, str] | None:
    found = key_log.read(lines).newest(of.log)
    return found.public() if found else None


def test_what_somebody_published_last_counts() -> None:
    first = key_log.publish(NOOR)
    changed = NOOR.with_new_sharing()
    second = key_log.publish(changed, follows=first, by=NOOR)

    assert newest([first]) == key_log.public(NOOR)
    assert newest([first, key_log.publish(SAM), second]) == key_log.public(changed)
    assert len(key_log.read([first, second]).signers(NOOR.log)) == 2


def test_nobody_else_changes_somebodys_keys() -> None:
    first = key_log.publish(NOOR)
    taken = replace(MALLORY, log=NOOR.log)

    for line in (
        key_log.publish(taken),
        key_log.publish(taken, follows=first),
        key_log.publish(NOOR.with_new_sharing(), follows="another line", by=NOOR),
        first[:-3] + "AAA",
        first.replace(".", ""),
        "",
    ):
        assert newest([first, line]) == key_log.public(NOOR)


def test_every_line_moves_the_head_also_one_that_does_not_count() -> None:
    lines = [key_log.publish(NOOR), "no line"]

    assert key_log.read([]).head == bytes(32)
    assert len({key_log.read(lines[:n]).head for n in range(3)}) == 3
    assert key_log.read(lines).head != key_log.read(lines[::-1]).head


def test_the_words_to_compare_stand_for_id_and_both_keys() -> None:
    public = key_log.public(NOOR)
    others = [{**public, key: key_log.public(SAM)[key]} for key in public]

    told = [words.first_six(key_log.fingerprint(one)) for one in (public, public, *others)]

    assert told[0] == told[1]
    assert len(set(told)) == 4
