"""The first part: when, where, about what, and who was there."""

from collections.abc import Iterator

from hartlijn.dialogues.report.groups import SMALLEST
from hartlijn.dialogues.report.meeting import Both, Meeting, Presence
from hartlijn.dialogues.report.saying import Listed, as_name, say
from hartlijn.dialogues.report.telling import paragraph
from hartlijn.dialogues.report.text import Paragraph, Sentence
from hartlijn.dialogues.report.words import counted, number, one_of, period, plural


def is_empty(meeting: Meeting) -> bool:
    """Whether nobody took part, or nobody said anything."""
    marked = any(one.marks.total for f in meeting.findings for one in f.marks or ())
    said = meeting.contributions or meeting.leads or meeting.threads
    return meeting.people == 0 or not (marked or said)


def occasion(meeting: Meeting) -> Iterator[Paragraph]:
    """When, where, about what, with which questions."""
    yield from paragraph(_when(meeting), _questions(meeting))


def who(meeting: Meeting) -> Iterator[Paragraph]:
    """Kinds of people, with a number where that is known and points at nobody."""
    yield from paragraph(_people(meeting), _organisations(meeting), _said(meeting))


def _when(meeting: Meeting) -> Iterator[Sentence]:
    when = period(meeting.day, meeting.until)
    long = meeting.until is not None and meeting.until != meeting.day
    if long:
        nl = "{when} liep een schriftelijke dialoog"
        en = "{when} a dialogue was held in writing"
    elif meeting.place:
        nl = "{when} vond in {place} een dialoog plaats"
        en = "{when} a dialogue was held in {place}"
    else:
        nl, en = "{when} vond een dialoog plaats", "{when} a dialogue was held"
    if meeting.occasion:
        nl, en = f"{nl} over {{occasion}}.", f"{en} about {{occasion}}."
    else:
        nl, en = f"{nl}.", f"{en}."
    yield say(
        "meeting/when",
        nl,
        en,
        when=when,
        place=meeting.place,
        occasion=as_name(meeting.occasion),
    )


def _questions(meeting: Meeting) -> Iterator[Sentence]:
    asked = tuple(Both(_marked(one.nl), _marked(one.en)) for one in meeting.questions if one)
    if len(asked) == 1:
        yield say(
            "meeting/questions",
            "De vraag was: {asked}",
            "The question was: {asked}",
            asked=asked[0],
        )
    elif asked:
        yield say(
            "meeting/questions",
            "{count^} vragen lagen op tafel: {asked}",
            "{count^} questions were on the table: {asked}",
            count=number(len(asked)),
            asked=Listed(asked),
        )


def _marked(question: str) -> str:
    return f"‘{question.strip()}’" if question.strip() else ""


def _people(meeting: Meeting) -> Iterator[Sentence]:
    large = [one for one in meeting.who if (one.number or 0) >= SMALLEST]
    small = [one for one in meeting.who if one.number is None or 0 < one.number < SMALLEST]
    if meeting.people == 0:
        yield say("who/nobody", "Er deed niemand mee.", "Nobody took part.")
        return
    if meeting.people:
        yield _total(meeting, large, small)
        return
    if large or small:
        yield say(
            "who/kinds",
            "Aan tafel zaten {kinds}.",
            "At the table were {kinds}.",
            kinds=Listed((*map(_kind, large), *map(_kind, small))),
        )


def _total(meeting: Meeting, large: list[Presence], small: list[Presence]) -> Sentence:
    """The total, unless taking off the numbers that are told leaves the number of a few."""
    people = meeting.people or 0
    rest = people - sum(one.number or 0 for one in large)
    if large and small and rest < SMALLEST:
        return say(
            "who/people",
            "Er deden {kinds} mee, en ook {few}.",
            "Among those who took part were {kinds}, and also {few}.",
            kinds=Listed(tuple(map(_kind, large))),
            few=Listed(tuple(map(_kind, small))),
        )
    nl, en = "Er deden {people} mee", "{people^} took part"
    if people == 1:
        nl = "Er deed {people} mee"
    if large:
        nl, en = f"{nl}: {{kinds}}", f"{en}: {{kinds}}"
        if small:
            nl, en = f"{nl}, en nog {{rest}} als {{few}}", f"{en}, and {{more}} more as {{few}}"
    elif small:
        nl, en = f"{nl}, als {{few}}", f"{en}, as {{few}}"
    return say(
        "who/people",
        f"{nl}.",
        f"{en}.",
        people=counted(people, "people"),
        kinds=Listed(tuple(map(_kind, large))),
        few=_one_of(small),
        more=number(max(1, rest)),
        rest=counted(max(1, rest), "people"),
    )


def _one_of(small: list[Presence]) -> Both:
    """Kinds of which there were so few that they are told together."""
    names = [one.name or plural(one.perspective or "people", 1) for one in small]
    nl, en = [one.nl or one.en for one in names], [one.en or one.nl for one in names]
    return Both(one_of(nl, "nl"), one_of(en, "en"))


def _kind(one: Presence) -> Both:
    """With its number from ``SMALLEST`` on; a smaller one is not told apart."""
    many = (one.number or 0) >= SMALLEST
    if one.name:
        said = number(one.number or 0)
        name = as_name(one.name)
        return Both(f"{said.nl} {name.nl}", f"{said.en} {name.en}") if many else name
    if one.perspective is None:
        rest = Both("mensen die geen rol kozen", "people who chose no role")
        said = number(one.number or 0)
        return Both(f"{said.nl} {rest.nl}", f"{said.en} {rest.en}") if many else rest
    if many:
        return counted(one.number or 0, one.perspective)
    return plural(one.perspective)


def _organisations(meeting: Meeting) -> Iterator[Sentence]:
    named = tuple(Both(one, one) for one in meeting.organisations)
    count = meeting.organisation_count or len(named)
    if not count:
        return
    nl, en = "Zij kwamen van {count}", "They came from {count}"
    if named:
        nl, en = f"{nl}: {{named}}", f"{en}: {{named}}"
    if meeting.people == 1:
        nl, en = "Dat was namens {count}: {named}", "That was for {count}: {named}"
    if meeting.people != 0:
        yield say(
            "who/organisations",
            f"{nl}.",
            f"{en}.",
            count=counted(count, "organisation"),
            named=Listed(named),
        )


def _said(meeting: Meeting) -> Iterator[Sentence]:
    total = sum(one.weight for one in meeting.contributions)
    if meeting.recorded:
        yield say(
            "who/recorded",
            "Hoeveel mensen er waren en wie wat vond, is toen niet vastgelegd. "
            "Dit verslag noemt daarom geen aantallen.",
            "How many people there were and who thought what was not recorded at the time. "
            "So this report gives no numbers.",
        )
    elif total and meeting.people == 1:
        yield say(
            "who/contributions",
            "Dat leverde {count} op.",
            "That brought {count}.",
            count=counted(total, "contribution"),
        )
    elif total and meeting.people != 0:
        yield say(
            "who/contributions",
            "Samen lieten zij {count} achter.",
            "Together they left {count}.",
            count=counted(total, "contribution"),
        )
