"""One finding: who recognised it, and why, and then who saw it otherwise."""

from collections.abc import Iterator, Sequence
from typing import Final

from hartlijn.dialogues.report.groups import difference
from hartlijn.dialogues.report.meeting import Both, Contribution, Marks, Perspective, PutFinding
from hartlijn.dialogues.report.reception import of_finding, totals
from hartlijn.dialogues.report.saying import say
from hartlijn.dialogues.report.telling import Teller, by_theme, names, numbers, weight
from hartlijn.dialogues.report.text import Sentence
from hartlijn.dialogues.report.words import counted, counted_more, number, out_of, plural, the
from hartlijn.dialogues.small_groups import SMALLEST

TOP: Final = 3


def received(teller: Teller, place: int, finding: PutFinding) -> Iterator[Sentence]:
    """How many recognised it, and from which perspective more often."""
    marks = totals(finding)
    key = f"finding-{finding.number}"
    if not marks.total:
        yield say(
            f"{key}/marks",
            "Niemand gaf aan dit wel of niet te herkennen.",
            "Nobody said whether they recognised this or not.",
            findings=[finding.number],
        )
        return
    nl, en = of_finding(place, marks, teller.meeting.people)
    yield say(
        f"{key}/marks",
        nl,
        en,
        of=out_of(marks.recognised, marks.total),
        all=counted(marks.total, "people"),
        whole=the(marks.total),
        findings=[finding.number],
    )
    yield from _apart(key, finding, teller.large)


def _apart(key: str, finding: PutFinding, known: frozenset[Perspective]) -> Iterator[Sentence]:
    """Which perspective recognised it clearly more often, without a number."""
    found = difference(finding.marks or ())
    if not found:
        return
    most, least = (one.alone if one.alone in known else None for one in found)
    if most is None and least is None:
        return
    others = Both("de anderen", "the others")
    yield say(
        f"{key}/apart",
        "{most^} herkenden dit vaker dan {least}.",
        "{most^} recognised this more often than {least}.",
        most=plural(most) if most else others,
        least=plural(least) if least else others,
        findings=[finding.number],
    )


def reasoned(
    teller: Teller, finding: PutFinding, reasons: Sequence[Contribution]
) -> Iterator[Sentence]:
    """Reasons of who recognised it; then how many did not, and theirs."""
    key = f"finding-{finding.number}"
    others = [one for one in reasons if one.mark in {"partly", "not"}]
    most = [one for one in reasons if one not in others]
    retold = list(teller.retold(key, most))
    yield from retold
    yield from teller.quote(key, most, restates=bool(retold))
    rest = [one for one in most if one.number not in teller.used]
    spoken = [theme.key for theme, _those in by_theme(teller, rest)[0][:TOP]]
    yield from _about(f"{key}/themes", teller, most, MOST)
    if totals(finding).total >= SMALLEST:
        yield from _others(key, finding, totals(finding))
    against = list(teller.retold(f"{key}/other", others))
    if against:
        yield say(
            f"{key}/other",
            "Er klonk ook een ander geluid.",
            "There was another view as well.",
            contributions=[n for one in against for n in one.contributions],
        )
        yield from against
    yield from teller.quote(f"{key}/other", others, "other")
    yield from _about(f"{key}/other-themes", teller, others, OTHERS, before=spoken)


def _others(key: str, finding: PutFinding, marks: Marks) -> Iterator[Sentence]:
    """Who recognised it in part or not, however few they are."""
    partly, none = marks.partly, marks.unrecognised
    if partly and none:
        nl = "{partly^} " + _recognised(partly) + " het deels, {none} niet."
        en = "{partly^} recognised it in part, {none} did not."
    elif partly:
        nl = "{partly^} " + _recognised(partly) + " het deels."
        en = "{partly^} recognised it in part."
    elif none and none < marks.total:  # else the sentence before said so
        nl = "{none^} " + _recognised(none) + " het niet."
        en = "{none^} did not recognise it."
    else:
        return
    yield say(
        f"{key}/others",
        nl,
        en,
        partly=counted(partly, "people"),
        none=number(none) if partly else counted(none, "people"),
        findings=[finding.number],
    )


def _recognised(many: int) -> str:
    return "herkenden" if many > 1 else "herkende"


MOST: Final = {
    "all": ("Wie dit herkende, noemde als reden {names}.", "Those who recognised this mentioned {names} as a reason."),
    "top": ("Wie dit herkende, noemde als reden vooral {names}.", "Those who recognised this mentioned above all {names} as a reason."),
    "first": ("Wie dit herkende, gaf daarvoor {count}.", "Those who recognised this gave {count}."),
    "more": ("Wie dit herkende, gaf er nog {count} bij.", "Those who recognised this gave {more}."),
}  # fmt: skip
OTHERS: Final = {
    "same": ("Ook wie het niet of maar deels herkende, had het over {names}.", "Those who did not, or only in part, spoke of {names} as well."),
    "all": ("Wie het niet of maar deels herkende, noemde {names}.", "Those who did not, or only in part, mentioned {names}."),
    "top": ("Wie het niet of maar deels herkende, noemde vooral {names}.", "Those who did not, or only in part, mentioned above all {names}."),
    "first": ("Wie het anders zag, gaf daarvoor {count}.", "Those who saw it differently gave {count}."),
    "more": ("Wie het anders zag, gaf nog {count}.", "Those who saw it differently gave {more}."),
}  # fmt: skip
ONE: Final = ("Eén toelichting ging over {names}.", "One explanation was about {names}.")
BESIDES: Final = (
    ("Daarnaast kwam er nog {count}.", "There was {more}."),
    ("Daarnaast kwamen er nog {count}.", "There were {more}."),
)


def _about(
    key: str,
    teller: Teller,
    reasons: Sequence[Contribution],
    frames: dict[str, tuple[str, str]],
    *,
    before: Sequence[str] = (),
) -> Iterator[Sentence]:
    """What the remaining reasons were about, or that they were given.

    ``before``: the themes of who recognised it, when these are of who did not.
    """
    rest = [one for one in reasons if one.number not in teller.used]
    themed, loose = by_theme(teller, rest)
    top = [theme for theme, _those in themed[:TOP]]
    if top:
        spoken = [one for _theme, those in themed for one in those]
        manner = "top" if len(themed) > TOP or loose else "all"
        if before and [one.key for one in top] == list(before):
            manner = "same"
        nl, en = ONE if weight(spoken) == 1 and manner != "same" else frames[manner]
        yield say(key, nl, en, names=names(top), contributions=numbers(spoken))
    if loose:
        manner = "more" if len(rest) < len(reasons) else "first"
        nl, en = frames[manner]
        if top:
            nl, en = BESIDES[weight(loose) > 1]
        yield say(
            f"{key}-loose",
            nl,
            en,
            count=counted(weight(loose), "reason"),
            more=counted_more(weight(loose), "reason"),
            contributions=numbers(loose),
        )
