"""What is there now: shipped words, own words, and a version for each."""

import hashlib
import os
import time
from pathlib import Path

import pytest

from hartlijn.library import shelf
from hartlijn.library.kinds import Kind, kinds, register
from hartlijn.library.reflection import Model
from hartlijn.library.tests.conftest import MODEL, PROMPTS, Write


def test_a_teacher_adds_a_question_in_a_file(shipped: Write, own: Write) -> None:
    shipped("prompts/shipped.toml", PROMPTS)
    one = PROMPTS.split("[[prompts]]", maxsplit=1)[0] + 'text.nl = "En nu?"\ntext.en = "And now?"'

    own("prompts/and-now.toml", one)

    assert [each.key for each in shelf.every("prompt")] == ["and-now", "door", "window"]
    found = shelf.get("prompt", "and-now")
    assert (found.content.text.nl, found.content.minutes, found.own) == ("En nu?", 5, True)


def test_an_own_file_replaces_a_shipped_one_until_it_is_gone(shipped: Write, own: Write) -> None:
    shipped("models/three.toml", MODEL)
    assert shelf.get("model", "three").content.minutes == 5

    file = own("models/three.toml", MODEL.replace("minutes = 5", "minutes = 9"))
    assert shelf.get("model", "three").content.minutes == 9

    file.write_text("minutes =", encoding="utf-8")
    assert shelf.get("model", "three").content.minutes == 5
    assert len(shelf.refusals()) == 1

    file.unlink()
    assert shelf.refusals() == ()


def test_a_change_is_seen_at_once_also_in_the_same_length(own: Write) -> None:
    file = own("models/three.toml", MODEL)
    before = shelf.get("model", "three")

    file.write_text(MODEL.replace("Rustig", "Kalm!!"), encoding="utf-8")
    os.utime(file, ns=(1, 1))

    assert shelf.get("model", "three").hash != before.hash


def test_what_did_not_change_is_not_read_again(own: Write) -> None:
    own("models/three.toml", MODEL)

    assert shelf.shelf() is shelf.shelf()


def test_only_words_make_another_version(own: Write) -> None:
    file = own("models/three.toml", MODEL)
    first = shelf.get("model", "three").hash
    assert len(first) == 64

    head, steps = MODEL.split("\n[[steps]]", 1)
    lines = sorted(head.strip().split("\n"), reverse=True)
    other = "# anders\n" + "\n\n".join(lines).replace(" = ", "  =  ") + "\n[[steps]]" + steps
    other = other.replace('"Rustig."', '"""\n  Rustig.  """')
    file.write_text(other, encoding="utf-8")
    assert shelf.get("model", "three").hash == first

    file.write_text(other.replace("Rustig.", "Rustig!"), encoding="utf-8")
    assert shelf.get("model", "three").hash != first


def test_two_ways_to_write_a_letter_are_one_version(own: Write) -> None:
    file = own("models/three.toml", MODEL.replace("Rustig", "Caf\u00e9"))
    first = shelf.get("model", "three").hash

    file.write_text(MODEL.replace("Rustig", "Cafe\u0301"), encoding="utf-8")

    assert shelf.get("model", "three").hash == first


def test_the_form_that_is_hashed_never_changes(own: Write) -> None:
    """Somebody's line holds this hash: change the form and old entries lose their question."""
    own("prompts/x.toml", PROMPTS)
    whole = (
        '{"body":{"kind":"moment","licence":"CC-BY-4.0","source":"Joost","text":{"en":"What did you '
        'see through the window?","nl":"Wat zag je door het raam?"},"weight":"light"},'
        '"key":"window","kind":"prompt"}'
    )

    assert shelf.get("prompt", "window").hash == hashlib.sha256(whole.encode()).hexdigest()


def test_the_same_words_under_another_name_are_another_version(own: Write) -> None:
    own("models/one.toml", MODEL)
    own("models/two.toml", MODEL)

    assert len({one.hash for one in shelf.every("model")}) == 2


def test_what_is_not_there_is_said(own: Write) -> None:
    with pytest.raises(shelf.UnknownError, match="No model is called nothing"):
        shelf.get("model", "nothing")
    with pytest.raises(shelf.UnknownError, match="no kind song"):
        shelf.every("song")


def test_a_kind_is_registered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    register(kinds()["model"])

    with pytest.raises(ValueError, match="another kind with the name model"):
        register(Kind("model", "songs", Model))


def test_asking_costs_next_to_nothing(tmp_path: Path) -> None:
    shelf.every("prompt")
    begin = time.perf_counter()
    for _ in range(50):
        shelf.every("prompt")
    each = (time.perf_counter() - begin) / 50
    print(f"{each * 1e6:.0f} µs")

    assert each < 0.005
