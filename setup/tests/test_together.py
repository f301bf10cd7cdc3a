"""Stories that share what takes long to make are told by one process."""

from setup.together import scope_of


def test_the_chapters_of_the_year_stay_together() -> None:
    first = scope_of("journeys/year/test_year.py::test_a_year[one]")
    last = scope_of("journeys/year/test_year.py::test_a_year[two]")

    assert first == last


def test_other_stories_go_to_whoever_is_free() -> None:
    one = scope_of("journeys/test_vault.py::test_one")
    two = scope_of("journeys/test_vault.py::test_two")

    assert one != two
