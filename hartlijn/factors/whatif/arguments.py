"""What somebody asks of `hartlijn whatif`; what is wrong is said in a sentence."""

import argparse
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Final, NoReturn

from django.utils.translation import gettext as _

from hartlijn.stats.cognitive_map import Function, Rule
from hartlijn.stats.what_if import HIGH, LOW

MOST_DRAWS: Final = 100_000
MOST_STEPS: Final = 1_000_000
LONGEST_NUMBER: Final = 20
ABOUT: Final = """\
What follows in a map of factors when some of them are held at a value.

MAP is a file: an adjacency matrix as CSV or XLSX (first row and first column the names, row acts
on column), GraphML, or JSON of Hartlijn. No database is used and nothing is kept.
"""
TABLES: Final = f"""\
words for --set, on the scale of the function (0 to 1; -1 to 1 for tanh and trivalent):
  zeer laag, very low   0      or -1
  laag, low             0.25   or -0.5
  midden, middle        0.5    or  0
  hoog, high            0.75   or  0.5
  zeer hoog, very high  1      or  1
  bivalent knows only 0 (low) and 1 (high), trivalent only -1, 0 and 1.

words for strengths, and between which numbers they are drawn:
  zeer zwak, very weak      0   to 0.2      sterk, strong           0.6 to 0.8
  zwak, weak                0.2 to 0.4      zeer sterk, very strong 0.8 to 1
  matig, medium             0.4 to 0.6      onbekend, unknown       0   to 1 (see --unknown)
  A number in the map is an estimate: it is drawn from 0.1 below to 0.1 above it, never through 0.

--json: baseline and scenario are medians over the draws, without and with what is held; low and
high are the {LOW}th and {HIGH}th percentile of the change; direction_share is the share of draws in
which the factor moves the way most draws move it (0 when none moves it). iterations are the steps
of the longest run. With --draws 0 low and high are the change itself.

docs/what-if.md says all of this at length.
"""


OF_ONE: Final = "argument "
"""How argparse begins what it says of one option; it says nothing else but that MAP is missing."""


class _Language(StrEnum):
    """In which it answers."""

    NL = "nl"
    EN = "en"


class _Parser(argparse.ArgumentParser):
    """One that answers with a sentence."""

    def error(self, message: str) -> NoReturn:
        if not message.startswith(OF_ONE):
            raise WrongError(_("Geef een bestand met een kaart. Zie hartlijn whatif --help."))
        option = message.removeprefix(OF_ONE).partition(":")[0]
        raise WrongError(_unclear(option))


class WrongError(Exception):
    """Something that was asked cannot be; its text is a sentence for who asked."""


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """Read what was typed after `hartlijn whatif`. WrongError says what is wrong."""
    parser = _Parser(
        prog="hartlijn whatif",
        description=ABOUT,
        epilog=TABLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("map", metavar="MAP", help="a file with a map")
    add("--set", dest="sets", action="append", default=[], metavar="NAME=VALUE",
        help='hold a factor, again and again: --set "protected time=high" --set "noise=0.2"')  # fmt: skip
    add("--rule", type=_one_of("--rule", Rule), default=Rule.KOSKO, metavar="RULE",
        help="kosko (usual), modified or rescaled")  # fmt: skip
    add("--function", type=_one_of("--function", Function), default=Function.SIGMOID,
        metavar="FUNCTION", help="sigmoid (usual), tanh, bivalent or trivalent")  # fmt: skip
    add("--lambda", dest="slope", type=_above_0("--lambda"), default=1.0, metavar="X",
        help="how steep sigmoid and tanh are (1)")  # fmt: skip
    add("--draws", type=_whole("--draws", 0, MOST_DRAWS), default=10_000, metavar="N",
        help="how many maps to draw from the ranges (10000, at most 100000); 0: one plain inference")  # fmt: skip
    add("--seed", type=_whole("--seed", 0, 2**64), default=1, metavar="S",
        help="the same seed gives the same draws (1)")  # fmt: skip
    add("--threshold", type=_above_0("--threshold"), default=1e-9, metavar="X",
        help="a run stands still when no value moves by as much as this (1e-9)")  # fmt: skip
    add("--steps", type=_whole("--steps", 1, MOST_STEPS), default=1000, metavar="N",
        help="the most steps of a run (1000)")  # fmt: skip
    add("--unknown", action="store_true",
        help="run although strengths are unknown: draw them from their whole range")  # fmt: skip
    add("--json", action="store_true", help="answer in JSON")
    add("--language", type=_one_of("--language", _Language), default=_Language.NL,
        metavar="{nl,en}", help="of the answer (nl)")  # fmt: skip
    known, others = parser.parse_known_args(arguments)
    if others:
        raise WrongError(_unclear(" ".join(others)))
    return known


def _unclear(it: str) -> str:
    return _("Dit begrijpen we niet: {it}. Zie hartlijn whatif --help.").format(it=it[:200])


def _one_of(option: str, words: Any) -> Callable[[str], Any]:
    def parse(given: str) -> Any:
        if given not in list(words):
            sentence = _("{option} kan niet {given} zijn. Kies uit: {words}.")
            raise WrongError(
                sentence.format(option=option, given=given[:60], words=", ".join(words))
            )
        return words(given)

    return parse


def _whole(option: str, least: int, most: int) -> Callable[[str], int]:
    def parse(given: str) -> int:
        is_whole = given.isascii() and given.isdigit() and len(given) <= LONGEST_NUMBER
        if not is_whole or not least <= int(given) <= most:
            sentence = _("{option} is een heel getal van {least} tot {most}, en niet {given}.")
            told = {"least": least, "most": most, "given": given[:60]}
            raise WrongError(sentence.format(option=option, **told))
        return int(given)

    return parse


def _above_0(option: str) -> Callable[[str], float]:
    def parse(given: str) -> float:
        try:
            number = float(given.replace(",", "."))
        except ValueError:
            number = 0.0
        if not 0 < number < float("inf"):
            sentence = _("{option} is een getal boven 0, en niet {given}.")
            raise WrongError(sentence.format(option=option, given=given[:60]))
        return number

    return parse
