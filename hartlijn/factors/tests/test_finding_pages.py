"""The pages of findings: written down, changed with a reason, and read with the whole way."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.factors.actions import findings, maps
from hartlijn.factors.editing import take_out_factor
from hartlijn.factors.models import Finding
from hartlijn.factors.tests.factories import a_map
from hartlijn.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
FORM = {
    "text": "Starters hebben tijd nodig.",
    "kind": "field",
    "source": "Praktijkverkenning",
    "factors": "Onboarding time\n\n inwerktijd \nRust",
    "because": "Uit de verkenning",
    "changed_by": "study",
    "reference": "",
    "after": "0",
}


def begun(client: Client, school: Organisation, **more: Any) -> tuple[int, str]:
    form = FORM | {"organisation": str(school.pk)} | more
    answer = client.post(reverse("factors:finding_begin"), form)
    return answer.status_code, answer.content.decode()


def test_the_way_of_a_finding_is_one_page(
    as_: SignIn, rosa: Person, joost: Person, school: Organisation
) -> None:
    map_, client = a_map(school, rosa), as_(rosa)
    assert begun(client, school, map=str(map_.pk))[0] == 302
    finding = Finding.objects.get()
    change = FORM | {
        "factors": ["Inwerktijd", "Rust"],
        "text": "Starters en teams hebben tijd nodig.",
        "because": "Zo zei de zaal het",
        "changed_by": "dialogue",
        "reference": "Dialoog van 3 mei",
        "after": "1",
    }
    address = reverse("factors:finding_next", args=[finding.pk])
    assert client.post(address, change).status_code == 302
    education = change | {"after": "2", "changed_by": "education", "because": "In jaar 4"}
    assert client.post(address, education).status_code == 302

    page = as_(joost).get(reverse("factors:finding", args=[finding.pk])).content.decode()
    for words in ("Onderzoek vond", "De praktijk zei", "Het onderwijs nam het over"):
        assert words in page
    assert "Dialoog van 3 mei" in page
    assert page.count("<blockquote>") == 2, "the same words are not said again"
    assert reverse("factors:factor", args=[map_.pk, "tijd"]) in page
    assert page.count("Inwerktijd") == 1, "named twice when it was typed, in two languages"
    assert rosa.name not in page
    factor = as_(joost).get(reverse("factors:factor", args=[map_.pk, "tijd"])).content.decode()
    assert "Starters en teams hebben tijd nodig." in factor
    listed = as_(joost).get(reverse("factors:findings")).content.decode()
    assert "Starters en teams" in listed


def test_a_factor_that_is_not_on_the_map_is_refused(
    as_: SignIn, rosa: Person, school: Organisation
) -> None:
    map_, client = a_map(school, rosa), as_(rosa)

    status, page = begun(client, school, map=str(map_.pk), factors="Rust\nVertrouwen")

    assert status == 422
    assert "Niet op deze kaart: Vertrouwen." in page
    assert "Rust\nVertrouwen</textarea>" in page
    assert not Finding.objects.exists()


def test_the_factors_of_a_known_map_are_there_to_choose(
    as_: SignIn, rosa: Person, school: Organisation
) -> None:
    map_, client = a_map(school, rosa), as_(rosa)
    address = f"{reverse('factors:finding_begin')}?map={map_.pk}"
    assert (
        '<input type="checkbox" name="factors" value="Rust"' in client.get(address).content.decode()
    )

    form = FORM | {"organisation": str(school.pk), "map": str(map_.pk), "factors": ["Rust"]}
    assert client.post(address, form | {"factors": ["Vertrouwen"]}).status_code == 422
    assert client.post(address, form).status_code == 302
    finding = Finding.objects.get()
    assert finding.newest.factors == ["Rust"]
    taken_out = take_out_factor(map_.newest.document, "rust")
    maps.new_version(map_, taken_out, because="Weg", by=rosa)
    page = client.get(reverse("factors:finding_next", args=[finding.pk])).content.decode()
    assert "Rust (niet meer op de kaart)" in page


def test_a_public_finding_is_in_the_list_of_everybody(
    as_: SignIn, rosa: Person, ines: Person, school: Organisation
) -> None:
    map_ = a_map(school, rosa)
    begun(as_(rosa), school, map=str(map_.pk))
    address = reverse("factors:findings")
    assert FORM["text"] not in as_(ines).get(address).content.decode()

    findings.publish(Finding.objects.get(), by=rosa)

    page = as_(ines).get(address).content.decode()
    assert FORM["text"] in page
    assert map_.title not in page, "its map is not public"
    assert map_.title in as_(rosa).get(address).content.decode()


def test_a_finding_needs_no_map(as_: SignIn, rosa: Person, school: Organisation) -> None:
    assert begun(as_(rosa), school)[0] == 302
    assert Finding.objects.get().map is None


def test_it_is_public_when_the_researcher_says_so(
    as_: SignIn, rosa: Person, school: Organisation
) -> None:
    begun(as_(rosa), school)
    finding = Finding.objects.get()
    address = reverse("factors:finding", args=[finding.pk])

    assert Client().get(address).status_code == 404
    assert as_(rosa).post(reverse("factors:finding_publish", args=[finding.pk])).status_code == 302
    assert Client().get(address).status_code == 200
    as_(rosa).post(reverse("factors:finding_take_back", args=[finding.pk]))
    assert Client().get(address).status_code == 404


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"text": ""}, "Hier staat nog niets"),
        ({"text": "\u202ex"}, "onzichtbaar teken"),
        ({"source": "x" * 9000}, "te lang"),
        ({"factors": "\n".join(f"f{n}" for n in range(30))}, "hooguit twintig"),
        ({"factors": "x" * 300}, "Kort hem in"),
        ({"kind": "x"}, "Kies iets uit de lijst"),
        ({"map": "x"}, "Kies iets uit de lijst"),
        ({"text": "\u200b \u2060"}, "Hier staat nog niets"),
    ],
)
def test_what_is_wrong_is_said_and_kept(
    as_: SignIn, rosa: Person, school: Organisation, more: dict[str, str], sentence: str
) -> None:
    status, page = begun(as_(rosa), school, **more)

    assert status == 422
    assert sentence in page
    assert "Uit de verkenning" in page
    assert not Finding.objects.exists()


def test_who_comes_second_loses_nothing(as_: SignIn, rosa: Person, school: Organisation) -> None:
    begun(as_(rosa), school)
    finding = Finding.objects.get()
    findings.next_version(finding, "Van een ander", because="Eerder", by=rosa)
    late = FORM | {"text": "Mijn woorden", "after": "1"}

    answer = as_(rosa).post(reverse("factors:finding_next", args=[finding.pk]), late)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Van een ander" in page
    assert "Mijn woorden" in page


def test_only_who_keeps_findings_writes_them(
    as_: SignIn, rosa: Person, joost: Person, ines: Person, school: Organisation
) -> None:
    begun(as_(rosa), school)
    finding = Finding.objects.get()

    assert begun(as_(joost), school)[0] == 403
    assert begun(as_(ines), school)[0] == 422, "not for an organisation of others"
    for person, status in ((joost, 403), (ines, 404)):
        address = reverse("factors:finding_next", args=[finding.pk])
        assert as_(person).get(address).status_code == status
