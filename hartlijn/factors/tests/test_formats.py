"""Maps come in as others write them and go out as others read them; nothing is guessed."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from python_calamine import CalamineWorkbook

from hartlijn.factors.checking import check
from hartlijn.factors.document import Definition, Evidence, Factor, MapDocument, Relation
from hartlijn.factors.formats import Format, read, read_matrix, write
from hartlijn.factors.formats.files import LARGEST
from hartlijn.factors.formats.matrix import Matrix, matrix_of
from hartlijn.factors.remarks import UnusableError
from hartlijn.factors.weights import BANDS, UnclearError, Weight
from hartlijn.factors.words import Kind, Level, Process, Sign, Strength

HOSTILE = (
    '=HYPERLINK("x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "'=1",
    "''+1",
    'a,b;c "d"',
    "<b>&",
    "שלום",
    "=",
    "'",
)
TIME = Factor("tijd", Level.MESO, "Beschermde inwerktijd", "Protected time", "eigen\nwoorden")
CALM = Factor("rust", Level.MICRO, "Rust")
LAW = Factor("wet", Level.MACRO, "=WET()")
MAP = MapDocument(
    "Starten",
    definitions=(Definition(Process.PARALLEL, "naast elkaar"),),
    factors=(TIME, CALM, LAW),
    relations=(
        Relation("r1", "tijd", "rust", sign=Sign.MORE, strength=Strength.STRONG, process=Process.TRANSFORMING, turns="te veel", acts=Level.MESO, evidence=(Evidence(Kind.STUDY, "Verslag"),)),
        Relation("r2", "rust", "wet", directed=False, sign=Sign.LESS),
        Relation("r3", "wet", "tijd", sign=Sign.BOTH, strength=Strength.WEAK),
    ),
)  # fmt: skip


def csv(text: str, name: str = "kaart.csv") -> Matrix:
    return read_matrix(name, text.encode())[0]


def numbers(matrix: Matrix) -> dict[tuple[int, int], float]:
    return {where: one.middle for where, one in matrix.weights.items()}


def wrong(content: bytes | str, name: str = "kaart.csv") -> list[str]:
    whole = content.encode() if isinstance(content, str) else content
    with pytest.raises(UnusableError) as told, translation.override("nl"):
        read(name, whole)
    return [str(one) for one in told.value.remarks]


def noted(content: bytes | str, name: str = "kaart.csv") -> list[str]:
    whole = content.encode() if isinstance(content, str) else content
    with translation.override("nl"):
        return [str(one) for one in read_matrix(name, whole)[1]]


@pytest.mark.parametrize(
    "text",
    [
        ",A,B\nA,0,0.5\nB,-1,0\n",
        "\ufeff;A;B\r\nA;0;0,5\r\nB;-1;0\r\n",
        "\tA\tB\nA\t\t.5\nB\t-1.0\t\n\n\t\n",
        'x,"A","B"\n"A",0,"0,5"\n"B","\u22121",0',
        ",A,B\nB,-1,0\nA,0,5e-1\n",
        ";a ;B;\nA;;0.5;\n B;-1;;\n;;;\n",
    ],
)
def test_a_square_of_numbers_is_a_map_however_it_is_separated(text: str) -> None:
    matrix = csv(text)

    assert [name.upper() for name in matrix.names] == ["A", "B"]
    assert numbers(matrix) == {(0, 1): 0.5, (1, 0): -1.0}


def test_words_stand_for_ranges_in_a_cell() -> None:
    matrix = csv(",A,B,C\nA,0,sterk,- very weak\nB,?,0,+ onbekend\nC,± zwak,0,0\n")

    assert {where: one.range for where, one in matrix.weights.items()} == {
        (0, 1): (0.6, 0.8),
        (0, 2): (-0.2, -0.0),
        (1, 0): (-1.0, 1.0),
        (1, 2): (0.0, 1.0),
        (2, 0): (-0.4, 0.4),
    }
    assert matrix.unknown == 2
    assert matrix.ranges().high[0, 1] == 0.8
    assert matrix.given()[0, 1] == 0.7


def test_a_number_is_an_estimate_that_never_changes_its_sign() -> None:
    assert Weight.of_number(0.05).range == pytest.approx((0, 0.15))
    assert Weight.of_number(-1).range == pytest.approx((-1, -0.9))


@pytest.mark.parametrize("strength", [one for one in BANDS if one is not Strength.UNKNOWN])
def test_the_middle_of_a_word_is_that_word_again(strength: Strength) -> None:
    for sign in (Sign.MORE, Sign.LESS):
        number = Weight(sign, strength).middle
        assert (Weight.of_number(number).sign, Weight.of_number(number).strength) == (
            sign,
            strength,
        )


def test_every_cell_that_is_wrong_is_said_with_its_place() -> None:
    assert wrong(",A,B,C\nA,0,1.5,x\nB,nan,0\nC,inf,0,-2\n") == [
        "Rij 2, kolom 3: 1.5 ligt niet tussen -1 en 1. Pas het getal aan.",
        "Rij 2, kolom 4: “x” is geen getal tussen -1 en 1 en geen woord dat we kennen.",
        "Rij 3: Deze rij is korter dan er factoren zijn (3). Vul de rij aan; 0 is geen relatie.",
        "Rij 3, kolom 2: “nan” is geen getal tussen -1 en 1 en geen woord dat we kennen.",
        "Rij 4, kolom 2: “inf” is geen getal tussen -1 en 1 en geen woord dat we kennen.",
        "Rij 4, kolom 4: -2 ligt niet tussen -1 en 1. Pas het getal aan.",
    ]


def test_a_row_that_is_too_long_is_said() -> None:
    assert wrong(",A,B\nA,0,1\nB,0,0,1\n") == [
        "Rij 3: Deze rij is langer dan er factoren zijn. Haal weg wat te veel is.",
    ]
    assert wrong(",A,B\nA,0,1\n") == [
        "De tabel is niet vierkant: 1 rijen met een naam en 2 kolommen. Elke factor heeft een rij en een kolom.",
        "Rij 1, kolom 3: “B” heeft een kolom en geen rij. Geef elke factor allebei.",
    ]


def test_names_stand_once_in_a_row_and_once_in_a_column() -> None:
    assert wrong(",A,a,\u202eB\nA,0,0,0\n,0,0,0\nZ,0,0,0\n") == [
        "Rij 1, kolom 3: “a” staat er twee keer. Geef er één een andere naam.",
        "Rij 1, kolom 4: Hier staat een onzichtbaar teken in. Typ de tekst opnieuw.",
        "Rij 3, kolom 1: Hier staat geen naam. Geef elke factor een naam.",
        "Rij 4, kolom 1: “Z” heeft een rij en geen kolom. Geef elke factor allebei.",
        "Rij 1, kolom 4: “?B” heeft een kolom en geen rij. Geef elke factor allebei.",
    ]
    assert wrong(f",{'n' * 201}\n{'n' * 201},0\n")[0].endswith(
        "hoogstens 200 tekens. Maak het korter."
    )


def test_a_table_that_is_too_large_is_refused() -> None:
    names = [f"F{number}" for number in range(201)]
    rows = [f"{name}{',0' * 201}" for name in names]

    assert wrong("\n".join(["," + ",".join(names), *rows]))[0].startswith(
        "Een kaart heeft hoogstens 200"
    )


def test_what_acts_on_itself_is_asked_about_and_left_out_of_a_map_with_its_number() -> None:
    text = ",A,B\nA,0.4,0.9\nB,0,0\n"

    assert noted(text) == [
        "Rij 2, kolom 2: “A” werkt op zichzelf (0,4). Klopt dat? Zet er anders 0."
    ]
    found = read("kaart.csv", text.encode())
    with translation.override("nl"):
        assert [str(one) for one in found.remarks] == [
            "Rij 2, kolom 2: “A” werkt op zichzelf (0,4). Dat nemen we niet over in een kaart."
        ]
    assert [(one.source, one.target) for one in found.document.relations] == [("a", "b")]


@pytest.mark.parametrize("text", ["", "  \n ", ",", "A,B", "x\ny\n", ",A\n"])
def test_a_file_without_a_map_is_refused(text: str) -> None:
    (sentence,) = wrong(text)

    assert sentence.startswith(("Hier staat geen kaart in.", "Dit bestand is leeg."))


def test_a_file_that_is_too_large_is_refused() -> None:
    assert wrong(b"x" * (LARGEST + 1))[0].startswith("Dit bestand is groter dan 4 MB.")


def test_broken_quotes_are_said_with_their_line() -> None:
    (sentence,) = wrong(',A\n"A"x,0\n')

    assert sentence.startswith("Rij 2: Deze regel is niet te lezen als CSV.")


def test_a_file_of_an_old_spreadsheet_is_read_and_said() -> None:
    content = ";Cliënt;Zorg\nCliënt;0;1\nZorg;0;0\n".encode("cp1252")

    assert noted(content) == ["Dit bestand is niet in UTF-8. Kijk of de namen goed overkwamen."]
    assert read_matrix("x", content)[0].names == ("Cliënt", "Zorg")
    assert read_matrix("x", ";É\nÉ;0\n".encode("utf-16"))[0].names == ("É",)


def test_a_number_that_a_word_only_comes_near_is_said_with_its_cell() -> None:
    content = b";B;A\nA;0,37;0\nB;0;-0,05\n"

    with translation.override("nl"):
        assert [str(one) for one in read("x.csv", content).remarks] == [
            "Rij 2, kolom 2: 0,37 wordt “zwak”, en dat telt als 0,3.",
            "Rij 3, kolom 3: -0,05 wordt “zeer zwak”, en dat telt als -0,1.",
        ]
    assert not read("x.csv", b",A,B\nA,0,0.3\nB,-0.1,0\n").remarks
    assert noted(content) == [], "who plays with the numbers keeps them"


def test_a_map_of_numbers_becomes_one_of_words() -> None:
    found = read(
        "Mijn kaart.csv",
        ",Ärger & Co,Ärger Co,***\nÄrger & Co,0,-0.75,0\nÄrger Co,0,0,0.1\n***,0,0,0\n".encode(),
    )

    assert found.document.title == "Mijn kaart"
    assert [one.key for one in found.document.factors] == ["arger-co", "arger-co-2-2", "factor-3"]
    assert [(one.sign, one.strength) for one in found.document.relations] == [
        (Sign.LESS, Strength.STRONG),
        (Sign.MORE, Strength.VERY_WEAK),
    ]
    assert check(found.document) == ()


names = some.lists(
    some.sampled_from(HOSTILE) | some.text("ab é=+-'\"", min_size=1, max_size=6).filter(str.strip),
    min_size=1, max_size=5, unique_by=lambda name: " ".join(name.casefold().split()),
)  # fmt: skip


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(names, some.data())
@pytest.mark.parametrize("kind", list(Format))
def test_a_map_comes_back_from_every_format(
    kind: Format, given: list[str], data: some.DataObject
) -> None:
    factors = tuple(Factor(f"f{n}", Level.MICRO, name.strip()) for n, name in enumerate(given))
    relations = tuple(
        Relation(f"r{a}-{b}", f"f{a}", f"f{b}", sign=data.draw(some.sampled_from(Sign)), strength=data.draw(some.sampled_from(Strength)))
        for a in range(len(given)) for b in range(len(given)) if a != b and data.draw(some.booleans())
    )  # fmt: skip
    document = MapDocument("Kaart", factors=factors, relations=relations)

    content = write(document, kind)
    found = read(f"Kaart.{kind}", content)

    assert write(document, kind) == content
    assert found.matrix.names == matrix_of(document).names
    assert {w: (o.sign, o.strength) for w, o in found.matrix.weights.items()} == {
        w: (o.sign, o.strength) for w, o in matrix_of(document).weights.items()
    }


def test_json_brings_everything_back_and_graphml_all_but_evidence_and_definitions() -> None:
    assert read("x.json", write(MAP, Format.JSON)).document == MAP
    found = read("x.graphml", write(MAP, Format.GRAPHML)).document

    assert found.title == "Starten"
    assert found.factors == MAP.factors
    assert [one.evidence for one in found.relations] == [(), (), ()]
    assert found.relations[1:] == MAP.relations[1:]
    assert found.relations[0].turns == "te veel"
    assert not found.relations[1].directed


def test_no_cell_that_goes_out_is_a_formula() -> None:
    document = MapDocument(
        "x", factors=tuple(Factor(f"f{n}", Level.MICRO, name) for n, name in enumerate(HOSTILE))
    )

    page = write(document, Format.CSV).decode("utf-8-sig")
    assert not any(
        cell.strip('"').startswith(("=", "+", "-", "@"))
        for line in page.splitlines()
        for cell in line.split(",")[:1]
    )
    sheet = zipfile.ZipFile(io.BytesIO(write(document, Format.XLSX))).read(
        "xl/worksheets/sheet1.xml"
    )
    assert b"<f" not in sheet
    cells = (
        CalamineWorkbook.from_filelike(io.BytesIO(write(document, Format.XLSX)))
        .get_sheet_by_index(0)
        .to_python()
    )
    assert cells[1][0] == '\'=HYPERLINK("x")'


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 90, b"PK\x05\x06" + b"\0" * 18]
)
def test_a_broken_spreadsheet_is_refused(content: bytes) -> None:
    assert wrong(content, "kaart.xlsx")[0].startswith(
        "Dit bestand is niet te openen als rekenblad."
    )


def packed(**parts: bytes) -> bytes:
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return page.getvalue()


def test_a_spreadsheet_of_something_else_or_too_large_is_refused() -> None:
    assert wrong(packed(word=b"x"), "kaart.xlsx")[0].startswith("Dit bestand is niet te openen")
    assert wrong(packed(bomb=b"0" * 50_000_001), "x.xlsx")[0].startswith(
        "Dit bestand is uitgepakt te groot."
    )


GRAPH = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}<graph edgedefault="{way}">{inside}</graph></graphml>'
WEIGHT = '<key id="d0" for="edge" attr.name="Weight" attr.type="double"/><key id="d1" for="node" attr.name="label"/>'


def graph(inside: str, keys: str = WEIGHT, way: str = "directed") -> bytes:
    return GRAPH.format(inside=inside, keys=keys, way=way).encode()


AB = '<node id="A b"><data key="d1">Alfa</data></node><node id="b"/>'


def test_a_graph_of_another_program_is_a_map() -> None:
    content = graph(
        AB
        + '<edge source="A b" target="b"><data key="d0">-0.5</data></edge><edge source="b" target="b"/>'
    )

    found = read("net.xml", content)

    assert found.matrix.names == ("Alfa", "b")
    assert numbers(found.matrix)[0, 1] == -0.5
    assert [one.key for one in found.document.factors] == ["a-b", "b"]
    assert found.document.title == "net"
    assert len(found.document.relations) == 1
    with translation.override("nl"):
        assert [str(one) for one in found.remarks] == [
            "Relatie 2: “b” werkt op zichzelf (?). Dat nemen we niet over in een kaart."
        ]


def test_labels_of_yed_are_names_and_an_undirected_graph_acts_both_ways() -> None:
    label = '<data key="d9"><y:ShapeNode xmlns:y="http://www.yworks.com/xml/graphml"><y:NodeLabel>Rust</y:NodeLabel></y:ShapeNode></data>'
    content = graph(
        f'<node id="n0">{label}</node><node id="n1"/><edge source="n0" target="n1"><data key="d0">1</data></edge>',
        way="undirected",
    )

    found = read("x.graphml", content)

    assert found.matrix.names == ("Rust", "n1")
    assert numbers(found.matrix) == {(0, 1): 1, (1, 0): 1}
    assert len(found.remarks) == 1, "an edge stands once in the file"
    assert not found.document.relations[0].directed


def test_what_is_wrong_with_a_graph_is_said_at_once() -> None:
    assert wrong(graph(""), "x.graphml") == ["Er staan geen factoren in dit bestand."]
    twice = '<edge source="b" target="A b"/><edge source="b" target="A b"><data key="d0">2</data></edge>'
    last = '<edge source="c" target="b"><data key="d0">veel</data></edge>'
    odd = f'<node id=""/><node id="b"/><node id="&#x202e;"/><node id="{"n" * 201}"/>'
    assert wrong(graph(AB + odd + twice + last), "x.graphml") == [
        "Factor 3: Hier staat geen naam. Geef elke factor een naam.",
        "Factor 4: “b” staat er twee keer. Geef er één een andere naam.",
        "Factor 5: Hier staat een onzichtbaar teken in. Typ de tekst opnieuw.",
        "Factor 6: Dit is te lang: hoogstens 200 tekens. Maak het korter.",
        "Relatie 2: Deze relatie staat er twee keer. Voeg ze samen.",
        "Relatie 3: Er is geen factor “c” in deze kaart.",
        "Relatie 2: 2 ligt niet tussen -1 en 1. Pas het getal aan.",
        "Relatie 3: “veel” is geen getal tussen -1 en 1 en geen woord dat we kennen.",
    ]
    many = "".join(f'<node id="n{number}"/>' for number in range(201))
    assert wrong(graph(many), "x.graphml")[0].startswith("Een kaart heeft hoogstens 200")


@pytest.mark.parametrize(
    "start", ['<!DOCTYPE g [<!ENTITY a "b">]>', '<!DOCTYPE g SYSTEM "file:///etc/passwd">']
)
def test_a_graph_that_fetches_something_is_refused(start: str) -> None:
    assert wrong(start.encode() + graph(AB), "x.graphml")[0].startswith(
        "Dit bestand haalt er iets anders bij"
    )


@pytest.mark.parametrize(
    "content",
    [
        b"<",
        b"<graphml>",
        b"<html></html>",
        b"<\xff\xfe>",
        b'<?xml version="1.0" encoding="x"?><a/>',
    ],
)
def test_xml_of_something_else_is_refused(content: bytes) -> None:
    assert wrong(content, "x.graphml")[0].endswith(
        "Dit is geen GraphML. Exporteer de kaart opnieuw."
    )


def test_json_in_another_encoding_or_that_contradicts_itself_is_refused() -> None:
    assert wrong(b'{"\xff', "x.json") == ["Dit is geen JSON. Exporteer de kaart opnieuw."]
    assert wrong(MapDocument("").to_json(), "x.json") == [
        "Titel: De kaart heeft geen titel. Geef haar een naam."
    ]


@settings(deadline=None, max_examples=150)
@given(
    some.binary(max_size=60),
    some.sampled_from([b"", b"PK\x03\x04", b"<graphml", b"{", b",A\nA,"]),
    some.sampled_from(Format),
)
def test_whatever_comes_in_is_a_map_or_a_sentence(rest: bytes, start: bytes, kind: Format) -> None:
    try:
        found = read(f"x.{kind}", start + rest)
    except UnusableError as error:
        said = str(error)
    else:
        said = found.document.title

    assert said


def test_the_schema_names_what_a_map_holds_and_no_more() -> None:
    schema = json.loads(
        (Path(__file__).parent.parent / "formats" / "map.schema.json").read_text("utf-8")
    )
    whole = json.loads(MAP.to_json())

    assert set(schema["properties"]) == set(whole)
    for part in ("definition", "factor", "relation", "evidence"):
        assert schema["$defs"][part]["additionalProperties"] is False
    assert set(schema["$defs"]["factor"]["properties"]) == set(whole["factors"][0])
    assert set(schema["$defs"]["relation"]["properties"]) == set(whole["relations"][0])
    assert set(schema["$defs"]["definition"]["properties"]) == set(whole["definitions"][0])
    assert set(schema["$defs"]["evidence"]["properties"]) == set(
        whole["relations"][0]["evidence"][0]
    )
    for words, name in (
        (Level, "level"),
        (Sign, "sign"),
        (Strength, "strength"),
        (Process, "process"),
        (Kind, "kind"),
    ):
        assert schema["$defs"][name]["enum"] == [str(one) for one in words]


def test_a_name_may_begin_with_anything_and_a_file_may_be_called_otherwise() -> None:
    assert csv("{x},<y>\n<y>,0\n").names == ("<y>",)
    assert read("kaart.txt", write(MAP, Format.JSON)).document == MAP
    assert read("kaart.txt", write(MAP, Format.XLSX)).matrix.names == matrix_of(MAP).names
    assert wrong("no json", "kaart.json") == [
        "Rij 1: Dit is geen JSON. Exporteer de kaart opnieuw."
    ]


def test_a_sheet_may_hold_years_and_truths_as_names_and_nonsense_as_weights() -> None:
    sheet = (
        "<sheetData><row><c/><c><v>2024</v></c></row>"
        '<row><c><v>2024</v></c><c t="b"><v>1</v></c></row></sheetData>'
    )
    parts = zipfile.ZipFile(io.BytesIO(write(MAP, Format.XLSX)))
    other = {name: parts.read(name) for name in parts.namelist()}
    before = other["xl/worksheets/sheet1.xml"].decode()
    start, end = before.index("<sheetData>"), before.index("</worksheet>")
    other["xl/worksheets/sheet1.xml"] = (before[:start] + sheet + before[end:]).encode()

    assert wrong(packed(**other), "x.xlsx") == [
        "Rij 2, kolom 2: “True” is geen getal tussen -1 en 1 en geen woord dat we kennen."
    ]


def test_a_number_that_is_none_is_no_weight() -> None:
    with pytest.raises(UnclearError):
        Weight.of_number(float("nan"))


def test_a_dense_map_of_many_factors_is_refused_as_a_map_and_runs_as_a_table() -> None:
    names = [f"F{number}" for number in range(80)]
    rows = ["," + ",".join(names), *(f"{name}{',0.1' * 80}" for name in names)]

    assert "hoogstens 5000 relaties" in wrong("\n".join(rows))[0]
    assert len(csv("\n".join(rows)).weights) == 6400
