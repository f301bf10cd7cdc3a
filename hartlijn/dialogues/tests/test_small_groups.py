"""Whatever one adds up or subtracts, nobody who did not choose it is told apart."""

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from hartlijn.dialogues.small_groups import (
    SMALLEST,
    WORDS,
    Marked,
    divide,
    everyone_chose,
    labels,
    may_stand_beside,
    tally,
)

NAMES = ("student", "starter", "experienced", "leader", "teacher", "researcher")
rooms = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 12))
choices = st.sets(st.sampled_from(NAMES))
marks = st.lists(
    st.builds(Marked, st.sampled_from(NAMES), st.sampled_from(WORDS), st.booleans()), max_size=40
)


@given(rooms, choices)
def test_everybody_is_in_one_group(people: dict[str, int], chosen: set[str]) -> None:
    divided = divide(people, chosen)

    assert sorted((*divided.apart, *divided.together)) == sorted(
        name for name, number in people.items() if number
    )


@given(rooms, choices)
def test_no_sum_or_difference_of_groups_leads_to_few_who_did_not_choose(
    people: dict[str, int], chosen: set[str]
) -> None:
    divided = divide(people, chosen)
    groups = [{name} for name in divided.apart] + [set(divided.together)] * bool(divided.together)
    everybody = {name for name, number in people.items() if number}
    # Figures over a division can be combined into figures over whole groups, and nothing else.
    for some in chain.from_iterable(combinations(groups, n) for n in range(1, len(groups) + 1)):
        found: set[str] = set().union(*some)
        protected = found - chosen
        if not protected or found == everybody:
            continue
        assert sum(people[name] for name in found) >= SMALLEST


@given(marks)
def test_figures_that_are_shown_add_up(given_marks: list[Marked]) -> None:
    shown = tally(given_marks)

    assert sum(shown["counts"]) == len(given_marks)
    assert [
        sum(column) for column in zip(*(b["counts"] for b in shown["blocks"]), strict=True)
    ] in (
        shown["counts"],
        [],
    )


@given(marks)
def test_a_perspective_of_few_stands_alone_only_if_each_of_them_chose(
    given_marks: list[Marked],
) -> None:
    for block in tally(given_marks)["blocks"]:
        theirs = [one for one in given_marks if one.perspective in block["of"]]
        everybody = len(theirs) == len(given_marks)
        assert len(theirs) >= SMALLEST or all(one.show for one in theirs) or everybody


@given(marks, rooms)
def test_words_of_few_have_a_perspective_only_if_each_of_them_chose(
    said: list[Marked], people: dict[str, int]
) -> None:
    kept = labels(people, [(one.perspective, one.show) for one in said])

    for one in said:
        if may_stand_beside(one.perspective, show=one.show, kept=kept):
            theirs = [other for other in said if other.perspective == one.perspective]
            many = people.get(one.perspective, 0) >= SMALLEST
            assert many or all(other.show for other in theirs)


def test_four_leaders_go_together_with_the_smallest_of_the_others() -> None:
    divided = divide({"leader": 4, "student": 9, "starter": 6})

    assert divided.apart == ("student",)
    assert divided.together == ("leader", "starter")


def test_a_late_word_of_few_shows_nothing_unless_its_writer_chose() -> None:
    kept = {"open": ["student"], "chosen": ["leader"]}

    assert may_stand_beside("student", show=False, kept=kept)
    assert may_stand_beside("leader", show=True, kept=kept)
    assert not may_stand_beside("leader", show=False, kept=kept)
    assert not may_stand_beside("teacher", show=True, kept=kept)


def test_one_who_did_not_choose_holds_for_the_perspective() -> None:
    assert everyone_chose([("leader", True), ("leader", False), ("teacher", True)]) == {"teacher"}


def test_a_page_divides_the_same_people_in_one_way() -> None:
    people = {"student": 8, "teacher": 6}

    assert labels(people, [], marked_apart=["student"])["open"] == ["student"]
