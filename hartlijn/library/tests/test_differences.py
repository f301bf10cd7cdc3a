"""What changed between two versions, in words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hartlijn.library.differences import Difference, differences

STEP = {"name": {"nl": "Stop", "en": "Stop"}, "questions": [{"nl": "Wat?", "en": "What?"}]}
NEXT = {"name": {"nl": "Adem", "en": "Breathe"}, "questions": []}
ONE = {"minutes": 5, "title": {"nl": "Drie", "en": "Three"}, "steps": [STEP, NEXT]}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"minutes": 7}, [("minutes", "5", "7")]),
        ({"title": {"nl": "Vier", "en": "Three"}}, [("title.nl", "Drie", "Vier")]),
        ({"model": "alact"}, [("model", None, "alact")]),
        (
            {"steps": [NEXT]},
            [
                ("steps 1 › name.nl", "Stop", None),
                ("steps 1 › name.en", "Stop", None),
                ("steps 1 › questions 1 › nl", "Wat?", None),
                ("steps 1 › questions 1 › en", "What?", None),
            ],
        ),
        (
            {"steps": [STEP, NEXT | {"name": {"nl": "Adem", "en": "Inhale"}}]},
            [("steps 2 › name.en", "Breathe", "Inhale")],
        ),
        (
            {"title": "Drie"},
            [("title.nl", "Drie", None), ("title.en", "Three", None), ("title", None, "Drie")],
        ),
        ({"minutes": {"nl": "5"}}, [("minutes", "5", None), ("minutes.nl", None, "5")]),
    ],
)
def test_each_change_is_named_with_before_and_after(
    changes: dict[str, Any], said: list[tuple[str, str | None, str | None]]
) -> None:
    assert differences(ONE, ONE | changes) == [Difference(*one) for one in said]


def test_a_step_that_only_moved_up_is_no_change_of_its_words() -> None:
    found = differences(ONE, ONE | {"steps": [{"name": {"nl": "Nul", "en": "Zero"}}, STEP, NEXT]})

    assert [one.where for one in found] == ["steps 1 › name.nl", "steps 1 › name.en"]


BODIES = st.dictionaries(
    st.sampled_from("abc"),
    st.recursive(
        st.text("xy", min_size=1, max_size=2) | st.integers(0, 3),
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(st.sampled_from("abc"), inner, min_size=1)
        ),
        max_leaves=8,
    ),
)


@given(BODIES, BODIES)
def test_nothing_that_differs_is_passed_over(before: dict[str, Any], after: dict[str, Any]) -> None:
    found = differences(before, after)

    assert bool(found) == (before != after)
    assert all((one.before, one.after) != (None, None) for one in found)
    back = differences(after, before)
    assert bool(back) == bool(found)
