"""No two boxes lie on one another and no line lies behind a box, whatever the map."""

from itertools import combinations, pairwise

from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as some

from hartlijn.factors.document import Factor, MapDocument, Relation
from hartlijn.factors.drawing import Box, Drawing, draw, draw_rings, shown_in, steps_of
from hartlijn.factors.drawing.geometry import HEIGHT, WIDTH
from hartlijn.factors.drawing.wrapping import wrap
from hartlijn.factors.shipped import first_map
from hartlijn.factors.tests.factories import SMALL
from hartlijn.factors.words import Level

Point = tuple[float, float]


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def behind(begin: Point, end: Point, box: Box) -> bool:
    """Whether a straight piece lies inside a box, its edge not counted."""
    (left, right), (top, bottom) = sorted((begin[0], end[0])), sorted((begin[1], end[1]))
    return (
        left < box.x + box.width - 1
        and right > box.x + 1
        and top < box.y + box.height - 1
        and bottom > box.y + 1
    )


def hidden_pieces(drawing: Drawing) -> list[str]:
    return [
        f"{line.relation.key} behind {box.factor.key}"
        for line in drawing.lines
        for begin, end in pairwise(line.points)
        for box in drawing.boxes
        if behind(begin, end, box)
    ]


@some.composite
def maps(the: some.DrawFn) -> MapDocument:
    count = the(some.integers(1, 30))
    levels = the(some.lists(some.sampled_from(Level), min_size=count, max_size=count))
    factors = tuple(
        Factor(f"f{n}", level, f"Factor met een lange naam {n}") for n, level in enumerate(levels)
    )
    pairs = some.tuples(some.integers(0, count - 1), some.integers(0, count - 1))
    found = the(some.sets(pairs.filter(lambda one: one[0] < one[1]), max_size=60))
    relations = tuple(
        Relation(f"r{a}-{b}", f"f{a}", f"f{b}", directed=bool((a + b) % 3)) for a, b in found
    )
    return MapDocument("Kaart", factors=factors, relations=relations)


@given(maps())
@settings(max_examples=40, deadline=None)
def test_boxes_and_lines_leave_each_other_free(document: MapDocument) -> None:
    drawing = draw(document)

    assert not [one for one in combinations(drawing.boxes, 2) if overlap(*one)]
    assert hidden_pieces(drawing) == []
    assert len(drawing.boxes) == len(document.factors)
    assert len(drawing.lines) == len(document.relations)
    for box in drawing.boxes:
        assert box.x >= 0
        assert box.x + box.width <= drawing.width
        assert box.y + box.height <= drawing.height


@given(maps())
@settings(max_examples=20, deadline=None)
def test_rings_leave_each_other_free(document: MapDocument) -> None:
    rings = draw_rings(document, document.factors[0].key)

    assert not [one for one in combinations(rings.boxes, 2) if overlap(*one)]
    assert document.factors[0] in [box.factor for box in rings.boxes]


def test_the_first_map_fits_on_a_beamer() -> None:
    drawing = draw(first_map("resilience"))

    assert (drawing.width, len(drawing.boxes), len(drawing.lines)) == (WIDTH, 42, 49)
    assert drawing.height <= HEIGHT
    assert [band.level for band in drawing.bands] == [Level.MACRO, Level.MESO, Level.MICRO]
    places = [(line.x, line.y) for line in drawing.lines]
    assert len(set(places)) == len(places), "two signs lie on one another"


def test_a_line_says_sign_strength_and_process_without_colour() -> None:
    helps, turns = draw(SMALL).lines

    assert (helps.mark, helps.classes, len(helps.heads)) == ("+", "more strong no-process", 1)
    assert (turns.mark, turns.classes) == ("−", "less unknown transforming")
    assert (turns.heads, len(turns.dots)) == ((), 2)


def test_names_follow_the_reader() -> None:
    with override("en"):
        english = [text.words.text for box in draw(SMALL).boxes for text in box.texts]
    with override("nl"):
        dutch = [text.words.text for box in draw(SMALL).boxes for text in box.texts]

    assert english == ["Pressure", "Onboarding time", "Calm"]
    assert dutch == ["Werkdruk", "Inwerktijd", "Rust"]


def test_a_map_is_revealed_part_by_part() -> None:
    assert [step.key for step in steps_of(SMALL)] == ["macro", "meso", "micro", "transforming"]
    assert shown_in(SMALL, "macro") == (frozenset({"druk"}), frozenset(), True)
    assert shown_in(SMALL, "micro")[0] == {"druk", "tijd", "rust"}
    assert shown_in(SMALL, "micro")[1] == {"tijd-rust"}
    assert shown_in(SMALL, "transforming")[1] == {"tijd-rust", "druk-rust"}
    assert shown_in(SMALL, "nonsense")[2] is False
    assert shown_in(MapDocument("Leeg"), "macro") == (frozenset(), frozenset(), False)


def test_an_empty_map_is_an_empty_sheet() -> None:
    assert draw(MapDocument("Leeg")).boxes == ()


def test_the_rings_of_a_factor() -> None:
    rings = draw_rings(SMALL, "tijd")

    assert [one.key for one in rings.first_out] == ["rust"]
    assert (rings.first_in, rings.second_in, rings.second_out) == ((), (), ())
    assert [one.ring for one in rings.frames] == [1]
    assert [one.key for one in draw_rings(SMALL, "rust").first_in] == ["tijd", "druk"]


def test_a_name_that_does_not_fit_is_cut_and_says_so() -> None:
    words, size = wrap("Verantwoordelijkheidsgevoelsontwikkeling " * 9, 120)

    assert len(words) == 4
    assert words[-1].text.endswith("…")
    assert size < 13
    assert wrap("", 120)[0][0].text == ""
