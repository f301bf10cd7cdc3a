"""At fixed moments Noor says how the organisation is doing, in chosen words, for a count alone."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.library import shelf
from hartlijn.library.made import WrongError, read
from hartlijn.paths.actions import beginning, evaluating
from hartlijn.paths.evaluations import is_open, questions
from hartlijn.paths.models import Evaluation, Step
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_step, a_template, begun
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 1)


@pytest.fixture(autouse=True)
def on_the_day() -> Iterator[None]:
    """The day of the moment."""
    with time_machine.travel("2026-12-01T12:00:00+01:00", tick=False):
        yield


@pytest.fixture
def moment(work: Work) -> Step:
    """The moment on Noor's path at work."""
    body = a_body(steps=[a_step("evaluation", who=["starter"], kind="evaluation")])
    template = a_template(work.organisation, work.ines, body)
    found: Step = begun(template, work.noor, work.ines, unit=work.team).steps.get()
    return found


def test_every_question_is_about_the_organisation_in_both_languages() -> None:
    assert len(questions()) >= 5
    for one in questions():
        content = shelf.get("evaluation", one.key).content
        assert content.question.nl != content.question.en
        assert " je je " not in content.question.nl


def test_noor_chooses_words_and_may_choose_others(as_: SignIn, work: Work, moment: Step) -> None:
    noor, address = as_(work.noor), reverse("paths:evaluation", args=[moment.pk])

    noor.post(address, {"onboarding-time": "enough", "talks": "seldom"})
    noor.post(address, {"onboarding-time": "sometimes", "mistakes": ""})

    said = Evaluation.objects.visible_to(work.noor).values_list("moment", "question", "word")
    assert list(said) == [("evaluation", "onboarding-time", "sometimes")]
    shown = noor.get(address).content.decode()
    assert 'value="sometimes"' in shown
    assert shown.count("checked") == len(questions())


def test_the_same_word_again_keeps_its_day(work: Work, moment: Step) -> None:
    evaluating.say(moment, {"talks": "mostly"}, by=work.noor)
    Evaluation.objects.update(said_on=DAY - timedelta(days=3))

    evaluating.say(moment, {"talks": "mostly", "mistakes": "seldom"}, by=work.noor)

    days = dict(Evaluation.objects.values_list("question", "said_on"))
    assert days == {"talks": DAY - timedelta(days=3), "mistakes": DAY}


def test_another_word_than_those_that_are_there_is_refused_and_nothing_is_lost(
    as_: SignIn, work: Work, moment: Step
) -> None:
    answer = as_(work.noor).post(
        reverse("paths:evaluation", args=[moment.pk]),
        {"onboarding-time": "splendid", "talks": "seldom"},
    )

    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "Kies een van de woorden die er staan." in shown
    assert not Evaluation.objects.exists()
    assert "checked" in shown


def test_for_everybody_else_it_does_not_exist(
    as_: SignIn, work: Work, moment: Step, stranger: Person
) -> None:
    evaluating.say(moment, {"talks": "mostly"}, by=work.noor)

    for reader in (work.sam, work.fatima, work.ines, stranger):
        answer = as_(reader).get(reverse("paths:evaluation", args=[moment.pk]))
        assert answer.status_code == 404
        assert not Evaluation.objects.visible_to(reader).exists()
        with pytest.raises(Refused, match="Alleen wie het traject loopt"):
            evaluating.say(moment, {"talks": "seldom"}, by=reader)


def test_that_she_answered_does_not_show_on_the_step(work: Work, moment: Step) -> None:
    evaluating.say(moment, {"talks": "mostly"}, by=work.noor)

    moment.refresh_from_db()
    assert moment.done_on is None


def test_a_moment_is_open_from_a_week_before_until_a_month_after() -> None:
    assert not is_open(None, DAY)
    assert [is_open(DAY, DAY + timedelta(days=one)) for one in (-8, -7, 0, 31, 32)] == [
        False, True, True, True, False,
    ]  # fmt: skip


def test_outside_of_it_the_page_says_so_and_keeps_what_was_said(
    as_: SignIn, work: Work, moment: Step
) -> None:
    address = reverse("paths:evaluation", args=[moment.pk])
    evaluating.say(moment, {"talks": "mostly"}, by=work.noor)

    Step.objects.update(due_on=DAY - timedelta(days=60))
    noor = as_(work.noor)
    assert "nu niet open" in noor.get(address).content.decode()
    refused = noor.post(address, {"talks": "seldom"})
    assert refused.status_code == 422
    assert "nu niet open" in refused.content.decode()
    Step.objects.update(due_on=DAY)
    beginning.end(moment.side, by=work.ines)
    assert "afgesloten" in noor.get(address).content.decode()
    assert Evaluation.objects.get().word == "mostly"


def test_figures_get_rows_by_path_of_a_stretch_of_days(work: Work, moment: Step) -> None:
    evaluating.say(moment, {"talks": "mostly"}, by=work.noor)
    side = moment.side

    found = Evaluation.objects.said_between(DAY, DAY).to_count()

    assert list(found) == [(side.organisation_id, side.path_id, "talks", "mostly")]
    later = DAY + timedelta(days=1)
    assert not Evaluation.objects.said_between(later, later).exists()


def test_a_word_twice_is_no_question() -> None:
    word = {"key": "yes", "said": {"nl": "ja", "en": "yes"}}
    body = {
        "question": {"nl": "Was er tijd?", "en": "Was there time?"},
        "words": [word, word],
        "place": 1,
        "source": "Eigen",
        "licence": "CC-BY-4.0",
    }

    with pytest.raises(WrongError, match="twee keer"):
        read("evaluation", body)
