"""What somebody took along opens without Hartlijn, and says what is wrong with it."""

import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from sealing import __main__ as command
from sealing import contents, export, key_log, taken_along, world
from sealing.envelope import seal_private, seal_shared
from sealing.keyring import Keyring
from sealing.letter import Letter
from sealing.notation import unb64
from sealing.refused import RefusedError
from sealing.tests.cast import NOOR, SAM, answer, both, entry, given

WORDS = "boomhut vlinder koffie regen lantaarn kompas"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    """A world of two, with the work of two passphrases."""
    people = [{"key": key, "person": str(uuid4()), "name": key.title()} for key in ("noor", "sam")]
    pair = [one["person"] for one in people]
    asked = {"today": date(2026, 11, 24).isoformat(), "words": WORDS, "people": people}
    return world.make({**asked, "companions": [pair]})


def packed(made: dict[str, Any], place: int, path: Path, *, without: str = "") -> Path:
    """The export of one of the two, as the server packs it."""
    me = made["people"][place]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"wraps/words-{me['wrap']['id']}.age", unb64(me["wrap"]["content"]))
        for one in made["people"]:
            for envelope in one["envelopes"]:
                folder = "own" if one is me else "received"
                if envelope["id"] != without and (one is me or envelope["to"] == me["person"]):
                    archive.writestr(f"{folder}/{envelope['id']}.age", unb64(envelope["content"]))
        lines = "".join(f"{one['line']}\n" for one in made["people"])
        archive.writestr("key-log.txt", lines)
    return path


def own_letters(made: dict[str, Any], place: int) -> int:
    """How many letters are on a line: all that is given to nobody, but for the contents."""
    return sum(not one["to"] for one in made["people"][place]["envelopes"]) - 1


def opened(archive: Path, folder: Path, words: str = WORDS) -> int:
    note = folder / "words.txt"
    note.write_text(words, encoding="utf-8")
    out = str(folder / "out")
    return command.main(["open", str(archive), "--out", out, "--words-file", str(note)])


def test_own_entries_and_what_was_given_become_files(made: dict[str, Any], tmp_path: Path) -> None:
    assert opened(packed(made, 1, tmp_path / "sam.zip"), tmp_path) == 0

    own = sorted((tmp_path / "out" / "eigen").glob("*.json"))
    received = sorted((tmp_path / "out" / "gekregen").glob("*"))
    assert len(own) == own_letters(made, 1) > 0
    assert [path.suffix for path in received] == [".json", ".md"] * 4  # two gifts, two messages
    first = json.loads(received[0].read_text("utf-8"))
    assert (first["giver"], first["warning"]) == ("Noor", None)
    assert "Gekregen van Noor." in received[1].read_text("utf-8")


