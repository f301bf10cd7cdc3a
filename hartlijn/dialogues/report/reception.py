"""How a finding was received, in frames that go round so that no two neighbours sound alike."""

from collections.abc import Sequence
from typing import Final

from hartlijn.dialogues.report.meeting import Contribution, Marks
from hartlijn.dialogues.report.presence import SMALLEST

MOST: Final = (85, 60, 40)
"""From so many hundredths on nearly everybody, most, about half recognised it."""
PUT: Final = (
    ("Ook voorgelegd: ‘{text}’", "Also put: ‘{text}’"),
    ("Een volgende bevinding: ‘{text}’", "A further finding: ‘{text}’"),
    ("Daarnaast lag voor: ‘{text}’", "Next to that was put: ‘{text}’"),
)
EVERYBODY: Final = (
    ("Dat herkende iedereen die reageerde.", "Everybody who responded recognised this."),
    ("Daarin vond iedereen zich terug.", "Here everybody found themselves back."),
)
NEARLY: Final = (
    ("Dat herkende bijna iedereen: {of}.", "Nearly everybody recognised this: {of}."),
    ("Ook dat was voor bijna iedereen herkenbaar ({of}).", "This too rang true for nearly all ({of})."),
    ("Bijna niemand hoefde daarover na te denken: {of} herkenden dit.", "Hardly anybody had to think about it: {of} recognised this."),
)  # fmt: skip
MOSTLY: Final = (
    ("De meesten herkenden dat: {of}.", "Most recognised this: {of}."),
    ("Voor {of} was dit herkenbaar.", "This rang true for {of}."),
    ("Een ruime meerderheid vond zich hierin terug ({of}).", "A clear majority found themselves back in it ({of})."),
)  # fmt: skip
HALF: Final = (
    ("Ongeveer de helft herkende dat: {of}.", "About half recognised this: {of}."),
    ("Hierover liep het uiteen: {of} herkenden dit.", "On this they differed: {of} recognised it."),
)
PARTIAL: Final = (
    ("Lang niet iedereen reageerde hierop; {of} herkenden dit.", "By no means all responded to this; {of} recognised it."),
)  # fmt: skip
FEW: Final = (
    ("Dat herkende een minderheid: {of}.", "A minority recognised this: {of}."),
    ("Hierin vonden weinig mensen zich terug ({of}).", "Few found themselves back in this ({of})."),
)


def of_study(shares: Sequence[int], said: Sequence[Contribution]) -> tuple[str, str]:
    """How the results of one study were received, all together."""
    if shares and min(shares) >= MOST[1]:
        nl = "De resultaten van {study} waren voor de meeste aanwezigen herkenbaar."
        en = "Most of those present recognised the results of {study}."
    elif shares and sum(shares) >= MOST[2] * len(shares):
        nl = "De resultaten van {study} riepen herkenning op, maar niet overal even sterk."
        en = "The results of {study} were recognised, though not everywhere to the same degree."
    elif shares:
        nl = "Over de resultaten van {study} waren de aanwezigen verdeeld."
        en = "Those present were divided about the results of {study}."
    elif any(one.mark == "recognised" for one in said):
        nl = "De resultaten van {study} werden herkend."
        en = "The results of {study} were recognised."
    elif said:
        nl = "De resultaten van {study} werden besproken."
        en = "The results of {study} were discussed."
    else:
        nl = "De resultaten van {study} zijn voorgelegd. Daarop kwam geen reactie."
        en = "The results of {study} were put. Nobody responded to them."
    return nl, en


def of_finding(place: int, marks: Marks, people: int | None) -> tuple[str, str]:
    hundredths = 100 * marks.recognised // marks.total
    if marks.total < SMALLEST:  # so few that a number would point at somebody
        if marks.recognised == marks.total:
            return "Dat werd herkend.", "This was recognised."
        if marks.recognised:
            return "Niet iedereen herkende dat even sterk.", "Not all recognised this equally."
        return "Dat werd niet zo herkend.", "This was not recognised as such."
    if marks.recognised == 0:
        return "Niemand herkende dat zonder meer.", "Nobody recognised this just like that."
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
