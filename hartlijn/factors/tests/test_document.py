"""A map is a text: the same map the same text, and everything that is wrong said at once."""

import json
from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from hartlijn.factors.checking import check, require_sound
from hartlijn.factors.document import Definition, Evidence, Factor, MapDocument, Relation
from hartlijn.factors.remarks import UnusableError
from hartlijn.factors.words import Kind, Level, Process, Sign, Strength

REPORT = Evidence(Kind.STUDY, "Verslag", place="p. 4")
TIME = Factor(
    "beschermde-tijd", Level.MESO, "Beschermde inwerktijd", "Protected time", "", (REPORT,)
)
CALM = Factor("rust", Level.MICRO, "Rust")
HELPS = Relation("tijd-rust", TIME.key, CALM.key, sign=Sign.MORE, strength=Strength.STRONG)
MAP = MapDocument("Starten in de zorg", factors=(TIME, CALM), relations=(HELPS,))


def wrong(text: str) -> list[str]:
    with pytest.raises(UnusableError) as told, translation.override("nl"):
        MapDocument.from_json(text)
    return [str(one) for one in told.value.remarks]


def said(document: MapDocument) -> list[str]:
    with translation.override("nl"):
        return [str(one) for one in check(document)]


def test_a_map_comes_back_from_its_text_as_it_was() -> None:
    assert MapDocument.from_json(MAP.to_json()) == MAP
    assert check(MAP) == ()
    assert require_sound(MAP) is MAP


texts = some.sampled_from(["", "a", "b c", "é", "\u202e", '"\\\n', "=1+1"])
evidence = some.tuples() | some.tuples(
    some.builds(Evidence, some.sampled_from(Kind), texts, texts, texts)
)
maps = some.builds(
    MapDocument,
    texts,
    texts,
    some.tuples(
        some.builds(Definition, some.sampled_from(Process), texts, texts, texts, some.booleans())
    ),
    some.tuples(
        some.builds(Factor, texts, some.sampled_from(Level), texts, texts, texts, evidence)
    ),
    some.tuples(
        some.builds(
            Relation,
            *(texts, texts, texts, some.booleans(), some.sampled_from(Sign)),
            *(some.sampled_from(Strength), some.sampled_from(Process), texts),
            *(some.sampled_from(Level), evidence),
        )
    ),
)


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(maps)
def test_whatever_it_holds_its_text_says_it(document: MapDocument) -> None:
    again = MapDocument.from_json(document.to_json())

    assert again == document
    assert again.hash == document.hash
    assert list(check(document)) == list(check(document))


def test_another_word_is_another_version() -> None:
    assert replace(MAP, title="Anders").hash != MAP.hash


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, "\ud83d".encode("utf-16", "surrogatepass").decode("latin-1")]
)
def test_what_is_no_json_is_refused(text: str) -> None:
    assert wrong(text)[0].endswith("Dit is geen JSON. Exporteer de kaart opnieuw.")


@pytest.mark.parametrize("text", ["[]", "{}", '{"format": "graph"}', "3"])
def test_json_of_something_else_is_refused(text: str) -> None:
    assert wrong(text) == [
        'Dit is geen kaart van Hartlijn: er staat niet "format": "hartlijn-map" in.'
    ]


def test_a_later_version_is_refused() -> None:
    (sentence,) = wrong('{"format": "hartlijn-map", "version": 2}')

    assert sentence.startswith("Deze kaart heeft versie 2; deze Hartlijn leest versie 1.")


def test_everything_that_cannot_be_read_is_said_at_once_with_its_place() -> None:
    whole = json.loads(MAP.to_json())
    whole["extra"] = 1
    del whole["title"]
    whole["language"] = 3
    whole["definitions"] = {}
    whole["factors"][0] |= {"level": "mega", "sources": ["x"]}
    whole["relations"][0]["directed"] = "yes"

    assert wrong(json.dumps(whole)) == [
        "“extra” kennen we hier niet.",
        "“title” ontbreekt.",
        "Taal: Hier hoort tekst te staan.",
        "Definitions: Hier hoort een lijst te staan.",
        "Factor 1, niveau: “mega” kan hier niet. Kies uit: “micro”, “meso”, “macro”, “”.",
        "Factor 1, bron 1: Hier hoort een object met namen te staan.",
        "Relatie 1, directed: Hier hoort true of false te staan.",
    ]


def test_a_map_without_title_or_of_another_language_is_refused() -> None:
    assert said(replace(MAP, title=" ", language="fr")) == [
        "Titel: De kaart heeft geen titel. Geef haar een naam.",
        "Taal: “fr” kan hier niet. Kies uit: “nl”, “en”.",
    ]


