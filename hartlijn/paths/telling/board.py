"""A frozen month as a page tells it: in words, and for a team leader of the own location alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from django.utils.functional import Promise as Lazy
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.paths.evaluations import Asked
from hartlijn.paths.models import Release
from hartlijn.paths.telling.gist import Gist, of_answers, of_promises, of_steps
from hartlijn.paths.telling.vocabulary import PROMISE_KINDS, STEP_KINDS

SHARES: Final[Mapping[str, Lazy]] = {
    "few": gettext_lazy("bijna geen"),
    "some": gettext_lazy("minder dan de helft"),
    "half": gettext_lazy("ongeveer de helft"),
    "many": gettext_lazy("meer dan de helft"),
    "most": gettext_lazy("bijna alle"),
}
SAID: Final = '<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>'
LATE: Final = '<tr><th scope="row">{}</th><td>{}</td></tr>'
NOTHING: Final = Gist("")
CHOSEN: Final = '<tr><th scope="row">{}</th>{}</tr>'
OPEN: Final = 2
"""Of the latest kinds so many stand open: more of them, and nobody sees what else there is."""


@dataclass(frozen=True)
class Place:
    """A location, or all of them together: each row has a cell for each column."""

    name: str
    rows: list[list[str]]


@dataclass(frozen=True)
class Block:
    """One kind, with what is said of it by location."""

    name: str
    places: list[Place]
    gist: Gist = NOTHING
    """What is said of it while it is folded."""
    is_open: bool = False

    # Hundreds of cells: written by the template engine they cost more than the rest of the page.
    def said(self) -> SafeString:
        """The rows of a table of promises: those of a location together."""
        return format_html_join(
            "",
            '<tbody><tr><th colspan="3" scope="rowgroup"><strong>{}</strong></th></tr>{}</tbody>',
            ((place.name, format_html_join("", SAID, place.rows)) for place in self.places),
        )

    def late(self) -> SafeString:
        """The rows of a table of steps."""
        return format_html_join("", LATE, ((one.name, one.rows[0][0]) for one in self.places))


@dataclass(frozen=True)
class Question(Block):
    """A question to starters, with the words they could choose as columns."""

    words: list[str] = field(default_factory=list)

    def chosen(self) -> SafeString:
        """The rows of a table of answers."""
        cells = (
            (one.name, format_html_join("", "<td>{}</td>", ((cell,) for cell in one.rows[0])))
            for one in self.places
        )
        return format_html_join("", CHOSEN, cells)


@dataclass(frozen=True)
class Answers:
    """What starters answered in a quarter."""

    first: date
    last: date
    questions: list[Question]


@dataclass(frozen=True)
class Board:
    """One month."""

    month: date
    first: date
    last: date
    together: Block
    promises: list[Block]
    steps_together: Block
    steps: list[Block]
    answers: Answers | None
    """None on a month that was frozen before boards told of answers."""
    covers_all: bool
    """Whether no whole leaves a location out."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing may be said of anything."""
        return not (self.promises or self.steps or (self.answers and self.answers.questions))


def board_of(release: Release, own: frozenset[str] | None, asked: Iterable[Asked]) -> Board:
    """``own``: the locations to show; None for all of them and the whole.

    ``asked``: the questions that are still asked, in the language of the reader.
    """
    body = release.body
    shown = _Shown(
        {one["id"]: one["name"] for one in body["locations"] if own is None or one["id"] in own},
        own is None,
    )
    by_kind = {
        kind: [one for one in body["promises"] if one["kind"] == kind] for kind in PROMISE_KINDS
    }
    return Board(
        month=release.month,
        first=date.fromisoformat(body["first"]),
        last=date.fromisoformat(body["last"]),
        together=shown.two_sides("", body["together"]),
        promises=_latest_first(
            shown.two_sides(str(PROMISE_KINDS[kind]), cells)
            for kind, cells in by_kind.items()
            if any(shown.anything(one) for one in cells)
        ),
        steps_together=shown.late("", body["steps_together"]),
        steps=_latest_first(
            shown.late(str(STEP_KINDS[one["kind"]]), one)
            for one in body["steps"]
            if one["kind"] in STEP_KINDS and shown.anything(one)
        ),
        answers=_answers(shown, asked, body.get("evaluations")),
        covers_all=all(one["covers_all"] for one in _cells(body) if shown.anything(one)),
    )


