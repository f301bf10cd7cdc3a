"""A broken file is refused with its line and a sentence; everything else keeps working."""

import os
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hartlijn.library import plain, shelf
from hartlijn.library.kinds import kinds
from hartlijn.library.loading import MOST_FILES, Folder, load
from hartlijn.library.problems import Refusal
from hartlijn.library.tests.conftest import MODEL, PROMPTS, Write

GOOD = MODEL.strip()
TITLE = 'title.nl = "Drie tellen"\ntitle.en = "Three counts"'


def refused(own: Write, text: str, name: str = "models/three-counts.toml") -> list[Refusal]:
    """What is said about a file with this text."""
    own(name, text)
    return list(shelf.refusals())


def changed(old: str, new: str) -> str:
    """The good model with one thing different."""
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


BROKEN = {
    "a quote that does not close": ('"Stop"', '"Stop', "TOML"),
    "a name twice": ("minutes = 5", "minutes = 5\nminutes = 5", "TOML"),
    "a word without quotes": ('"Adem"', "Adem", "TOML"),
    "a name nobody knows": ("minutes = 5", "minuts = 5", "Bedoel je “minutes”?"),
    "a wild name": ("minutes = 5", "minutes = 5\nzzz = 1", "Wat hier kan: title, about"),
    "a number as text": ("minutes = 5", 'minutes = "5"', "een heel getal van 1 tot en met 90"),
    "yes for a number": ("minutes = 5", "minutes = true", "een heel getal"),
    "half a minute": ("minutes = 5", "minutes = 5.5", "een heel getal"),
    "endless minutes": ("minutes = 5", "minutes = inf", "een heel getal"),
    "a day for a number": ("minutes = 5", "minutes = 2026-01-01", "een heel getal"),
    "too many minutes": ("minutes = 5", "minutes = 91", "een heel getal"),
    "a huge number": ("minutes = 5", "minutes = " + "9" * 3000, "een heel getal"),
    "text in one language": (TITLE, 'title = "x"', "twee talen"),
    "a third language": ('"Adem"', '"Adem"\nname.de = "Atmen"', "“steps 2 › name.de”"),
    "an empty text": ('"Rustig."', '" "', "is leeg"),
    "a number for text": ('"Rustig."', "7", "aanhalingstekens"),
    "a long text": ('"Rustig."', '"' + "é" * 301 + '"', "301 tekens lang. Maak er hooguit 300 van"),
    "HTML": ('"Rustig."', '"<b>Rustig</b>"', "HTML"),
    "an HTML entity": ('"Rustig."', '"R&uuml;stig"', "HTML"),
    "an escaped NUL": ('"Rustig."', '"a\\u0000b"', "onzichtbaar teken"),
    "an escaped turn": ('"Rustig."', '"\\u202egnitsur"', "onzichtbaar teken"),
    "a turn": ('"Rustig."', '"\u202egnitsur"', "onzichtbaar teken"),
    "a turn in a comment": ("minutes = 5", "minutes = 5 # \u2067", "onzichtbaar teken"),
    "a NUL": ('"Rustig."', '"a\x00b"', "onzichtbaar teken"),
    "an escape code": ('"Rustig."', '"\x1b[31m"', "onzichtbaar teken"),
    "a long line": ('"Rustig."', '"' + "x" * 5000 + '"', "te lang"),
    "a deep list": ("minutes = 5", "minutes = " + "[" * 1500 + "]" * 1500, "te diep genest"),
    "a deep table": ("minutes = 5", "minutes." + "a." * 900 + "a = 5", "te veel punten"),
    "a table for text": ('hint.nl = "Rustig."', "hint.nl.nl = 3", "aanhalingstekens"),
    "questions that are one": ("questions = [", 'questions = "?"\nextra = [', ""),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_line_and_reason(own: Write, name: str) -> None:
    old, new, words = BROKEN[name]
    text = changed(old, new)

    found = refused(own, text)

    assert found, name
    line = line_of(GOOD, old)
    assert found[0].line in (line, line + 1), (found[0].line, line)
    assert words in str(found[0])
    assert str(found[0]).startswith(
        f"HARTLIJN_DATA/content/models/three-counts.toml, regel {line}"[:-1]
    )
    assert len(str(found[0])) < 600
    assert shelf.every("model") == []


def test_what_is_missing_is_named_at_the_place_where_it_belongs(own: Write) -> None:
    text = changed('name.en = "Breathe"\n', "")

    (found,) = refused(own, text)

    assert "“steps 2 › name.en” ontbreekt" in str(found)
    assert found.line == line_of(text, 'name.nl = "Adem"')


def test_everything_wrong_is_said_at_once(own: Write) -> None:
    text = changed("minutes = 5", "minutes = 0").replace('"Rustig."', '""')

    assert len(refused(own, text)) == 2


def test_a_question_deep_in_a_list_is_named(own: Write) -> None:
    text = changed('en = "What do you feel?"', "en = 3")

    (found,) = refused(own, text)

    assert "“steps 2 › questions 1 › en”" in str(found)
    assert found.line == line_of(text, 'questions = [\n  { nl = "Wat voel')


def test_a_text_of_several_lines_is_not_taken_for_what_it_speaks_of(own: Write) -> None:
    long = 'about.nl = """\nminutes = 0\n[[steps]]\n"""'
    text = changed('about.nl = "Voor een moment dat snel ging."', long).replace("= 5", "= 91")

    (found,) = refused(own, text)

    assert found.line == line_of(text, "minutes = 91")


def test_english_readers_get_english(own: Write) -> None:
    (found,) = refused(own, changed("minutes = 5", "minutes = 0"))

    with translation.override("en"):
        assert "line 7: “minutes” needs a whole number from 1 up to 90." in str(found)


@pytest.mark.parametrize(
    ("raw", "line", "words"),
    [
        (b"\xff\xfe" + GOOD.encode("utf-16-le"), 1, "UTF-8"),
        (GOOD.replace("Rustig", "Rustig\xeb").encode("latin-1"), 22, "UTF-8"),
        (b'x = "' + b"a" * 1_000_000 + b'"', 1, "256 kB"),
        (b"\x00" * 100, 1, "onzichtbaar"),
        (b"", 1, "title"),
        (b"[[steps]]\n" * 2000, 1, ""),
    ],
)
def test_bytes_that_are_no_text_are_refused(own: Write, raw: bytes, line: int, words: str) -> None:
    own("models/x.toml", "").write_bytes(raw)

    found = shelf.refusals()

    assert found[0].line == line
    assert words in str(found[0])


def test_the_mark_and_line_ends_of_windows_do_no_harm(own: Write) -> None:
    own("models/one.toml", GOOD)
    own("models/two.toml", "").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())

    assert shelf.refusals() == ()
    assert shelf.get("model", "one").body == shelf.get("model", "two").body