def test_a_map_that_is_too_large_is_refused() -> None:
    many = tuple(Factor(f"f{n}", Level.MICRO, f"F {n}") for n in range(201))
    more = tuple(
        Relation(f"r{n}", f"f{n % 201}", f"f{(n % 201 + n // 201 + 1) % 201}") for n in range(5001)
    )

    assert said(MapDocument("x", factors=many, relations=more)) == [
        "Een kaart heeft hoogstens 200 factoren. Maak er twee kaarten van.",
        "Een kaart heeft hoogstens 5000 relaties. Maak er twee kaarten van.",
    ]


def test_names_and_keys_stand_once() -> None:
    twice = replace(
        MAP,
        factors=(TIME, CALM, Factor("rust", Level.MACRO, " RUST "), Factor("A b", Level.MICRO, "")),
    )

    assert said(twice) == [
        "Factor 3, sleutel: “rust” staat er twee keer. Geef er één een andere sleutel.",
        "Factor 4, sleutel: “A b” kan geen sleutel zijn: kleine letters, cijfers en streepjes.",
        "Factor 3, naam: “ RUST ” staat er twee keer. Geef er één een andere naam.",
        "Factor 4, naam: Deze factor heeft geen naam. Geef hem een naam.",
    ]


def test_a_relation_has_two_ends_in_the_map() -> None:
    loose = replace(HELPS, key="los", target="weg")
    loop = replace(HELPS, key="lus", target=TIME.key)

    assert said(replace(MAP, relations=(loose, loop))) == [
        "Relatie 1, naar: Er is geen factor “weg” in deze kaart.",
        "Relatie 2, naar: Deze relatie begint en eindigt bij dezelfde factor. Haal haar weg.",
    ]


def test_two_relations_may_go_opposite_ways_but_not_say_the_same() -> None:
    back = Relation("rust-tijd", CALM.key, TIME.key)
    both = replace(back, key="samen", directed=False)

    assert said(replace(MAP, relations=(HELPS, back))) == []
    assert said(replace(MAP, relations=(HELPS, both))) == [
        "Relatie 2, naar: Er is al een relatie tussen “Rust” en “Beschermde inwerktijd”. Voeg ze samen."
    ]


def test_what_transforms_says_what_makes_it_turn() -> None:
    turning = replace(HELPS, process=Process.TRANSFORMING)

    assert said(replace(MAP, relations=(turning,))) == [
        "Relatie 1, wat het laat kantelen: Een transformerende relatie zegt wat haar doet kantelen. Vul dat in."
    ]
    assert said(replace(MAP, relations=(replace(turning, turns="te veel"),))) == []


def test_a_process_is_defined_once() -> None:
    parallel = Definition(Process.PARALLEL, "naast elkaar")

    assert said(
        replace(MAP, definitions=(parallel, parallel, Definition(Process.NOT_SAID, "x")))
    ) == [
        "Definitie 2, soort proces: Van “parallel” staat er al een definitie. Houd er één.",
        "Definitie 3, soort proces: Deze definitie zegt niet van welk proces ze is.",
    ]


@pytest.mark.parametrize("name", ["\u200b", "\u3164", "\u2060 \ufe0f\u00ad"])
def test_a_name_that_shows_nothing_is_no_name(name: str) -> None:
    assert said(replace(MAP, title=name))[0].startswith("Titel: De kaart heeft geen titel.")
    assert said(replace(MAP, factors=(TIME, replace(CALM, name=name)))) == [
        "Factor 2, naam: Deze factor heeft geen naam. Geef hem een naam."
    ]


def test_joiners_stay_inside_a_name_and_make_no_other_name_of_it() -> None:
    family = replace(CALM, name="Thuis \U0001f468\u200d\U0001f469\u200d\U0001f467")
    assert said(replace(MAP, factors=(TIME, family))) == []
    again = Factor("nog", Level.MICRO, "Ru\u200bst")
    assert len(said(replace(MAP, factors=(TIME, CALM, again)))) == 1


def test_hidden_characters_and_endless_texts_are_refused() -> None:
    hostile = replace(
        TIME, name="tijd\u202e", note="n" * 5001, sources=(replace(REPORT, source="s" * 201),)
    )

    assert said(replace(MAP, factors=(hostile, CALM))) == [
        "Factor 1, naam: Hier staat een onzichtbaar teken in. Typ de tekst opnieuw.",
        "Factor 1, toelichting: Dit is te lang: hoogstens 5000 tekens. Maak het korter.",
        "Factor 1, bron 1, bron: Dit is te lang: hoogstens 200 tekens. Maak het korter.",
    ]
    with pytest.raises(UnusableError, match="onzichtbaar"), translation.override("nl"):
        require_sound(replace(MAP, factors=(hostile, CALM)))


def test_what_others_wrote_is_shown_short_and_plain() -> None:
    (sentence,) = wrong(json.dumps({"format": "hartlijn-map", "version": "\u202e" + "x" * 90}))

    assert f"versie ?{'x' * 59}…;" in sentence
