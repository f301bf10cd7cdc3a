"""The operator hears which files do not count."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from hartlijn.library.checks import every_file_counts
from hartlijn.library.kinds import kinds
from hartlijn.library.tests.conftest import MODEL, PROMPTS, Write


def test_all_is_well_in_a_line_for_each_kind(shipped: Write, own: Write) -> None:
    shipped("prompts/x.toml", PROMPTS)
    own("models/three.toml", MODEL)
    said = StringIO()

    call_command("content", stdout=said)

    assert "prompt: 2\nmodel: 1, eigen: three\n" in said.getvalue()
    assert len(said.getvalue().splitlines()) == len(kinds())
    assert every_file_counts() == []


def test_a_broken_file_is_said_and_ends_with_one(own: Write) -> None:
    own("models/three.toml", MODEL)
    own("models/four.toml", MODEL.replace("minutes = 5", "minutes = 0"))
    said = StringIO()

    with pytest.raises(CommandError, match=r"four\.toml, regel 8: Bij “minutes”") as error:
        call_command("content", stdout=said)

    assert error.value.returncode == 1
    assert "model: 1, eigen: three" in said.getvalue()


def test_it_speaks_english_on_request(own: Write) -> None:
    own("models/four.toml", MODEL.replace("minutes = 5", "minutes = 0"))

    with pytest.raises(CommandError, match="line 8: “minutes” needs a whole number"):
        call_command("content", "--language", "en", stdout=StringIO())


def test_every_start_warns(own: Write) -> None:
    own("models/four.toml", "minutes")

    (warning,) = every_file_counts()

    assert "four.toml, regel 1" in warning.msg
    assert warning.id == "hartlijn.W001"
