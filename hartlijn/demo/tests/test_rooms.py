"""No room of duty, agreement or talk stands empty for the person for whom it matters."""

import pytest
from django.utils import timezone

from hartlijn.agreements.models import to_reread
from hartlijn.demo.cast import BY_KEY
from hartlijn.learning.models import Planned
from hartlijn.learning.shelves import assignments
from hartlijn.onetoones.models import Rhythm
from hartlijn.people.duty import lines_for
from hartlijn.people.models import Person

pytestmark = pytest.mark.usefixtures("demo")


def one(key: str) -> Person:
    person: Person = Person.objects.get(pk=BY_KEY[key].id)
    return person


@pytest.mark.parametrize("key", ["noor", "mila", "sam", "fatima"])
def test_there_is_a_line_to_call(key: str) -> None:
    assert lines_for(one(key), timezone.now())


def test_only_who_did_not_read_the_agreement_is_asked() -> None:
    asked = {key for key in ("noor", "mila", "sam", "fatima") if to_reread(one(key))}

    assert asked == {"noor"}


@pytest.mark.parametrize("key", ["sam", "fatima"])
def test_who_leads_or_walks_along_has_a_rhythm(key: str) -> None:
    assert Rhythm.objects.filter(owner=one(key)).exists()


def test_the_cohort_of_noor_and_joost_has_a_plan_that_is_not_over() -> None:
    known = assignments()
    for key in ("noor", "joost"):
        plan = list(Planned.objects.visible_to(one(key)).order_by("on_day"))

        assert {lesson.assignment for lesson in plan} <= set(known)
        assert plan[0].on_day < timezone.localdate() < plan[-1].on_day
