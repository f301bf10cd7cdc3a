"""A map in versions: who writes them, who reads them, and that nothing of one changes."""

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, transaction
from django.utils.translation import override

from hartlijn.factors.actions import maps
from hartlijn.factors.actions.meanwhile import ChangedMeanwhile
from hartlijn.factors.models import FactorMap, MapVersion
from hartlijn.factors.portable import PARTS
from hartlijn.factors.remarks import UnusableError
from hartlijn.factors.shipped import first_map
from hartlijn.factors.tests.factories import SMALL, TIME, a_map
from hartlijn.lib.verdict import Refused
from hartlijn.people.actions.erasure import erase
from hartlijn.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
OTHER = replace(SMALL, factors=(replace(TIME, name="Tijd"), *SMALL.factors[1:]), title="Begin")


def test_rosa_begins_with_the_map_that_comes_along(school: Organisation, rosa: Person) -> None:
    map_ = a_map(school, rosa, first_map("resilience"))

    assert map_.newest.number == 1
    assert map_.newest.document == first_map("resilience")
    assert map_.newest.document.definitions[0].text_en


def test_every_version_says_what_changed_it(school: Organisation, rosa: Person) -> None:
    map_ = a_map(school, rosa)
    second = maps.new_version(
        map_, OTHER, because="Zo zei de groep het", changed_by="dialogue", by=rosa, after=1
    )

    assert (second.number, second.changed_by) == (2, "dialogue")
    assert MapVersion.objects.get(map=map_, number=1).document == SMALL
    assert FactorMap.objects.get().title == "Begin"
    assert maps.new_version(map_, OTHER, because="Nog eens", by=rosa).number == 2


def test_who_comes_second_is_told(school: Organisation, rosa: Person, lotte: Person) -> None:
    map_ = a_map(school, rosa)
    maps.new_version(map_, OTHER, because="Eerst", by=rosa, after=1)

    with pytest.raises(ChangedMeanwhile, match="Iemand anders"):
        maps.new_version(map_, SMALL, because="Ook", by=lotte, after=1)


def test_a_map_that_makes_no_sense_is_not_kept(school: Organisation, rosa: Person) -> None:
    with pytest.raises(UnusableError):
        a_map(school, rosa, replace(SMALL, factors=SMALL.factors[:1]))

    assert not FactorMap.objects.exists()


def test_only_who_keeps_it_changes_it(
    school: Organisation, rosa: Person, joost: Person, ines: Person, lotte: Person
) -> None:
    map_ = a_map(school, rosa)

    for other in (joost, ines):
        for act in (maps.publish, maps.take_back):
            with pytest.raises(Refused, match="onderzoeker"):
                act(map_, by=other)
        with pytest.raises(Refused, match="onderzoeker"):
            maps.new_version(map_, OTHER, because="Nee", by=other)
        with pytest.raises(Refused, match="onderzoeker"):
            a_map(school, other)
    assert maps.new_version(map_, OTHER, because="Ja", by=lotte).number == 2


def test_members_read_it_and_others_once_it_is_public(
    school: Organisation, rosa: Person, joost: Person, ines: Person
) -> None:
    map_, nobody = a_map(school, rosa), AnonymousUser()

    def seen(viewer: Person | AnonymousUser) -> bool:
        return FactorMap.objects.visible_to(viewer).filter(pk=map_.pk).exists()

    assert [seen(one) for one in (rosa, joost, ines, nobody)] == [True, True, False, False]
    maps.publish(map_, by=rosa)
    assert [seen(one) for one in (ines, nobody)] == [True, True]
    assert MapVersion.objects.visible_to(nobody).exists()
    maps.take_back(map_, by=rosa)
    assert not seen(nobody)
    assert [len(FactorMap.objects.kept_by(one)) for one in (rosa, joost, nobody)] == [1, 0, 0]


def test_nothing_changes_a_version(school: Organisation, rosa: Person) -> None:
    a_map(school, rosa)

    changes: list[dict[str, Any]] = [{"because": "Anders"}, {"body": {}}, {"number": 7}]
    for change in changes:
        with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
            MapVersion.objects.update(**change)


def test_the_title_follows_the_reader(school: Organisation, rosa: Person) -> None:
    map_ = a_map(school, rosa)

    with override("en"):
        assert str(map_) == "Starting"
    with override("nl"):
        assert str(map_) == "Starten"


def test_who_leaves_takes_along_what_they_wrote_and_it_stays(
    school: Organisation, rosa: Person
) -> None:
    map_ = a_map(school, rosa)

    assert [row[:3] for row in PARTS[0].rows(rosa)] == [("Hogeschool Delta", "Starten", 1)]
    erase(rosa)
    map_.refresh_from_db()
    assert map_.made_by is None
    assert map_.newest.made_by is None
