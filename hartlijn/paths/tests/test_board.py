"""The board tells of conditions once a month, and never of fewer than eight paths."""

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.actions import board
from hartlijn.paths.board_figures import Seen, counted
from hartlijn.paths.models import Release, Step, Tick
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.on_board import A_DAY, MONTH, a_location, bare, page, paths_at
from hartlijn.people.models import Person
from hartlijn.people.tests.factories import a_person
from hartlijn.stats.disclosure import SMALLEST


@pytest.mark.django_db
def test_the_board_says_by_location_what_both_sides_say(work: Work) -> None:
    goes, veere = (a_location(work.organisation, name) for name in ("Goes", "Veere"))
    list(paths_at(work.template, goes, 9, organisation="late", starter="not_kept"))
    list(paths_at(work.template, veere, 9, organisation="kept", starter="kept"))
    board.freeze(work.organisation, MONTH)

    said = re.sub(r"\s+", " ", page(work.ines, work.organisation).text)

    assert "oktober 2026" in said
    organisation, starters = '<th scope="row">Organisatie</th>', '<th scope="row">Starters</th>'
    assert f"{organisation}<td>bijna geen</td><td>bijna alle</td>" in said
    assert f"{starters}<td>bijna geen</td><td>bijna geen</td>" in said
    assert f"{starters}<td>bijna alle</td><td>bijna geen</td>" in said
    assert '<th scope="row">Goes</th><td>bijna alle</td>' in said  # late steps


@pytest.mark.django_db
def test_a_folded_kind_says_where_it_is_often_late_and_who_says_so(work: Work) -> None:
    goes, veere = (a_location(work.organisation, name) for name in ("Goes", "Veere"))
    list(paths_at(work.template, goes, 9, organisation="late", starter="late"))
    list(paths_at(work.template, veere, 9, organisation="kept", starter="late"))
    board.freeze(work.organisation, MONTH)

    said = re.sub(r"\s+", " ", page(work.ines, work.organisation).text)
    own = re.sub(r"\s+", " ", page(veere.leader, work.organisation).text)

    assert "Vaak later nagekomen: Goes, Veere (zeggen starters)." in said
    assert "Vaak laat: Goes, Veere." in said
    assert said.count('<details class="kind" open>') == 2  # of the promises, and of the steps
    assert "Vaak later nagekomen: Veere (zeggen starters)." in own


@pytest.mark.django_db
def test_what_is_seldom_late_is_folded_until_somebody_wants_it_on_paper(work: Work) -> None:
    goes = a_location(work.organisation, "Goes")
    list(paths_at(work.template, goes, 9, organisation="kept", starter="not_kept"))
    Step.objects.update(done_on=A_DAY)
    board.freeze(work.organisation, MONTH)

    folded = page(work.ines, work.organisation).text
    paper = page(work.ines, work.organisation, "?view=paper").text

    assert "Minder dan de helft nagekomen: Goes (zeggen starters)." in folded
    assert "Meestal op tijd." in folded
    assert '<details class="kind" open>' not in folded
    assert '<details class="kind">' not in paper


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(1, SMALLEST))
def test_the_page_is_the_same_whatever_a_number_below_the_threshold(
    work: Work, number: int
) -> None:
    goes, veere = (a_location(work.organisation, name) for name in ("Goes", "Veere"))
    list(paths_at(work.template, goes, 9, organisation="kept", starter="late"))
    release = board.freeze(work.organisation, MONTH)
    none = bare(page(work.ines, work.organisation)), bare(page(veere.leader, work.organisation))
    release.delete()

    list(paths_at(work.template, veere, number, organisation="not_kept", starter="not_kept"))
    board.freeze(work.organisation, MONTH)

    few = bare(page(work.ines, work.organisation)), bare(page(veere.leader, work.organisation))
    assert few == none


@pytest.mark.django_db
def test_what_was_frozen_does_not_move(work: Work) -> None:
    goes = a_location(work.organisation, "Goes")
    list(paths_at(work.template, goes, 9, organisation="kept"))
    board.freeze(work.organisation, MONTH)
    before = bare(page(work.ines, work.organisation))

    Tick.objects.update(word="not_kept")
    Step.objects.update(done_on=A_DAY)
    board.freeze(work.organisation, MONTH)

    assert bare(page(work.ines, work.organisation)) == before


