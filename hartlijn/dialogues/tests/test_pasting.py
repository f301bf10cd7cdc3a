"""A pasted document becomes cards, and nothing of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from hartlijn.dialogues.code_words import FIRST, SECOND, as_typed, two_words
from hartlijn.dialogues.forms.findings import CardForm
from hartlijn.dialogues.pasting import FIELD, LITERATURE, MOST, Card, cards, clean

DOCUMENT = """Resultaten literatuuronderzoek

1. Starters dragen soms meer verantwoordelijkheid
   dan bij hun ervaring past (De Vries, 2021).
2. Steun van collega's helpt om te blijven.

Resultaten werkveld:
• Er is weinig tijd om ingewerkt te worden.
  Bron: gesprekken met zeven organisaties
• Reflecteren schiet er vaak bij in
"""


def test_the_word_source_does_not_stand_in_the_field_of_the_source() -> None:
    for end in ("(Bron: Jansen e.a., 2021).", "(bron: Bron: Jansen e.a., 2021)"):
        assert cards(f"Steun helpt {end}") == [
            Card("Steun helpt.", LITERATURE, "Jansen e.a., 2021")
        ]
    form = CardForm({"text": "Steun.", "kind": "field", "source": "Bronnen:  Bron: Bos"})
    assert form.is_valid()
    assert form.cleaned_data["source"] == "Bos"


def test_lists_with_headings_become_cards_of_two_kinds() -> None:
    assert cards(DOCUMENT) == [
        Card(
            "Starters dragen soms meer verantwoordelijkheid dan bij hun ervaring past.",
            LITERATURE,
            "De Vries, 2021",
        ),
        Card("Steun van collega's helpt om te blijven.", LITERATURE),
        Card(
            "Er is weinig tijd om ingewerkt te worden.", FIELD, "gesprekken met zeven organisaties"
        ),
        Card("Reflecteren schiet er vaak bij in", FIELD),
    ]


def test_paragraphs_become_cards() -> None:
    found = cards("Eerste bevinding die\nover twee regels loopt.\n\nTweede bevinding.")

    assert [one.text for one in found] == [
        "Eerste bevinding die over twee regels loopt.",
        "Tweede bevinding.",
    ]


def test_lines_without_anything_between_become_cards() -> None:
    assert [one.text for one in cards("Een.\nTwee.\nDrie.")] == ["Een.", "Twee.", "Drie."]


def test_cells_of_a_table_become_cards() -> None:
    found = cards("Literatuur\tWerkveld\nSteun helpt iedereen.\tEr is te weinig tijd.")

    assert [one.text for one in found] == ["Steun helpt iedereen.", "Er is te weinig tijd."]


def test_the_same_twice_is_one_card_and_there_is_a_most() -> None:
    assert len(cards("- Een zin.\n- een  ZIN.")) == 1
    assert len(cards("\n".join(f"- Zin {n}" for n in range(500)))) == MOST


def test_signs_nobody_sees_go() -> None:
    assert clean("a\x00b\u202ec\u00add\re") == "abcd\ne"


@given(st.text(max_size=300))
def test_any_text_gives_cards_without_hidden_signs(said: str) -> None:
    for one in cards(said):
        assert one.text.strip()
        assert "\n" not in one.text


@given(st.lists(st.from_regex(r"[a-z]{6,12}( [a-z]{3,9}){5,9}\.", fullmatch=True), max_size=8))
def test_every_word_of_a_list_stands_on_a_card(lines: list[str]) -> None:
    found = cards("\n".join(f"- {line}" for line in lines))

    assert [one.text for one in found] == list(dict.fromkeys(lines))


def test_a_code_is_two_words_and_is_heard_in_many_ways() -> None:
    for language in ("nl", "en"):
        assert two_words(language, lambda words: words[0]).count(" ") == 1
        assert len(set(FIRST[language].split())) * len(set(SECOND[language].split())) > 9_000
    for said in ("zeg het", "ZEG-HET", " zeg  het. ", "Zeg/Het"):
        assert as_typed(said) == "ZEG HET"
    assert as_typed("\x00\u202e") == ""
