"""Differences between perspectives that point at nobody."""

from hartlijn.dialogues.report.groups import difference, large, merged, named
from hartlijn.dialogues.report.meeting import Contribution, Marks, PerspectiveMarks
from hartlijn.dialogues.report.tests.meetings import meeting
from hartlijn.dialogues.small_groups import SMALLEST


def test_small_ones_are_put_together_until_they_are_enough() -> None:
    groups = merged(
        [
            PerspectiveMarks("student", Marks(9, 0, 0)),
            PerspectiveMarks("leader", Marks(1, 1, 0)),
            PerspectiveMarks("teacher", Marks(0, 0, 2)),
            PerspectiveMarks("starter", Marks(3, 3, 0)),
        ]
    )

    assert [one.perspectives for one in groups] == [("leader", "teacher", "starter"), ("student",)]
    assert all(one.marks.total >= SMALLEST for one in groups)


def test_who_said_no_perspective_is_never_told_apart() -> None:
    groups = merged(
        [PerspectiveMarks(None, Marks(9, 0, 0)), PerspectiveMarks("student", Marks(0, 9, 0))]
    )

    assert [one.alone for one in groups] == [None, "student"]


def test_one_group_is_no_difference() -> None:
    assert merged([PerspectiveMarks("student", Marks(4, 0, 0))]) == ()
    assert difference([PerspectiveMarks("student", Marks(40, 0, 0))]) is None
    assert difference([]) is None


def test_a_difference_is_told_when_it_is_clear() -> None:
    far = [
        PerspectiveMarks("student", Marks(9, 0, 1)),
        PerspectiveMarks("leader", Marks(2, 0, 8)),
    ]
    near = [
        PerspectiveMarks("student", Marks(6, 0, 4)),
        PerspectiveMarks("leader", Marks(5, 0, 5)),
    ]

    found = difference(far)
    assert found is not None
    assert [one.alone for one in found] == ["student", "leader"]
    assert difference(near) is None


def test_a_quote_names_a_role_only_of_many_or_of_who_chose_to() -> None:
    many = large(meeting(60, 1))
    few = large(meeting(8, 1))
    said = Contribution(1, "other", "Zo is het", perspective="leader", may_quote=True)

    assert named(said, many) == "leader"
    assert named(said, few) is None
    chose = Contribution(1, "other", "Zo is het", perspective="leader", show_perspective=True)
    assert named(chose, few) == "leader"
