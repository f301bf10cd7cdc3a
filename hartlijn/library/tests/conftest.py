"""An installation with a content folder of its own, and a shipped one that a test fills."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

Write = Callable[[str, str], Path]

MODEL = """
title.nl = "Drie tellen"
title.en = "Three counts"
about.nl = "Voor een moment dat snel ging."
about.en = "For a moment that went fast."
source = "Joost Bakker (2026), les 3"
licence = "CC-BY-4.0"
minutes = 5

[[steps]]
name.nl = "Stop"
name.en = "Stop"
questions = [
  { nl = "Wat zie je?", en = "What do you see?" },
]

[[steps]]
name.nl = "Adem"
name.en = "Breathe"
questions = [
  { nl = "Wat voel je?", en = "What do you feel?" },
]
hint.nl = "Rustig."
hint.en = "Calmly."
"""
PROMPTS = """
kind = "moment"
weight = "light"
source = "Joost"
licence = "CC-BY-4.0"

[[prompts]]
key = "window"
text.nl = "Wat zag je door het raam?"
text.en = "What did you see through the window?"

[[prompts]]
key = "door"
text.nl = "Wie kwam er binnen?"
text.en = "Who came in?"
form = "words"
"""


def _writer(folder: Path) -> Write:
    def write(name: str, text: str) -> Path:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


@pytest.fixture
def shipped(tmp_path: Path, settings: Settings) -> Write:
    """Write a file that came with Hartlijn: ``shipped("models/x.toml", text)``."""
    settings.CONTENT = [tmp_path / "content", tmp_path / "data" / "content"]
    return _writer(tmp_path / "content")


@pytest.fixture
def own(shipped: Write, tmp_path: Path) -> Write:
    """Write a file of the installation, as a teacher does."""
    return _writer(tmp_path / "data" / "content")
