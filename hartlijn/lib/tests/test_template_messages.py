"""What a template says must reach the people who translate it."""

from io import BytesIO
from typing import Any

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract


def found(template: str) -> list[tuple[int, Any, str | None]]:
    """Line, text(s) and context of each text in a template."""
    file = BytesIO(template.encode())
    rows = extract("hartlijn.lib.template_messages:extract", file, DEFAULT_KEYWORDS)
    return [(line, text, context) for line, text, _comments, context in rows]


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ('{% translate "Vandaag" %}', "Vandaag"),
        ('{% trans "Vandaag" as title %}{{ title }}', "Vandaag"),
        ("<a title=\"{% translate 'Foto’s van “thuis”' %}\">", "Foto’s van “thuis”"),
        ('{{ name|default:_("iemand") }}', "iemand"),
        ('{% include "x.html" with label=_("Bewaren") %}', "Bewaren"),
        ("{% blocktranslate %}Dag {{ name }}.{% endblocktranslate %}", "Dag %(name)s."),
        ('{% translate "100% van jou" %}', "100%% van jou"),
    ],
)
def test_a_text_is_found(template: str, text: str) -> None:
    assert found(template) == [(1, text, None)]


def test_a_trimmed_block_is_one_line_of_text() -> None:
    template = """
      <p>
        {% blocktranslate trimmed with day=when|date:"j F" %}
          Je bent vrij.
          Wat binnenkomt, wacht tot {{ day }}.
        {% endblocktranslate %}
      </p>"""

    [(_, text, _context)] = found(template)

    assert text == "Je bent vrij. Wat binnenkomt, wacht tot %(day)s."


def test_a_plural_keeps_both_forms() -> None:
    template = (
        "{% blocktranslate count days=n %}{{ days }} dag"
        "{% plural %}{{ days }} dagen{% endblocktranslate %}"
    )

    assert found(template) == [(1, ("%(days)s dag", "%(days)s dagen"), None)]


def test_a_context_sets_two_equal_words_apart() -> None:
    template = '{% translate "Vrij" context "werktijden" %}'

    assert found(template) == [(1, "Vrij", "werktijden")]


def test_a_plural_can_have_a_context() -> None:
    template = (
        '{% blocktranslate count n=n context "rooster" %}{{ n }} dienst'
        "{% plural %}{{ n }} diensten{% endblocktranslate %}"
    )

    assert found(template) == [(1, ("%(n)s dienst", "%(n)s diensten"), "rooster")]


def test_the_page_around_the_texts_does_not_matter() -> None:
    template = """<main>
        <p class='a "b'>it's {{ odd }}\N{NO-BREAK SPACE}{% translate "Eén" %}\N{NO-BREAK SPACE}(</p>
      <p>
            {# Translators: a greeting #}
    {% translate "Twee" %} <!-- ' -->{% comment %}{% translate "Nee" %}{% endcomment %}
    </main>"""

    assert found(template) == [(2, "Eén", None), (5, "Twee", None)]