@pytest.mark.django_db
def test_a_month_counts_only_ticks_of_its_own_terms(work: Work) -> None:
    goes = a_location(work.organisation, "Goes")
    list(paths_at(work.template, goes, 9, organisation="kept"))

    other = board.body_of(work.organisation, date(2026, 11, 1))

    assert all(one["whole"] is None for one in (*other["promises"], *other["steps"]))


@pytest.mark.django_db
def test_the_month_is_frozen_once_on_the_first_day_after_it(work: Work) -> None:
    goes = a_location(work.organisation, "Goes")
    list(paths_at(work.template, goes, 1))

    assert board.freeze_all() == 1
    assert board.freeze_all() == 0
    (release,) = Release.objects.all()

    assert release.month == board.month_before(civil_day())


def test_everybody_has_two_weeks_to_say_how_a_month_went() -> None:
    assert board.month_before(date(2027, 1, 1)) == date(2026, 12, 1)
    assert board.stretch_of(date(2026, 12, 1)) == (date(2026, 11, 15), date(2026, 12, 14))


@pytest.mark.django_db
def test_a_team_leader_reads_the_own_location_and_no_other(work: Work) -> None:
    goes, veere = (a_location(work.organisation, name) for name in ("Goes", "Veere"))
    for place in (goes, veere):
        list(paths_at(work.template, place, 9, organisation="kept"))
    board.freeze(work.organisation, MONTH)

    said = page(goes.leader, work.organisation).text

    assert "Goes" in said
    assert "Veere" not in said
    assert "Alles bij elkaar" not in said


@pytest.mark.django_db
def test_what_one_reader_read_is_not_kept_for_another(work: Work) -> None:
    goes = a_location(work.organisation, "Goes")
    veere = a_location(work.organisation, "Veere")
    for place in (goes, veere):
        list(paths_at(work.template, place, 9, organisation="kept"))
    board.freeze(work.organisation, MONTH)

    assert "Veere" in page(work.ines, work.organisation).text
    assert "Veere" not in page(goes.leader, work.organisation).text
    assert "Goes" not in page(veere.leader, work.organisation).text
    assert page(a_person("Vreemd"), work.organisation).status_code == 404

    Person.objects.filter(pk=work.ines.pk).update(language="en")
    work.ines.refresh_from_db()
    assert "What was promised" in page(work.ines, work.organisation).text


@pytest.mark.django_db
def test_the_board_does_not_exist_for_others(work: Work) -> None:
    board.freeze(work.organisation, MONTH)

    for person in (work.noor, work.sam, a_person("Vreemd")):
        assert page(person, work.organisation).status_code == 404


@pytest.mark.django_db
def test_earlier_months_can_be_read_and_others_do_not_exist(work: Work) -> None:
    for month in (date(2026, 9, 1), MONTH):
        board.freeze(work.organisation, month)

    assert "september 2026" in page(work.ines, work.organisation, "?month=2026-09").text
    for wrong in ("2026-08", "2026-13", "0000-01", "vorige", ""):
        assert page(work.ines, work.organisation, f"?month={wrong}").status_code == 404


@pytest.mark.django_db
def test_before_the_first_month_the_page_says_when_there_will_be_one(work: Work) -> None:
    assert "Op de eerste dag van elke maand" in page(work.ines, work.organisation).text


KINDS = ("talks", "caseload", "buddy")
PLACES = ("goes", "veere", "tholen")
cells = some.fixed_dictionaries(
    {(kind, place): some.tuples(some.integers(0, 11), some.integers(0, 11))
     for kind in KINDS for place in PLACES}
)  # fmt: skip
Cells = dict[tuple[str, str], tuple[int, int]]


def seen_in(held: Cells) -> list[Seen]:
    """So many paths in each cell, of which so many hold."""
    return [
        Seen((kind,), f"{place}{number}", place, number < holds)
        for (kind, place), (paths, holds) in held.items()
        for number in range(paths)
    ]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # the first draw loads
@given(cells)
def test_over_all_kinds_only_those_count_that_are_shown_there(held: Cells) -> None:
    groups = [(kind,) for kind in KINDS]
    table = counted(seen_in(held), PLACES)
    large = {cell: one for cell, one in held.items() if one[0] >= SMALLEST}

    without = counted(seen_in(large), PLACES)

    assert table.over(groups) == without.over(groups)
    for group in groups:
        shown = {place for place, one in table.released(group)["places"].items() if one}
        assert shown == {place for kind, place in large if (kind,) == group}
