"""What waits goes along with its person, and goes with its person."""

from datetime import date

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from hartlijn.journal.models import Due
from hartlijn.journal.portable import PARTS
from hartlijn.journal.tests.waiting import waiting
from hartlijn.people.actions import erasure
from hartlijn.people.models import Membership, Organisation, Person

pytestmark = pytest.mark.django_db


def test_noor_takes_the_days_along_in_their_order_and_not_those_of_sam(
    noor: Person, sam: Person
) -> None:
    later, first = waiting(noor, date(2026, 12, 8)), waiting(noor, date(2026, 11, 30))
    waiting(sam, date(2026, 11, 30))
    (part,) = PARTS

    assert list(part.rows(noor)) == [
        (date(2026, 11, 30), str(first.pk)),
        (date(2026, 12, 8), str(later.pk)),
    ]
    assert [column.key for column in part.columns] == ["due_on", "letter"]


def test_when_noor_leaves_for_good_nothing_of_hers_waits(
    noor: Person,
    sam: Person,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    waiting(noor, date(2026, 11, 30))
    of_sam = waiting(sam, date(2026, 11, 30))

    with django_capture_on_commit_callbacks(execute=True):
        erasure.erase(noor)

    assert list(Due.objects.all()) == [of_sam]


def test_leaving_an_organisation_takes_nothing_away(noor: Person, employer: Organisation) -> None:
    row = waiting(noor, date(2026, 11, 30))

    Membership.objects.filter(organisation=employer).delete()

    assert Due.objects.get() == row


def test_there_is_nothing_in_a_row_but_whose_which_and_when() -> None:
    assert {field.name for field in Due._meta.fields} == {"envelope", "owner", "due_on"}
