"""Change a map by its pages: each save a version, nothing typed lost, a sentence for what is wrong."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.factors.actions import maps
from hartlijn.factors.document import MapDocument
from hartlijn.factors.models import FactorMap, organisations_kept_by
from hartlijn.factors.tests.factories import SMALL, a_map
from hartlijn.factors.words import Level, Process, Sign, Strength
from hartlijn.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
WHY = {"because": "Zo zei de groep het", "changed_by": "group", "reference": "Verslag"}
FACTOR = {
    "name": "Steun",
    "name_en": "Support",
    "level": "meso",
    "note": "Van dichtbij",
    "new_kind": "study",
    "new_source": "Rapport",
    "new_place": "p. 3",
    **WHY,
}
RELATION = {
    "source": "tijd",
    "target": "druk",
    "directed": "yes",
    "sign": "-",
    "strength": "weak",
    "process": "none",
    "acts": "meso",
    **WHY,
}
HOSTILE = (
    "\x00",
    "\u202eomgekeerd",
    "x" * 100_000,
    "<script>alert(1)</script>",
    "=1+1",
    "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
)


@pytest.fixture
def map_(school: Organisation, rosa: Person) -> FactorMap:
    return a_map(school, rosa)


def send(
    client: Client, map_: FactorMap, page: str, form: dict[str, Any], *args: str, after: int = 1
) -> tuple[int, str]:
    address = reverse(f"factors:{page}", args=[map_.pk, *args])
    answer = client.post(address, {"after": after, **form})
    return answer.status_code, answer.content.decode()


def test_rosa_adds_a_factor_with_its_source(as_: SignIn, rosa: Person, map_: FactorMap) -> None:
    assert send(as_(rosa), map_, "factor_add", FACTOR)[0] == 302

    version = map_.newest
    added = version.document.factors[-1]
    assert (added.key, added.level, added.name_en) == ("steun", Level.MESO, "Support")
    assert added.sources[0].source == "Rapport"
    assert (version.number, version.changed_by, version.because) == (2, "group", WHY["because"])


def test_rosa_changes_one_and_keeps_or_drops_its_sources(
    as_: SignIn, rosa: Person, map_: FactorMap
) -> None:
    change = FACTOR | {"name": "Inwerktijd", "new_source": "", "new_place": "", "kept": ["0"]}
    assert send(as_(rosa), map_, "factor_change", change, "tijd")[0] == 302
    assert map_.newest.document.factors[0].sources == SMALL.factors[0].sources

    del change["kept"]
    assert send(as_(rosa), map_, "factor_change", change, "tijd", after=2)[0] == 302
    assert map_.newest.document.factors[0].sources == ()


def test_rosa_takes_one_out_with_its_relations(as_: SignIn, rosa: Person, map_: FactorMap) -> None:
    page = as_(rosa).get(reverse("factors:factor_remove", args=[map_.pk, "rust"]))
    assert "Inwerktijd werkt op Rust" in page.content.decode()

    assert send(as_(rosa), map_, "factor_remove", WHY, "rust")[0] == 302
    assert map_.newest.document.relations == ()


def test_rosa_adds_changes_and_removes_a_relation(
    as_: SignIn, rosa: Person, map_: FactorMap
) -> None:
    assert send(as_(rosa), map_, "relation_add", RELATION)[0] == 302
    added = map_.newest.document.relations[-1]
    assert (added.key, added.sign, added.strength) == ("tijd-druk", Sign.LESS, Strength.WEAK)

    turns = RELATION | {
        "process": "transforming",
        "turns": "Als er niemand is",
        "strength": "strong",
    }
    assert send(as_(rosa), map_, "relation_change", turns, "tijd-druk", after=2)[0] == 302
    assert map_.newest.document.relations[-1].process is Process.TRANSFORMING
    assert send(as_(rosa), map_, "relation_remove", WHY, "tijd-druk", after=3)[0] == 302
    assert map_.newest.document.relations == SMALL.relations


def test_an_earlier_version_counts_again_as_the_next_one(
    as_: SignIn, rosa: Person, joost: Person, map_: FactorMap
) -> None:
    assert send(as_(rosa), map_, "factor_remove", WHY, "rust")[0] == 302
    address = f"{reverse('factors:map_again', args=[map_.pk])}?version=1"
    page = as_(rosa).get(address).content.decode()
    assert "<ins>Rust</ins>" in page
    assert "Versie 1 geldt weer" in page

    assert as_(joost).post(address, WHY | {"after": 2}).status_code == 403
    assert as_(rosa).post(address, {"after": 2}).status_code == 422, "it says why"
    assert as_(rosa).post(address, WHY | {"after": 1}).status_code == 422, "another came since"
    assert as_(rosa).post(address, WHY | {"after": 2}).status_code == 302
    assert (map_.newest.number, map_.newest.document) == (3, SMALL)
    other = f"{reverse('factors:map_again', args=[map_.pk])}?version=9"
    assert as_(rosa).get(other).status_code == 404


def test_a_new_relation_begins_with_no_factor_and_its_source_folded(
    as_: SignIn, rosa: Person, map_: FactorMap
) -> None:
    address = reverse("factors:relation_add", args=[map_.pk])
    page = as_(rosa).get(address).content.decode()
    assert page.count('<option value="" selected>Kies …</option>') == 2
    assert "<details>" in page

    _status, refused = send(as_(rosa), map_, "relation_add", RELATION | {"new_place": "p. 3"})
    assert "<details open>" in refused
    assert refused.count('name="new_source"') == 1


def test_a_map_that_comes_along_takes_a_title_of_your_own(as_: SignIn, rosa: Person) -> None:
    form = {"start": "resilience", "title": "Onze kaart"}
    organisation = str(organisations_kept_by(rosa).get().pk)
    client = as_(rosa)
    client.cookies["django_language"] = "en"
    begin = reverse("factors:begin")
    assert client.post(begin, form | {"organisation": organisation}).status_code == 302

    version = FactorMap.objects.get().newest
    assert (version.document.title, version.document.title_en) == ("Onze kaart", "")
    assert version.because == "Overgenomen van Hartlijn", "in the language of the map"


def test_a_name_that_is_there_is_said_beside_the_name(
    as_: SignIn, rosa: Person, map_: FactorMap
) -> None:
    status, page = send(as_(rosa), map_, "factor_add", FACTOR | {"name": "rust"})

    assert status == 422
    assert 'id="id_name_error"' in page
    assert "Factor 4" not in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"target": "tijd"}, "werkt hier niet op zichzelf"),
        ({"source": ""}, "Maak een keuze"),
        ({"process": "transforming"}, "wat haar doet kantelen"),
        ({"target": "rust"}, "Er is al een relatie tussen"),
        ({"target": "nergens"}, "Kies iets uit de lijst"),
        ({"sign": "9"}, "Kies iets uit de lijst"),
        ({"because": ""}, "Hier staat nog niets"),
        ({"new_place": "p. 3"}, "hoort een bron"),
    ],
)
def test_a_relation_that_cannot_be_says_why_and_keeps_what_was_typed(
    as_: SignIn, rosa: Person, map_: FactorMap, change: dict[str, str], sentence: str
) -> None:
    status, page = send(as_(rosa), map_, "relation_add", RELATION | {"turns_en": "typed"} | change)

    assert (status, map_.newest.number) == (422, 1)
    assert sentence in page
    assert "typed" in page


def test_two_factors_never_share_a_name(as_: SignIn, rosa: Person, map_: FactorMap) -> None:
    status, page = send(as_(rosa), map_, "factor_add", FACTOR | {"name": " inwerkTIJD "})

    assert status == 422
    assert "staat er twee keer" in page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_refused_or_shown_as_text(
    as_: SignIn, rosa: Person, map_: FactorMap, text: str
) -> None:
    client = as_(rosa)
    for field in ("name", "note", "because", "reference", "new_source", "new_place"):
        form = FACTOR | {"name": f"Steun {field}", field: text}
        status, page = send(client, map_, "factor_add", form, after=map_.newest.number)
        assert status in {302, 422}
        assert "<script>alert" not in page
    for page_name in ("map", "map_versions", "map_difference"):
        shown = client.get(reverse(f"factors:{page_name}", args=[map_.pk])).content.decode()
        assert "<script>alert" not in shown
        assert "\u202e" not in shown


def test_who_comes_second_reads_what_is_there_and_loses_nothing(
    as_: SignIn, rosa: Person, lotte: Person, map_: FactorMap
) -> None:
    client = as_(lotte)
    first = FACTOR | {"name": "Tijd van Rosa", "new_source": "", "new_place": ""}
    assert send(as_(rosa), map_, "factor_change", first, "tijd")[0] == 302
    mine = first | {"name": "Tijd van Lotte"}

    status, page = send(client, map_, "factor_change", mine, "tijd")

    assert (status, map_.newest.number) == (422, 2)
    assert "Iemand anders" in page
    assert "Tijd van Rosa" in page
    assert "Tijd van Lotte" in page
    assert 'name="after" value="2"' in page
    assert send(client, map_, "factor_change", mine, "tijd", after=2)[0] == 302
    assert map_.newest.document.factors[0].name == "Tijd van Lotte"


def test_the_researcher_confirms_a_definition(as_: SignIn, rosa: Person, map_: FactorMap) -> None:
    client = as_(rosa)
    address = reverse("factors:map_definitions", args=[map_.pk])
    assert "werkdefinitie" in client.get(address).content.decode().split("Transformerend")[1]
    form = {"text": "Het slaat om.", "confirmed": "on", **WHY}

    assert send(client, map_, "definition", form, "transforming")[0] == 302
    assert map_.newest.document.definitions[0].confirmed
    later = client.get(address).content.decode().split("Transformerend")[1]
    assert ">werkdefinitie<" not in later
    assert client.get(reverse("factors:definition", args=[map_.pk, "other"])).status_code == 404


def test_an_empty_map_gets_its_first_factor(as_: SignIn, rosa: Person) -> None:
    client = as_(rosa)
    begin = reverse("factors:begin")
    refused = client.post(begin, {"start": "empty", "organisation": str(rosa.pk)})
    assert refused.status_code == 422
    page = client.get(begin).content.decode()
    organisation = page.split('name="organisation" value="')[1].split('"')[0]
    form = {"start": "empty", "title": "Leeg begonnen", "organisation": organisation}

    assert client.post(begin, form).status_code == 302
    map_ = FactorMap.objects.get()
    assert map_.newest.document == MapDocument("Leeg begonnen")
    assert "nog leeg" in client.get(reverse("factors:map", args=[map_.pk])).content.decode()
    assert send(client, map_, "factor_add", FACTOR)[0] == 302
    assert client.post(begin, {**form, "start": "resilience"}).status_code == 302
    assert FactorMap.objects.count() == 2


def test_the_title_is_kept_in_a_version(as_: SignIn, rosa: Person, map_: FactorMap) -> None:
    assert send(as_(rosa), map_, "map_title", {"title": "Anders", **WHY})[0] == 302

    map_.refresh_from_db()
    assert (str(map_), map_.newest.number) == ("Anders", 2)


def test_rosa_makes_it_public_and_takes_that_back(
    as_: SignIn, rosa: Person, map_: FactorMap
) -> None:
    for page, is_public in (("map_publish", True), ("map_take_back", False)):
        assert send(as_(rosa), map_, page, {})[0] == 302
        map_.refresh_from_db()
        assert map_.is_public is is_public


def test_rosa_puts_a_map_away_and_takes_it_out_again(
    as_: SignIn, rosa: Person, joost: Person, map_: FactorMap
) -> None:
    shelf, there = reverse("factors:maps"), reverse("factors:map", args=[map_.pk])
    assert send(as_(rosa), map_, "map_put_away", {})[0] == 302

    assert there not in as_(joost).get(shelf).content.decode()
    page = as_(rosa).get(shelf).content.decode()
    assert there in page.partition("Weggelegde kaarten")[2]
    assert "Deze kaart is weggelegd" in as_(joost).get(there).content.decode()

    assert send(as_(joost), map_, "map_take_out", {})[0] == 403
    assert send(as_(rosa), map_, "map_take_out", {})[0] == 302
    assert there in as_(joost).get(shelf).content.decode()


def test_who_does_not_keep_it_reads_why_not(
    as_: SignIn, rosa: Person, joost: Person, ines: Person, map_: FactorMap
) -> None:
    maps.publish(map_, by=rosa)
    for person in (joost, ines):
        assert send(as_(person), map_, "factor_add", FACTOR)[0] == 403
        assert send(as_(person), map_, "relation_change", RELATION, "tijd-rust")[0] == 403
        assert as_(person).get(reverse("factors:begin")).status_code == (
            403 if person == joost else 200
        )
    assert map_.newest.number == 1


def test_pages_of_nothing_do_not_exist(as_: SignIn, rosa: Person, map_: FactorMap) -> None:
    client = as_(rosa)
    for page in ("factor", "circle", "factor_change", "relation", "relation_change"):
        assert client.get(reverse(f"factors:{page}", args=[map_.pk, "geen"])).status_code == 404
    address = reverse("factors:map", args=[map_.pk])
    for version, status in (("9", 404), ("x", 200), ("9" * 40, 200), ("-1", 200), ("1", 200)):
        assert client.get(address, {"version": version}).status_code == status
    difference = reverse("factors:map_difference", args=[map_.pk])
    assert client.get(difference, {"from": "7", "to": "1"}).status_code == 404
