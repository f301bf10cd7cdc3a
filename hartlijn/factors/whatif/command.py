"""`hartlijn whatif`: read a map, run it, and say what moves."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hartlijn.factors.formats import read_matrix
from hartlijn.factors.formats.files import LARGEST
from hartlijn.factors.formats.matrix import Matrix
from hartlijn.factors.remarks import UnusableError, shown
from hartlijn.factors.whatif import arguments
from hartlijn.factors.whatif.telling import ended, told, unrest
from hartlijn.factors.whatif.values import LOWEST, as_typed, held_by
from hartlijn.stats.cognitive_map import Inference
from hartlijn.stats.what_if import Scenario, draws_of, hinges, over_draws, what_if

WRONG: Final = 2
HINGE_DRAWS: Final = 1024
HINGES: Final = 3


@dataclass(frozen=True)
class Asked:
    """A map, what is held in it, and how it is run."""

    matrix: Matrix
    held: dict[int, float]
    at: dict[int, str]
    how: Inference
    draws: int
    seed: int


def main(typed: Sequence[str]) -> int:
    """Run the command; 0 when it answered, 2 when it could not, with a sentence why."""
    language = "en" if "en" in _after(typed, "--language") else "nl"
    with translation.override(language):
        try:
            return _answer(arguments.read(typed))
        except (arguments.WrongError, UnusableError, OSError, MemoryError) as error:
            sys.stderr.write(f"hartlijn whatif: {_sentence(error)}\n")
            return WRONG


def _after(typed: Sequence[str], option: str) -> set[str]:
    """What follows an option, before all of it is read: errors are in that language too."""
    pairs = {after for before, after in pairwise(typed) if before == option}
    return pairs | {one.partition("=")[2] for one in typed if one.startswith(f"{option}=")}


def _sentence(error: BaseException) -> str:
    if isinstance(error, FileNotFoundError):
        return _("Er is geen bestand “{name}”. Kijk of de naam klopt.").format(
            name=shown(str(error.filename))
        )
    if isinstance(error, OSError):
        return _("“{name}” is niet te lezen. Kijk of het een bestand is dat je mag openen.").format(
            name=shown(str(error.filename))
        )
    if isinstance(error, MemoryError):
        return _("Deze kaart past niet in het geheugen. Vraag minder kaarten met --draws.")
    return str(error)


def _answer(asked: Any) -> int:
    matrix = _read(asked.map, unknown=asked.unknown)
    how = Inference(asked.rule, asked.function, asked.slope, asked.threshold, asked.steps)
    held = held_by(asked.sets, matrix.names, asked.function)
    what = Asked(matrix, held, as_typed(asked.sets, matrix.names), how, asked.draws, asked.seed)
    scenario = _run(what)
    if asked.json:
        json.dump(_as_json(what, scenario), sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    else:
        sys.stdout.write("\n".join(_as_text(what, scenario)) + "\n")
    return 0


def _read(name: str, *, unknown: bool) -> Matrix:
    with Path(name).open("rb") as file:
        content = file.read(LARGEST + 1)
    matrix, remarks = read_matrix(name, content)
    for one in remarks:
        sys.stderr.write(f"hartlijn whatif: {one}\n")
    if matrix.unknown and not unknown:
        sentence = ngettext(
            "Van {number} relatie weet de kaart richting of sterkte niet. Vraag die eerst aan de groep, of trek haar met --unknown over haar hele breedte.",
            "Van {number} relaties weet de kaart richting of sterkte niet. Vraag die eerst aan de groep, of trek ze met --unknown over hun hele breedte.",
            matrix.unknown,
        )
        raise arguments.WrongError(sentence.format(number=matrix.unknown))
    return matrix


def _run(what: Asked) -> Scenario:
    if what.draws:
        return over_draws(what.matrix.ranges(), what.held, what.how, what.draws, what.seed)
    return what_if(what.matrix.given()[None], what.held, what.how)


def _as_json(what: Asked, scenario: Scenario) -> dict[str, Any]:
    changes = zip(what.matrix.names, scenario.changes, strict=True)
    return {
        "factors": [{"name": name, **_plain(asdict(change))} for name, change in changes],
        "iterations": int(scenario.with_held.steps.max()),
        "outcome": ended(scenario.with_held).value,
    }


def _plain(numbers: dict[str, float]) -> dict[str, float]:
    return {name: number + 0.0 for name, number in numbers.items()}  # never -0.0


def _as_text(what: Asked, scenario: Scenario) -> Iterator[str]:
    names, scale = what.matrix.names, 1 - LOWEST[what.how.function]
    yield _("Wat als dit vaststaat: {names}?").format(
        names=", ".join(
            _("{name} op {value}").format(name=names[number], value=value)
            for number, value in what.at.items()
        )
        or _("niets")
    )
    rest = [number for number in range(len(names)) if number not in what.held]
    for number in rest:
        yield "- " + told(names[number], scenario.changes[number], draws=what.draws, scale=scale)
    if what.draws:
        yield _(
            "Dit zijn {draws} kaarten uit de schattingen van hoe sterk alles werkt; dit is geen kans dat het lukt."
        ).format(draws=_thousands(what.draws))
        yield from _hinges(what, rest, scenario)
    else:
        yield _("Dit is één kaart, zonder onzekerheid. Met --draws zie je hoe zeker het is.")
    yield from unrest(scenario.without, scenario.with_held)


def _thousands(number: int) -> str:
    """With a point, or a comma in English: there are no settings here that say so."""
    text = f"{number:,}"
    return text if translation.get_language() == "en" else text.replace(",", ".")


def _hinges(what: Asked, rest: list[int], scenario: Scenario) -> Iterator[str]:
    """For the factor that moves most: which relations decide how far."""
    far = {number: float(np.abs(scenario.moved[:, number]).mean()) for number in rest}
    if not what.held or not far:
        return
    most = max(far, key=lambda number: far[number])
    draws = min(what.draws, HINGE_DRAWS)
    maps = draws_of(what.matrix.ranges(), draws, what.seed)
    found = hinges(maps, scenario.moved[:draws], most, what.held, HINGES)
    if found:
        names = what.matrix.names
        yield _("Hoe ver {name} gaat, hangt het meest af van:").format(name=names[most])
        yield from (f"- {names[row]} → {names[column]}" for row, column, _much in found)
