"""What people weigh becomes the map of the group, and nothing is told of fewer than five."""

import math
from itertools import repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hartlijn.factors.document import Factor, MapDocument, Relation
from hartlijn.factors.weighed import (
    SMALLEST,
    Answer,
    Group,
    Way,
    fold,
    own_maps,
    ranges,
    read_answer,
)
from hartlijn.factors.weighed.answers import STRENGTHS, as_words
from hartlijn.factors.words import Level, Sign, Strength

MAP = MapDocument(
    "Beginnen",
    factors=tuple(Factor(key, Level.MICRO, key.capitalize()) for key in ("time", "calm", "team")),
    relations=(
        Relation("time-calm", "time", "calm", sign=Sign.MORE),
        Relation("calm-team", "calm", "team", directed=False),
    ),
)
CODES = [
    "0",
    "?",
    *(f"{sign} {strength}" for sign in "+-" for strength in STRENGTHS),
]
sheets = st.lists(
    st.dictionaries(st.sampled_from(["time-calm", "calm-team", "gone"]), st.sampled_from(CODES)),
    max_size=12,
)


def test_an_answer_is_kept_as_it_was_said() -> None:
    for code in CODES:
        assert Answer.of(code).code == code
    assert Answer.of("- strong").number == pytest.approx(-0.7)
    assert Answer.of("0").number == 0
    assert math.isnan(Answer.of("?").number)


def test_a_direction_without_a_strength_is_half_an_answer() -> None:
    with pytest.raises(ValueError, match="direction has a strength"):
        read_answer("more", "unknown")
    with pytest.raises(ValueError, match="is not a valid"):
        read_answer("more", "")
    with pytest.raises(ValueError, match="is not a valid"):
        Answer.of("+ enormous")


def test_not_knowing_takes_no_strength_along() -> None:
    assert read_answer("dont_know", "strong") == Answer(Way.DONT_KNOW)


def test_of_four_people_nothing_is_told() -> None:
    assert fold(MAP, repeat({"time-calm": "+ strong"}, SMALLEST - 1)) is None
    assert fold(MAP, [{"gone": "+ strong"}] * 9) is None


def test_of_a_relation_that_four_of_five_could_weigh_nothing_is_told() -> None:
    group = fold(MAP, [{"time-calm": "?"}, *repeat({"time-calm": "+ strong"}, 4)])

    assert group is not None
    assert group.people == 5
    assert not group.relations["time-calm"].is_told
    assert group.told == 0


def test_what_five_people_say_is_told_with_where_they_differ() -> None:
    said = ["+ strong", "+ strong", "+ strong", "- weak", "- very strong"]
    group = fold(MAP, [{"time-calm": one, "calm-team": "?"} for one in said])

    assert group is not None
    heard = group.relations["time-calm"]
    assert heard.differ
    assert heard.opposite
    assert heard.middle == pytest.approx(0.7)
    assert group.relations["calm-team"].unsure
    assert Group.of(group.as_json()) == group


def test_when_all_agree_the_range_is_as_wide_as_a_word_and_never_turns() -> None:
    group = fold(MAP, [{"time-calm": "+ very weak", "calm-team": "- strong"}] * 5)

    assert group is not None
    found = ranges(MAP, group)
    assert (found.low[0, 1], found.high[0, 1]) == pytest.approx((0.0, 0.2))
    assert (found.low[1, 2], found.high[1, 2]) == pytest.approx((-0.8, -0.6))
    assert found.low[2, 1] == found.low[1, 2]  # without direction: both ways
    assert found.low[0, 2] == found.high[0, 2] == 0


def test_of_what_the_group_could_not_say_the_map_is_as_it_was() -> None:
    group = fold(MAP, [{"time-calm": "+ strong"}] * 5)

    assert group is not None
    found = ranges(MAP, group)
    assert (found.low[1, 2], found.high[1, 2]) == (-1, 1)


def test_a_relation_that_joins_two_others_now_is_not_taken_over() -> None:
    group = fold(MAP, [{"time-calm": "+ strong"}] * 5)
    turned = MapDocument(
        "Anders", factors=MAP.factors, relations=(Relation("time-calm", "calm", "time"),)
    )

    assert group is not None
    assert (ranges(turned, group).low[1, 0], ranges(turned, group).high[1, 0]) == (-1, 1)


def test_own_maps_are_there_as_long_as_five_people_are() -> None:
    said = [{"time-calm": "+ strong"}] * 4 + [{"time-calm": "- weak", "calm-team": "+ strong"}]
    group = fold(MAP, said)

    assert group is not None
    maps = own_maps(MAP, group, said)
    assert maps is not None
    assert maps[:, 0, 1].tolist() == pytest.approx([0.7] * 4 + [-0.3])
    assert set(maps[:, 1, 2].tolist()) == {0.0}  # one person said something: it stays hers
    assert own_maps(MAP, group, said[1:]) is None


@given(sheets)
def test_the_order_of_people_makes_no_difference(said: list[dict[str, str]]) -> None:
    assert fold(MAP, said) == fold(MAP, said[::-1])


@given(sheets)
def test_whatever_is_said_the_map_of_the_group_can_be_run(said: list[dict[str, str]]) -> None:
    group = fold(MAP, said)

    if group is None:
        assert len([one for one in said if set(one) - {"gone"}]) < SMALLEST
        return
    found = ranges(MAP, group)  # refuses what is no map
    for one in MAP.relations:
        heard = group.relations[one.key]
        numbers = [
            Answer.of(sheet[one.key]).number for sheet in said if sheet.get(one.key, "?") != "?"
        ]
        assert heard.is_told is (len(numbers) >= SMALLEST)
        if heard.is_told:
            row, column = (["time", "calm", "team"].index(key) for key in (one.source, one.target))
            assert min(numbers) - 0.1 <= found.low[row, column] + 1e-9
            assert found.high[row, column] <= max(numbers) + 0.1 + 1e-9
            assert heard.opposite is (min(numbers) < 0 < max(numbers))


@given(sheets, st.integers(0, 11))
def test_a_person_more_who_says_nothing_changes_nothing(
    said: list[dict[str, str]], at: int
) -> None:
    assert fold(MAP, said) == fold(MAP, [*said[:at], {}, *said[at:]])


def test_a_number_of_the_group_reads_as_the_words_people_weighed_with() -> None:
    assert as_words(0.7) == "versterkt (sterk)"
    assert as_words(-0.1) == "verzwakt (zeer zwak)"
    assert as_words(0.0) == "doet niets"
    assert as_words(-1.0) == "verzwakt (zeer sterk)"
    assert Strength.UNKNOWN not in STRENGTHS