@pytest.mark.parametrize("name", ["Met Hoofdletter", "met_streep", "é", "a" * 61, "-", "a--b"])
def test_a_file_name_that_cannot_be_a_key_is_refused(own: Write, name: str) -> None:
    (found,) = refused(own, GOOD, f"models/{name}.toml")

    assert "kan geen naam zijn" in str(found)


def test_a_hostile_file_name_is_shown_harmlessly(own: Write) -> None:
    (found,) = refused(own, GOOD, "models/\u202elmot\x1b[31m.toml")

    assert "\u202e" not in str(found)
    assert "\x1b" not in str(found)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(own: Write) -> None:
    own("models/x.toml", GOOD).chmod(0)

    assert "niet lezen" in str(shelf.refusals()[0])


def test_what_is_no_file_is_passed_by(own: Write) -> None:
    own("models/good.toml", GOOD)
    folder = own("models/x.txt", "").parent
    (folder / "folder.toml").mkdir()
    (folder / "lost.toml").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe.toml")

    assert [one.key for one in shelf.every("model")] == ["good"]
    assert shelf.refusals() == ()


def test_one_broken_question_refuses_its_file_and_no_other(own: Write) -> None:
    own("models/good.toml", GOOD)
    own("prompts/good.toml", PROMPTS.replace('"window"', '"sky"').replace('"door"', '"sea"'))

    found = refused(own, PROMPTS.replace('"words"', '"song"'), "prompts/bad.toml")

    assert "words, three_words, drawing, voice, any" in str(found[0])
    assert found[0].line == line_of(PROMPTS, 'form = "words"')
    assert [one.key for one in shelf.every("prompt")] == ["sea", "sky"]
    assert len(shelf.every("model")) == 1


