"""A map says which dialogue changed it, to who may read of that dialogue."""

import re
from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from hartlijn.dialogues.actions import changing, guiding, leads
from hartlijn.dialogues.models import Dialogue
from hartlijn.factors.models import FactorMap, Finding, MapVersion
from hartlijn.factors.tests.factories import a_map
from hartlijn.people.models import Organisation, Person

SignIn = Callable[[Person], Client]


def changed_by_it(client: Client, map_: FactorMap, reference: str) -> MapVersion:
    client.post(
        reverse("factors:map_title", args=[map_.pk]),
        {
            "title": "Na de dialoog",
            "after": map_.newest.number,
            "because": "De zaal zag het anders",
            "changed_by": "editing",
            "occasion": reference,
        },
    )
    return map_.newest


def test_a_version_names_the_dialogue_that_changed_it(
    as_: SignIn, rosa: Person, school: Organisation, hall: Dialogue
) -> None:
    map_ = a_map(school, rosa)

    version = changed_by_it(as_(rosa), map_, hall.reference)

    assert (version.number, version.changed_by, version.reference) == (
        2,
        "dialogue",
        hall.reference,
    )
    there = reverse("dialogues:changes", args=[hall.pk])
    listed = as_(rosa).get(reverse("factors:map_versions", args=[map_.pk])).content.decode()
    assert f'href="{there}"' in listed
    assert "Na de dialoog" in as_(rosa).get(there).content.decode()


def test_who_may_not_read_of_the_dialogue_sees_neither_title_nor_address(
    as_: SignIn, rosa: Person, school: Organisation, hall: Dialogue, stranger: Person
) -> None:
    map_ = a_map(school, rosa)
    changed_by_it(as_(rosa), map_, hall.reference)
    map_.is_public = True
    map_.save()

    page = as_(stranger).get(reverse("factors:map_versions", args=[map_.pk])).content.decode()

    assert "dialoog" in page
    assert hall.title not in page
    assert str(hall.pk) not in page


def test_what_everybody_reads_names_no_map_or_finding_of_the_organisation(
    as_: SignIn, rosa: Person, school: Organisation, hall: Dialogue, client: Client
) -> None:
    map_ = a_map(school, rosa)
    changed_by_it(as_(rosa), map_, hall.reference)
    put = hall.put.get(order=1)
    hall.contributions.create(number=1, kind="finding", put=put, text="Tijd.")
    guiding.reveal_finding(put, by=rosa)
    put.refresh_from_db()
    changing.next_version(put, text="Heel anders.", because="Zo zit het.", by=rosa)
    as_(rosa).post(reverse("dialogues:publish", args=[hall.pk]))
    there = reverse("dialogues:changes", args=[hall.pk])

    page = client.get(there).content.decode()
    assert "Na de dialoog" not in page
    assert str(map_.pk) not in page
    assert "Heel anders." not in page

    FactorMap.objects.update(is_public=True)
    Finding.objects.update(is_public=True)
    page = client.get(there).content.decode()
    assert "Na de dialoog" in page
    assert "Heel anders." in page


def test_a_dialogue_of_somebody_else_is_not_on_offer(
    as_: SignIn, rosa: Person, school: Organisation, hall: Dialogue, lotte: Person
) -> None:
    map_ = a_map(school, rosa)
    page = as_(lotte).get(reverse("factors:map_title", args=[map_.pk])).content.decode()

    assert not re.search(r'name="occasion"', page)
    assert changed_by_it(as_(lotte), map_, hall.reference).reference == ""


def test_a_dialogue_is_chosen_and_not_typed(
    as_: SignIn, rosa: Person, school: Organisation, hall: Dialogue
) -> None:
    map_ = a_map(school, rosa)
    form = {"title": "Anders", "after": 1, "because": "Zo", "changed_by": "editing"}

    answer = as_(rosa).post(
        reverse("factors:map_title", args=[map_.pk]), {**form, "reference": hall.reference}
    )

    assert answer.status_code == 422
    assert map_.newest.number == 1


def test_the_way_of_a_finding_goes_on_to_what_is_taken_up_for_who_may_follow_it(
    as_: SignIn, rosa: Person, hall: Dialogue, client: Client
) -> None:
    put = hall.put.get(order=1)
    hall.contributions.create(number=1, kind="finding", put=put, text="Tijd.")
    guiding.reveal_finding(put, by=rosa)
    put.refresh_from_db()
    version = changing.next_version(put, text="Heel anders.", because="Zo zit het.", by=rosa)
    guiding.gather(hall, by=rosa)
    leads.add(hall, {"kind": "education", "text": "De school oefent het."}, by=rosa)
    changing.publish(hall, is_public=True, by=rosa)
    Finding.objects.update(is_public=True)
    pages = (
        reverse("factors:finding", args=[version.finding_id]),
        reverse("dialogues:changes", args=[hall.pk]),
    )

    for there in pages:
        assert "De school oefent het." in as_(rosa).get(there).content.decode()
        public = client.get(there).content.decode()
        assert "Heel anders." in public
        assert "De school oefent het." not in public
