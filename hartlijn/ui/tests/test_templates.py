"""What no template of the house may hold."""

import re
from pathlib import Path

import pytest

HARTLIJN = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(HARTLIJN.glob("*/templates/**/*.html"))
# Words we do not say (docs/glossary.md): nobody is anonymous here, and people have a name.
WORDS = re.compile(r"anonie?m|gebruiker|deelnemer|ongeldig|toegang geweigerd", re.IGNORECASE)


def offences(pattern: str) -> list[str]:
    """Where a pattern stands in a template."""
    return [
        f"{path.relative_to(HARTLIJN)}: {found[0]}"
        for path in TEMPLATES
        if (found := re.search(pattern, path.read_text(encoding="utf-8"), re.IGNORECASE))
    ]


@pytest.mark.parametrize("pattern", [r"\sstyle=", r"<style", r"\son\w+=", r"javascript:"])
def test_no_style_and_no_script_stands_in_a_page(pattern: str) -> None:
    """The Content-Security-Policy would refuse it, in silence."""
    assert offences(pattern) == []


def test_a_script_is_always_one_of_our_own_files() -> None:
    ours = r"""type="module" src="{% static 'ui/"""

    assert offences(rf"<script(?! {re.escape(ours)})") == []


def test_words_we_do_not_say() -> None:
    found = [
        f"{path.relative_to(HARTLIJN)}: {said[0]}"
        for path in TEMPLATES
        if (said := WORDS.search(path.read_text(encoding="utf-8")))
    ]

    assert found == []


def test_every_form_that_changes_something_carries_its_token() -> None:
    forms = r'<form[^>]*method="post"[^>]*>(?!\s*{% csrf_token %})'

    assert offences(forms) == []
