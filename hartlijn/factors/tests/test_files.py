"""A map from a file and into one: a look first, a remark on every cell, nothing half kept."""

import io
import zipfile
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from conftest import SignIn
from hartlijn.factors import formats
from hartlijn.factors.document import MapDocument
from hartlijn.factors.models import FactorMap
from hartlijn.factors.tests.factories import SMALL, TIME, a_map
from hartlijn.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
SQUARE = b",Tijd,Rust\r\nTijd,0,0.7\r\nRust,?,0\r\n"


def upload(client: Client, content: bytes, name: str, *pk: object) -> tuple[int, str]:
    address = reverse("factors:map_bring_in" if pk else "factors:bring_in", args=pk)
    answer = client.post(address, {"file": SimpleUploadedFile(name, content)})
    return answer.status_code, answer.content.decode()


def keep(client: Client, document: MapDocument, school: Organisation, *pk: object) -> int:
    address = reverse("factors:map_keep" if pk else "factors:keep", args=pk)
    form = {
        "document": document.to_json(),
        "because": "Uit een bestand",
        "changed_by": "import",
        "organisation": str(school.pk),
        "after": "1",
    }
    return client.post(address, form).status_code


def test_a_table_is_looked_at_before_it_is_kept(
    as_: SignIn, rosa: Person, school: Organisation
) -> None:
    client = as_(rosa)
    status, page = upload(client, SQUARE, "groep.csv")

    assert status == 200
    assert "2 factoren, 2 relaties" in page
    assert "Tijd werkt op Rust" in page
    assert not FactorMap.objects.exists()
    document = formats.read("groep.csv", SQUARE).document
    assert keep(client, document, school) == 302
    version = FactorMap.objects.get().newest
    assert (version.document, version.changed_by) == (document, "import")


def test_a_file_becomes_the_next_version_and_says_what_differs(
    as_: SignIn, rosa: Person, school: Organisation
) -> None:
    map_, client = a_map(school, rosa), as_(rosa)
    other = replace(SMALL, factors=(replace(TIME, note="Nieuw"), *SMALL.factors[1:]))
    status, page = upload(client, other.to_json().encode(), "kaart.json", map_.pk)

    assert status == 200
    assert "<ins>Nieuw</ins>" in page
    assert keep(client, other, school, map_.pk) == 302
    assert map_.newest.document == other
    assert keep(client, SMALL, school, map_.pk) == 422, "another version came since"


def test_a_maps_own_table_changes_nothing_of_it(
    as_: SignIn, rosa: Person, school: Organisation
) -> None:
    map_, client = a_map(school, rosa), as_(rosa)
    table = client.get(reverse("factors:map_export", args=[map_.pk, "csv"])).content

    status, page = upload(client, table, "starten-1.csv", map_.pk)

    assert status == 200
    assert "Tussen deze versies is niets anders" in page
    assert "Onboarding time" in page, "travels along with what the file does not hold"
    assert "blijft zoals het was" in page


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b",A,B\nA,0,7\nB,x,0\n", "a.csv", "Rij 2, kolom 3: 7 ligt niet tussen -1 en 1"),
        (b",A,B\nA,0,7\nB,x,0\n", "a.csv", "Rij 3, kolom 2"),
        (b",A,A\nA,0,0\nA,0,0\n", "a.csv", "staat er twee keer"),
        (b",A,B\nA,0\n", "a.csv", "niet vierkant"),
        (b"", "a.csv", "leeg"),
        (b"PK\x03\x04 no zip", "a.xlsx", "niet te openen als rekenblad"),
        (b"<graphml", "a.graphml", "geen GraphML"),
        (b"{", "a.json", "geen JSON"),
        (b'{"format": "hartlijn-map", "version": 1}', "a.json", "ontbreekt"),
    ],
)
def test_a_broken_file_says_where(
    as_: SignIn, rosa: Person, content: bytes, name: str, sentence: str
) -> None:
    status, page = upload(as_(rosa), content, name)

    assert status == 422
    assert escape(sentence) in page
    assert not FactorMap.objects.exists()


def test_what_is_worth_knowing_stands_with_the_preview(as_: SignIn, rosa: Person) -> None:
    status, page = upload(as_(rosa), b",A,B\nA,0.5,1\nB,0,0\n", "a.csv")

    assert status == 200
    assert "werkt op zichzelf" in page


def test_what_travels_along_in_the_form_is_read_again(
    as_: SignIn, rosa: Person, school: Organisation
) -> None:
    client = as_(rosa)
    broken = replace(SMALL, factors=SMALL.factors[:1])

    assert keep(client, broken, school) == 302, "back to the choice of a file"
    assert client.post(reverse("factors:keep"), {"document": "x"}).status_code == 302
    assert client.post(reverse("factors:keep"), {"document": SMALL.to_json()}).status_code == 422
    assert not FactorMap.objects.exists()


@pytest.mark.parametrize("kind", list(formats.Format))
def test_every_format_comes_back(
    as_: SignIn, rosa: Person, school: Organisation, kind: formats.Format
) -> None:
    map_ = a_map(school, rosa)
    answer = as_(rosa).get(reverse("factors:map_export", args=[map_.pk, kind.value]))

    assert answer.status_code == 200
    assert f'filename="starten-1.{kind}"' in answer.headers["Content-Disposition"]
    read = formats.read(f"starten.{kind}", answer.content).document
    assert [one.name for one in read.factors] == [one.name for one in SMALL.factors]
    if kind is formats.Format.JSON:
        assert read == SMALL


def test_no_name_becomes_a_formula(as_: SignIn, rosa: Person, school: Organisation) -> None:
    document = replace(SMALL, factors=(replace(TIME, name="=HYPERLINK(1)"), *SMALL.factors[1:]))
    map_, client = a_map(school, rosa, document), as_(rosa)

    table = client.get(reverse("factors:map_export", args=[map_.pk, "csv"])).content.decode()
    assert "'=HYPERLINK(1)" in table
    assert ",=HYPERLINK" not in table
    sheet = client.get(reverse("factors:map_export", args=[map_.pk, "xlsx"])).content
    with zipfile.ZipFile(io.BytesIO(sheet)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_who_keeps_no_map_brings_none(as_: SignIn, joost: Person, school: Organisation) -> None:
    assert upload(as_(joost), SQUARE, "a.csv")[0] == 403
    assert keep(as_(joost), SMALL, school) == 403


def test_an_unknown_format_does_not_exist(as_: SignIn, rosa: Person, school: Organisation) -> None:
    map_ = a_map(school, rosa)

    assert as_(rosa).get(reverse("factors:map_export", args=[map_.pk, "pdf"])).status_code == 404
