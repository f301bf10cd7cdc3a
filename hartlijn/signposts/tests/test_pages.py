"""Whom one can turn to: for everybody, with what the own organisations filled in."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import SignIn
from hartlijn.people.models import Organisation, Person, Role
from hartlijn.people.tests.factories import a_person, a_place, an_organisation
from hartlijn.signposts.models import OwnSignpost

pytestmark = pytest.mark.django_db
SIGNPOSTS = "/signposts/"


@pytest.fixture
def physician(employer: Organisation) -> OwnSignpost:
    """The employer said who its occupational physician is."""
    return OwnSignpost.objects.create(
        organisation=employer,
        kind=OwnSignpost.Kind.OCCUPATIONAL_PHYSICIAN,
        name="Arbodienst Scheldemond",
        phone="0118 555 100",
        reachable="Open spreekuur op dinsdag",
    )


def text(client: Client, address: str = SIGNPOSTS) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_noor_can_call_112_and_113_with_one_tap(as_: SignIn, noor: Person) -> None:
    page = text(as_(noor))

    assert 'href="tel:112"' in page
    assert 'href="tel:113"' in page
    assert 'href="tel:08000113"' in page
    assert page.index("tel:112") < page.index("De bedrijfsarts")
    assert "<script" not in page.split("<main")[1].split("</main>")[0]


def test_it_is_one_tap_from_every_page(as_: SignIn, noor: Person, ines: Person) -> None:
    for address in ("/", "/people/companions/", "/journal/write/", "/aftercare/"):
        answer = as_(noor).get(address)
        if answer.status_code == 200:
            foot = answer.content.decode().split("<footer")[1]
            assert f'href="{SIGNPOSTS}"' in foot, address
    assert f'href="{SIGNPOSTS}"' in text(as_(ines), "/")


def test_who_is_not_signed_in_has_no_link_to_it(client: Client, db: None) -> None:
    assert SIGNPOSTS not in client.get("/account/login/").content.decode()
    assert client.get(SIGNPOSTS).status_code == 302


def test_members_find_what_their_organisation_filled_in(
    as_: SignIn, noor: Person, sam: Person, physician: OwnSignpost
) -> None:
    for person in (noor, sam):
        page = text(as_(person))
        assert "Arbodienst Scheldemond" in page
        assert 'href="tel:0118555100"' in page
        assert "Open spreekuur op dinsdag" in page


def test_others_find_the_general_words(
    as_: SignIn, joost: Person, stranger: Person, otto: Person, physician: OwnSignpost
) -> None:
    for person in (joost, stranger, otto):
        page = text(as_(person))
        assert "Scheldemond" not in page
        assert "intranet" in page


def test_who_left_finds_the_general_words_again(
    as_: SignIn, employer: Organisation, physician: OwnSignpost, today: object
) -> None:
    tess = a_person("Tess")
    place = a_place(tess, employer)
    place.ends_on = place.starts_on
    place.save()

    assert "Scheldemond" not in text(as_(tess))


def test_students_find_the_dean_and_people_at_work_do_not(
    as_: SignIn, noor: Person, sam: Person, joost: Person, stranger: Person
) -> None:
    assert "De studentenpsycholoog" in text(as_(noor))
    assert "De decaan" in text(as_(stranger))  # we cannot know
    assert "De decaan" not in text(as_(sam))
    assert "De decaan" not in text(as_(joost))
    assert "De bedrijfsarts" in text(as_(joost))


def test_it_speaks_english(as_: SignIn, noor: Person) -> None:
    noor.language = "en"
    noor.save()

    page = text(as_(noor))

    assert "Whom can you turn to?" in page
    assert "Call 112" in page


def test_the_page_on_aftercare_informs_and_begins_nothing(as_: SignIn, noor: Person) -> None:
    page = text(as_(noor), "/aftercare/")
    main = page.split("<main")[1].split("</main>")[0]

    assert "Wat je kunt merken" in main
    assert "Wanneer je niet wacht" in main
    assert 'href="tel:113"' in main
    assert "<form" not in main
    assert "Impact/ARQ" in main


def test_it_asks_as_much_for_many_as_for_one(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.get(SIGNPOSTS)
    with CaptureQueriesContext(connection) as few:
        client.get(SIGNPOSTS)
    for number in range(5):
        place = an_organisation(f"Ook {number}")
        a_place(noor, place)
        OwnSignpost.objects.create(
            organisation=place, kind="confidential_adviser", name="Iemand", phone="112"
        )
    with CaptureQueriesContext(connection) as many:
        client.get(SIGNPOSTS)

    assert len(many) == len(few)


# ------------------------------------------------------------------ the desk


def own(organisation: Organisation, kind: str = "occupational_physician") -> str:
    return reverse("signposts:own", args=[organisation.pk, kind])


def test_ines_fills_in_who_it_is(as_: SignIn, ines: Person, employer: Organisation) -> None:
    client = as_(ines)

    answer = client.post(
        own(employer), {"name": "Dr. Voss", "phone": "0118 1234", "reachable": "dinsdag"}
    )

    assert answer.status_code == 302
    row = OwnSignpost.objects.get()
    assert (row.name, row.phone, row.organisation) == ("Dr. Voss", "0118 1234", employer)
    assert "Dr. Voss" in text(client, reverse("signposts:desk", args=[employer.pk]))


def test_saving_again_says_that_it_was_checked(
    as_: SignIn, ines: Person, employer: Organisation, physician: OwnSignpost, today: object
) -> None:
    OwnSignpost.objects.update(checked_on="2025-01-05")
    client = as_(ines)
    desk = reverse("signposts:desk", args=[employer.pk])
    assert "Langer dan een jaar niet nagekeken" in text(client, desk)

    shown = client.get(own(employer)).context["form"].initial
    client.post(own(employer), shown)

    assert OwnSignpost.objects.get().checked_on == today
    assert "Langer dan een jaar" not in text(client, desk)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": "", "phone": "112"}, "Naam"),
        ({"name": "Dr. V"}, "Vul een telefoonnummer in, of zeg wanneer en hoe."),
        ({"name": "Dr. V", "phone": "bel maar"}, "Dit is geen telefoonnummer."),
        ({"name": "Dr. V", "phone": "javascript:alert(1)"}, "Dit is geen telefoonnummer."),
        ({"name": "Dr.\u202eV", "phone": "112"}, "onzichtbaar teken"),
        ({"name": "x" * 121, "phone": "112"}, "120"),
        ({"name": "Dr. V", "phone": "1" * 21}, "20"),
    ],
)
def test_what_cannot_be_is_refused_and_stays_typed(
    as_: SignIn, ines: Person, employer: Organisation, typed: dict[str, str], said: str
) -> None:
    answer = as_(ines).post(own(employer), typed)

    assert answer.status_code == 422
    page = answer.content.decode()
    assert said in page
    assert not typed["name"] or "Dr." in page or "xxx" in page
    assert not OwnSignpost.objects.exists()


def test_a_signpost_can_go(
    as_: SignIn, ines: Person, employer: Organisation, physician: OwnSignpost
) -> None:
    address = reverse("signposts:remove", args=[employer.pk, physician.kind])
    assert as_(ines).get(address).status_code == 405

    as_(ines).post(address)
    as_(ines).post(address)

    assert not OwnSignpost.objects.exists()


def test_the_desk_of_another_does_not_exist(
    as_: SignIn,
    noor: Person,
    fatima: Person,
    lotte: Person,
    otto: Person,
    employer: Organisation,
    physician: OwnSignpost,
) -> None:
    for person in (noor, fatima, lotte, otto):
        for address in (
            reverse("signposts:desk", args=[employer.pk]),
            own(employer),
            reverse("signposts:remove", args=[employer.pk, physician.kind]),
        ):
            for answer in (as_(person).get(address), as_(person).post(address, {"name": "x"})):
                assert answer.status_code in {403, 404, 405}, (person.name, address)
    assert OwnSignpost.objects.get().name == "Arbodienst Scheldemond"


def test_only_a_school_has_a_dean(
    as_: SignIn, ines: Person, lotte: Person, employer: Organisation, school: Organisation
) -> None:
    assert as_(ines).get(own(employer, "dean")).status_code == 404
    assert as_(lotte).get(own(school, "dean")).status_code == 200
    assert as_(lotte).get(own(school, "nobody")).status_code == 404


def test_who_filled_it_in_is_not_kept(employer: Organisation) -> None:
    fields = {one.name for one in OwnSignpost._meta.fields}

    assert fields == {"id", "organisation", "kind", "name", "phone", "reachable", "checked_on"}


def test_it_goes_with_its_organisation(employer: Organisation, physician: OwnSignpost) -> None:
    employer.delete()

    assert not OwnSignpost.objects.exists()


def test_a_coordinator_of_a_second_place_reads_both(
    as_: SignIn, ines: Person, physician: OwnSignpost
) -> None:
    other = an_organisation("Ook hier")
    a_place(ines, other, Role.MEMBER)
    OwnSignpost.objects.create(
        organisation=other, kind=physician.kind, name="Arbo Zuid", reachable="altijd"
    )

    page = text(as_(ines))

    assert "Arbo Zuid" in page
    assert "Scheldemond" in page