@pytest.mark.nightly  # each opens a passphrase, which is work on purpose
def test_what_is_missing_is_named(
    made: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = made["people"][0]["envelopes"][0]["id"]

    assert opened(packed(made, 0, tmp_path / "noor.zip", without=lost), tmp_path) == 1

    assert f"own/{lost}: staat in je inhoud" in capsys.readouterr().out
    assert len(list((tmp_path / "out" / "eigen").glob("*.md"))) == own_letters(made, 0) - 1


@pytest.mark.nightly  # each opens a passphrase, which is work on purpose
@pytest.mark.parametrize("words", ["anker " * 6, "0000-0000", "niet deze woorden"])
def test_other_words_open_nothing(made: dict[str, Any], tmp_path: Path, words: str) -> None:
    assert opened(packed(made, 0, tmp_path / "noor.zip"), tmp_path, words) == 1
    assert not (tmp_path / "out").exists()


def test_what_is_no_export_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = tmp_path / "note.zip"
    note.write_text("hallo", encoding="utf-8")

    assert opened(note, tmp_path) == 1
    assert "ZIP-bestand" in capsys.readouterr().out


def told(one: Letter, **more: Any) -> list[export.Entry | str]:
    """What the export of Sam tells, when this is all he got."""
    log = key_log.read([key_log.publish(NOOR), key_log.publish(SAM)])
    envelope = seal_shared(one, both(), NOOR.signer())
    content = {**contents.empty(), **more}
    said = replace(entry(by=SAM), kind="contents", object=SAM.contents, content=content)
    own = {SAM.contents: seal_private(said, SAM.private[0])}
    return list(export.entries(export.Export({}, own, {one.object: envelope}, log), SAM))


REFUSED = "gaat niet open, of is niet van wie het zegt te zijn"


def test_something_given_in_another_shape_is_not_taken_for_an_entry() -> None:
    letter = given(to=SAM)
    odd = replace(letter, content={**letter.content, "kind": "contents"})

    assert isinstance(told(letter)[0], export.Entry)
    assert told(odd) == [f"received/{odd.object}: {REFUSED}"]


def test_contents_under_former_keys_are_told_apart() -> None:
    said = replace(entry(by=SAM), kind="contents", object=SAM.contents, content=contents.empty())
    own = {SAM.contents: seal_private(said, SAM.private[0])}
    taken = export.Export({}, own, {}, key_log.read([]))
    renewed = replace(SAM, private=(*Keyring.new(SAM.person).private, *SAM.private))

    assert list(export.entries(taken, SAM)) == []
    assert list(export.entries(taken, renewed)) == [export.FORMER]


def test_an_answer_opens_as_an_answer_only() -> None:
    letter = answer(to=SAM)
    found = told(letter)[0]
    odd = replace(letter, content={"text": "Zomaar."})

    assert isinstance(found, export.Entry)
    assert (found.kind, found.content["text"]) == ("answer", "Wat had je nodig?")
    assert told(odd) == [f"received/{odd.object}: {REFUSED}"]


def test_the_question_and_the_steps_are_read_as_they_were_shown() -> None:
    model = {"key": "a", "hash": "0", "answers": [{"step": 1, "text": "Ik keek."}]}
    content = {"text": "Het ging.", "prompt": {"key": "a", "text": "Wat lukte er?"}, "model": model}
    one = export.Entry("id", "moment", "2026-11-24", "2026-11-24T08:00:00Z", content)

    assert "> Wat lukte er?\n\nHet ging.\n\n## 2\n\nIk keek." in taken_along.markdown(one)
    model |= {"title": "Terug en vooruit", "steps": ["Wat er gebeurde", "Terugkijken"]}
    assert "**Terug en vooruit**\n\n## Terugkijken\n" in taken_along.markdown(one)
    assert "None" not in taken_along.markdown(replace(one, content={"text": "", "prompt": None}))


def test_the_contents_may_repeat_what_filters_need() -> None:
    about = {"kind": "intention", "version": 1, "hash": "A" * 43, "day": "2026-11-24"}
    take = [{"for": "talk", "with": "Sam"}, {"for": "supervision"}]
    more = {"themes": ["grenzen"], "take": take, "due": "2026-12-01", "prompt": "a-first-step"}
    name, letter = str(uuid4()), given()

    def missing(**extra: Any) -> bool:
        found = told(letter, objects={name: {**about, **extra}}, former={name: FORMER})
        return f"own/{name}: staat in je inhoud, maar zit niet in het bestand" in found

    assert missing()
    assert missing(**more, to=letter.object)
    for wrong in ({"score": 8}, {"due": "morgen"}, {"take": ["talk"]}, {"kind": "contents"}):
        with pytest.raises(RefusedError):
            missing(**wrong)


FORMER = {"of": str(uuid4()), "to": str(uuid4())}


@pytest.mark.nightly  # each opens a passphrase, which is work on purpose
def test_the_originals_of_a_line_taken_along_as_a_whole_open_too(
    made: dict[str, Any], tmp_path: Path
) -> None:
    path = packed(made, 1, tmp_path / "sam.zip")
    whole = tmp_path / "line.zip"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(whole, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("own/", "originals/"), old.read(name))
        new.writestr("entries/2026-11-24-moment.md", "lies open")

    assert opened(whole, tmp_path) == 0
    assert len(list((tmp_path / "out" / "eigen").glob("*.json"))) == own_letters(made, 1)
