"""How a finding was received, in frames that go round so that no two neighbours sound alike."""

from collections.abc import Sequence
from typing import Final

from hartlijn.dialogues.report.meeting import Contribution, Marks, PutFinding
from hartlijn.dialogues.small_groups import SMALLEST

MOST: Final = (85, 60, 40)
"""From so many hundredths on nearly everybody, most, about half recognised it."""
PUT: Final = (
    ("Ook voorgelegd: ‘{text}’", "Another finding: ‘{text}’"),
    ("Een volgende bevinding: ‘{text}’", "The next finding: ‘{text}’"),
    ("Daarnaast lag voor: ‘{text}’", "A further finding: ‘{text}’"),
)
EVERYBODY: Final = (
    ("Dat herkende iedereen die reageerde: {all}.", "Everybody who responded recognised this: {all}."),
    ("Wie reageerde, herkende dit zonder uitzondering ({all}).", "All who responded, {all}, recognised this."),
)  # fmt: skip
NEARLY: Final = (
    ("Dat herkende bijna iedereen: {of}.", "Nearly everybody recognised this: {of}."),
    ("Voor bijna iedereen was dit herkenbaar ({of}).", "This rang true for nearly everybody ({of})."),
    ("Bijna allemaal zeiden zij dit te herkennen: {of}.", "Almost all said they recognised this: {of}."),
)  # fmt: skip
MOSTLY: Final = (
    ("De meesten herkenden dat: {of}.", "Most recognised this: {of}."),
    ("Voor {of} was dit herkenbaar.", "This rang true for {of}."),
    ("Een meerderheid vond zich hierin terug ({of}).", "A majority saw themselves in it ({of})."),
)
HALF: Final = (
    ("Ongeveer de helft herkende dat: {of}.", "About half recognised this: {of}."),
    ("Hierover liepen de meningen uiteen: {of} herkenden dit.", "Opinions differed: {of} recognised this."),
)  # fmt: skip
PARTIAL: Final = (
    ("Lang niet iedereen reageerde hierop; {of} herkenden dit.", "By no means all responded to this; {of} recognised it."),
)  # fmt: skip
FEW: Final = (
    ("Dat herkende een minderheid: {of}.", "A minority recognised this: {of}."),
    ("Hierin vond een minderheid zich terug ({of}).", "A minority saw themselves in this ({of})."),
)


def totals(finding: PutFinding) -> Marks:
    """Everybody's marks together."""
    return sum((one.marks for one in finding.marks or ()), Marks())


def share(finding: PutFinding) -> int:
    """Who recognised it of who marked it, in hundredths; 0 when nobody did."""
    marks = totals(finding)
    return 100 * marks.recognised // marks.total if marks.total else 0


def is_telling(finding: PutFinding, people: int | None) -> bool:
    """Whether so many marked it that it says something about those present: at least half."""
    total = totals(finding).total
    return total >= SMALLEST and total * 2 >= (people or 0)


def of_study(
    findings: Sequence[PutFinding], said: Sequence[Contribution], people: int | None
) -> tuple[str, str]:
    """How the results of one study were received, all together."""
    marked = [one for one in findings if totals(one).total]
    telling = [one for one in marked if is_telling(one, people)]
    shares = [share(one) for one in telling]
    if telling:
        if min(shares) >= MOST[1] and all(_is_majority(one, people) for one in findings):
            nl = "De resultaten van {study} waren voor de meeste aanwezigen herkenbaar."
            en = "Most of those present recognised the results of {study}."
        elif min(shares) >= MOST[1]:
            nl = "Wie reageerde, herkende de resultaten van {study} meestal."
            en = "Most of those who responded recognised the results of {study}."
        elif sum(shares) >= MOST[2] * len(shares):
            nl = "De resultaten van {study} riepen herkenning op, maar niet overal even sterk."
            en = "The results of {study} were recognised, though not everywhere to the same degree."
        elif any(totals(one).recognised for one in telling):
            nl = "Over de resultaten van {study} liepen de meningen uiteen."
            en = "Opinions about the results of {study} differed."
        else:
            nl = "De resultaten van {study} werden hooguit deels herkend."
            en = "The results of {study} were recognised in part at most."
    elif any(one.mark == "recognised" for one in said) and not marked:
        nl, en = (
            "De resultaten van {study} werden herkend.",
            "The results of {study} were recognised.",
        )
    elif said or marked:
        nl, en = (
            "De resultaten van {study} werden besproken.",
            "The results of {study} were discussed.",
        )
    else:
        nl = "De resultaten van {study} zijn voorgelegd. Daarop kwam geen reactie."
        en = "The results of {study} were presented. Nobody responded to them."
    return nl, en


def _is_majority(finding: PutFinding, people: int | None) -> bool:
    """Whether more than half of all who were there recognised it."""
    return totals(finding).recognised * 2 > (people or 0)


def of_finding(place: int, marks: Marks, people: int | None) -> tuple[str, str]:
    """Who recognised a finding."""
    if marks.total < SMALLEST:  # so few that a number would point at somebody
        return _of_few(marks)
    if marks.unrecognised == marks.total:
        return "Niemand van {whole} herkende dit.", "None of {whole} recognised this."
    if marks.recognised == 0:
        return "Niemand herkende dit helemaal.", "Nobody fully recognised this."
    hundredths = 100 * marks.recognised // marks.total
    frames: tuple[tuple[str, str], ...] = FEW
    if people and marks.total * 2 < people and marks.recognised > 1:
        frames = PARTIAL
    elif marks.recognised == marks.total:
        frames = EVERYBODY
    elif hundredths >= MOST[0]:
        frames = NEARLY
    elif hundredths >= MOST[1]:
        frames = MOSTLY
    elif hundredths >= MOST[2]:
        frames = HALF
    return frames[place % len(frames)]


def _of_few(marks: Marks) -> tuple[str, str]:
    if marks.recognised == marks.total:
        return "Dat werd herkend.", "This was recognised."
    if marks.recognised:
        return "Niet iedereen herkende dat even sterk.", "Not all recognised this equally."
    if marks.partly:
        return "Dat werd hooguit deels herkend.", "This was recognised in part at most."
    return "Dat werd niet echt herkend.", "This was not really recognised."