def _latest_first(blocks: Iterable[Block]) -> list[Block]:
    """What is often late before the rest, the latest first; the first of them open."""
    ordered = sorted(blocks, key=lambda one: -one.gist.lateness)
    return [
        replace(one, is_open=place < OPEN and one.gist.lateness > 0)
        for place, one in enumerate(ordered)
    ]


def _cells(body: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (*body["promises"], *body["steps"])
    yield from body.get("evaluations", {}).get("answers", ())


def _answers(
    shown: "_Shown", asked: Iterable[Asked], held: Mapping[str, Any] | None
) -> Answers | None:
    """Of each question that is still asked, when there is something to say of it."""
    if held is None:
        return None
    said = {(one["question"], one["word"]): one for one in held["answers"]}
    cells_of = [
        (one, [said[one.key, word] for word, _said in one.words if (one.key, word) in said])
        for one in asked
    ]
    return Answers(
        first=date.fromisoformat(held["first"]),
        last=date.fromisoformat(held["last"]),
        questions=[
            shown.answered(one, cells)
            for one, cells in cells_of
            if len(cells) == len(one.words) and any(shown.anything(cell) for cell in cells)
        ],
    )


@dataclass(frozen=True)
class _Shown:
    names: Mapping[str, str]
    whole: bool

    def anything(self, cell: Mapping[str, Any]) -> bool:
        """Whether there is something to say of one of the places that are shown."""
        places = [cell["places"].get(pk) for pk in self.names]
        return any(places) or (self.whole and cell["whole"] is not None)

    def two_sides(self, name: str, cells: list[dict[str, Any]]) -> Block:
        """Two rows for each place: the organisation says, the starters say."""
        words = {(one["whose"], one["word"]): one for one in cells}
        rows = {
            _("Organisatie"): [words["organisation", "kept"], words["organisation", "late"]],
            _("Starters"): [words["starter", "kept"], words["starter", "late"]],
        }
        return Block(
            name,
            [
                Place(
                    place,
                    [[who, *(_said(_at(one, pk)) for one in said)] for who, said in rows.items()],
                )
                for pk, place in self._places()
            ],
            of_promises(words, self._places()),
        )

    def answered(self, one: Asked, cells: list[dict[str, Any]]) -> Question:
        """A row for each place, with a cell for each word."""
        rows = [
            Place(place, [[_said(_at(cell, pk)) for cell in cells]]) for pk, place in self._places()
        ]
        words = [word for _key, word in one.words]
        return Question(one.question, rows, of_answers(words, cells, self._places()), words=words)

    def late(self, name: str, cell: dict[str, Any]) -> Block:
        """One word for each place."""
        rows = [Place(place, [[_said(_at(cell, pk))]]) for pk, place in self._places()]
        return Block(name, rows, of_steps(cell, self._places()))

    def _places(self) -> list[tuple[str | None, str]]:
        whole: list[tuple[str | None, str]] = [(None, _("Alles bij elkaar"))]
        return [*self.names.items(), *(whole if self.whole and len(self.names) != 1 else [])]


def _at(cell: Mapping[str, Any], place: str | None) -> Mapping[str, Any] | None:
    found: Mapping[str, Any] | None = cell["whole"] if place is None else cell["places"].get(place)
    return found


def _said(shown: Mapping[str, Any] | None) -> str:
    if shown is None:
        return _("minder dan 8 trajecten")
    if shown["percent"] is not None:
        return _("ongeveer %(percent)s%%") % {"percent": shown["percent"]}
    return str(SHARES[shown["share"]])
