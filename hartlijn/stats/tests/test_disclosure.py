"""No page tells of fewer than eight, and none can be subtracted from another."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hartlijn.stats.disclosure import (
    SMALLEST,
    WORDS_BELOW,
    Count,
    Share,
    release,
    shown,
    total,
)

Places = Mapping[str, Count]

NOBODY = Count(0, 0, 0)
counts = some.builds(
    lambda paths, said, more: Count(paths, said * bool(paths), (said + more) * bool(paths)),
    some.integers(0, 60),
    some.integers(0, 60),
    some.integers(0, 60),
)
wholes = some.dictionaries(some.text("abcdefgh", min_size=1, max_size=3), counts, max_size=8)


@given(wholes, counts)
def test_no_place_and_no_rest_is_smaller_than_eight(places: Places, outside: Count) -> None:
    found = release(places, outside)

    said = [key for key, one in found.places.items() if one]
    assert all(places[key].paths >= SMALLEST for key in said)
    if found.whole and found.covers_all and said:
        everything = outside.paths + sum(one.paths for one in places.values())
        large = sum(one.paths for one in places.values() if one.paths >= SMALLEST)
        assert everything - large >= SMALLEST


@given(wholes, counts, some.data())
def test_below_eight_the_number_changes_nothing(
    places: Places, outside: Count, data: some.DataObject
) -> None:
    """One small place is another small one, and the page reads the same."""
    small = [key for key, one in places.items() if one.paths < SMALLEST]
    large = [key for key, one in places.items() if one.paths >= SMALLEST]
    if not small or not large:
        return
    changed = data.draw(counts.filter(lambda one: one.paths < SMALLEST))
    others = dict.fromkeys(small, NOBODY)
    only_small = {**places, **others, small[0]: changed}

    before = release({**places, **others}, NOBODY)

    assert release(only_small, NOBODY) == before
    assert (
        release(dict(places), outside).places
        == release({**places, small[0]: changed}, outside).places
    )


@given(some.integers(0, SMALLEST - 1), some.integers(0, 30), some.integers(0, 30))
def test_of_fewer_than_eight_nothing_is_said(paths: int, said: int, more: int) -> None:
    assert shown(Count(paths, said, said + more)) is None


@given(some.integers(SMALLEST, 200), some.integers(0, 300), some.integers(0, 300))
def test_a_share_is_never_exact(paths: int, said: int, more: int) -> None:
    count = Count(paths, said, said + more)

    found = shown(count)

    if count.asked == 0:
        assert found is None
    else:
        assert found is not None
        assert (found.percent is None) == (paths < WORDS_BELOW)
        assert found.percent is None or (found.percent % 10 == 0 and 0 < found.percent < 100)


def test_everybody_is_said_as_nearly_everybody() -> None:
    assert shown(Count(10, 10, 10)) == shown(Count(10, 19, 20))
    assert shown(Count(10, 0, 10)) == shown(Count(10, 1, 10))


@pytest.mark.parametrize(
    ("said", "share"),
    [(0, "few"), (15, "few"), (16, "some"), (50, "half"), (61, "many"), (86, "most")],
)
def test_the_words_have_bounds(said: int, share: str) -> None:
    found = shown(Count(20, said, 100))

    assert found is not None
    assert found.share is Share(share)


def test_the_whole_leaves_a_small_location_out_of_its_sum() -> None:
    """Zeeland minus Goes and Middelburg would be Tholen."""
    places = {"Goes": Count(9, 9, 9), "Middelburg": Count(30, 0, 30), "Tholen": Count(3, 3, 3)}

    found = release(places, NOBODY)

    assert found.places["Tholen"] is None
    assert not found.covers_all
    assert found.whole == shown(Count(39, 9, 39))


def test_a_rest_of_eight_may_be_found_by_subtraction() -> None:
    places = {"Goes": Count(9, 9, 9), "Tholen": Count(3, 3, 3)}

    found = release(places, Count(5, 5, 5))

    assert found.covers_all
    assert found.whole == shown(Count(17, 17, 17))


def test_small_locations_together_make_a_whole() -> None:
    places = {"Goes": Count(5, 5, 5), "Tholen": Count(4, 0, 4)}

    found = release(places, NOBODY)

    assert set(found.places.values()) == {None}
    assert found.whole == shown(Count(9, 5, 9))


def test_a_small_whole_says_nothing() -> None:
    assert release({"Goes": Count(7, 7, 7)}, NOBODY).whole is None


def test_counts_are_put_together() -> None:
    assert total([Count(8, 2, 8), Count(9, 3, 20)]) == Count(17, 5, 28)


@pytest.mark.parametrize("wrong", [(-1, 0, 0), (8, 3, 2), (8, -1, 2)])
def test_what_cannot_be_counted_is_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="at most what was asked"):
        Count(*wrong)
