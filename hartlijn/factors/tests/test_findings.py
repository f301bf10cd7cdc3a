"""Findings, each with what became of it."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, transaction

from hartlijn.factors.actions import findings
from hartlijn.factors.actions.meanwhile import ChangedMeanwhile
from hartlijn.factors.models import Finding, FindingVersion
from hartlijn.factors.portable import PARTS
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Organisation, Person

pytestmark = pytest.mark.django_db


def begun(school: Organisation, by: Person) -> Finding:
    return findings.begin(
        school,
        "Starters hebben tijd nodig.",
        kind="literature",
        source="Overzicht van studies",
        because="Stond in het overzicht",
        factors=["Inwerktijd"],
        by=by,
    )


def test_a_dialogue_writes_the_next_version(school: Organisation, rosa: Person) -> None:
    finding = begun(school, rosa)
    second = findings.next_version(
        finding, "Starters hebben veel tijd nodig.", because="Zo zei men", reference="dialogue:1", by=rosa
    )  # fmt: skip
    third = findings.next_version(
        finding, "Starters en teams.", because="Typefout", by=rosa, after=2, factors=["Team"]
    )

    assert [one.changed_by for one in (second, third)] == ["dialogue", "editing"]
    assert second.factors == ["Inwerktijd"]
    assert (third.kind, third.source) == ("literature", "Overzicht van studies")
    assert finding.newest == third
    assert [row[2] for row in PARTS[1].rows(rosa)] == [1, 2, 3]
    with pytest.raises(ChangedMeanwhile, match="Iemand anders"):
        findings.next_version(finding, "Te laat", because="Ook", by=rosa, after=2)


def test_it_is_read_where_it_belongs(
    school: Organisation, rosa: Person, joost: Person, ines: Person
) -> None:
    finding, nobody = begun(school, rosa), AnonymousUser()

    assert Finding.objects.visible_to(joost).exists()
    assert not Finding.objects.visible_to(ines).exists()
    for act in (findings.publish, findings.take_back):
        with pytest.raises(Refused):
            act(finding, by=joost)
    findings.publish(finding, by=rosa)
    assert FindingVersion.objects.visible_to(nobody).exists()
    findings.take_back(finding, by=rosa)
    assert not FindingVersion.objects.visible_to(nobody).exists()
    assert [len(Finding.objects.kept_by(one)) for one in (rosa, joost)] == [1, 0]


def test_nothing_changes_a_version(school: Organisation, rosa: Person) -> None:
    begun(school, rosa)

    with pytest.raises(DatabaseError, match="never changes"), transaction.atomic():
        FindingVersion.objects.update(text="Anders")