def test_what_stands_above_a_list_is_pointed_at_there(own: Write) -> None:
    found = refused(own, PROMPTS.replace('weight = "light"', 'weight = "dark"'), "prompts/x.toml")

    assert {one.line for one in found} == {line_of(PROMPTS, "weight")}


def test_a_weight_that_is_not_of_the_kind_is_refused(own: Write) -> None:
    found = refused(own, PROMPTS.replace('"moment"', '"mistake"'), "prompts/x.toml")

    assert "Bij de soort mistake hoort “heavy”." in str(found[0])


def test_a_name_that_is_there_twice_is_refused(own: Write) -> None:
    twice = refused(own, PROMPTS.replace('"door"', '"window"'), "prompts/b.toml")
    assert "twee keer" in str(twice[0])
    assert twice[0].line == 12

    own("prompts/b.toml", PROMPTS)
    again = refused(own, PROMPTS, "prompts/c.toml")
    assert "staat ook al in HARTLIJN_DATA/content/prompts/b.toml" in str(again[0])
    assert len(shelf.every("prompt")) == 2


def test_a_question_that_leads_to_no_model_is_refused(own: Write) -> None:
    text = PROMPTS.replace('form = "words"', 'model = "three-counts"')
    own("prompts/x.toml", text)
    assert "Er is geen model met de naam “three-counts”" in str(shelf.refusals()[0])
    assert shelf.refusals()[0].line == line_of(text, "model =")
    assert [one.key for one in shelf.every("prompt")] == ["window"]

    own("models/three-counts.toml", GOOD)
    assert shelf.refusals() == ()
    assert len(shelf.every("prompt")) == 2


@pytest.mark.parametrize(
    "text", ["prompts = 3", "prompts = []", "[prompts]\nkey = 1", "prompts = [1]"]
)
def test_a_list_that_is_none_is_refused(own: Write, text: str) -> None:
    assert "[[prompts]]" in str(refused(own, text, "prompts/x.toml")[0])


def test_too_many_files_end_in_a_sentence(own: Write) -> None:
    for n in range(MOST_FILES + 2):
        own(f"models/m{n:04}.toml", "")

    assert "te veel bestanden" in str(shelf.refusals()[-1])


# ------------------------------------------------------------------ whatever somebody writes

PIECES = st.one_of(
    st.sampled_from(["[[", "]]", '"""', "'", '"', "=", ".", "\n", "{", "}", "\\u0000", "#", "nan"]),
    st.text(max_size=8),
)


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """A good file in which some places were written over."""
    text = draw(st.sampled_from([MODEL, PROMPTS]))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(PIECES) + text[at + draw(st.integers(0, 12)) :]
    return text.encode("utf-8", "surrogatepass")


def judge(folder: Path, raw: bytes) -> None:
    """Either everything in the file counts, or it is said why and where nothing does."""
    for kind in ("model", "prompt"):
        file = folder / kinds()[kind].folder / "x.toml"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(raw)
        found = load(kinds()[kind], [Folder(folder, own=True)])
        assert bool(found.definitions) != bool(found.refusals)
        for one in found.refusals:
            assert 1 <= one.line <= raw.count(b"\n") + 1
            assert 20 < len(str(one)) < 700


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("content")


@given(raw=st.one_of(st.binary(max_size=400), mangled()))
@settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_whatever_is_written_ends_in_words_or_in_a_sentence(folder: Path, raw: bytes) -> None:
    judge(folder, raw)


def test_the_largest_file_is_read_in_a_moment(own: Write) -> None:
    dots = ("a." * 1900 + "a = 1\n") * (plain.LARGEST // 3810)

    found = refused(own, dots)

    assert found


def test_a_file_of_long_lines_of_dots_is_refused_before_it_is_read() -> None:
    name = ".".join("b" * 200)
    with pytest.raises(plain.BrokenError) as refusal:
        plain.decode(f'title = "Beginnen"\n{name} = 1\n'.encode())

    assert refusal.value.line == 2
