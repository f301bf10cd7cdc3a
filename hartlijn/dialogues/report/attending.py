"""The first part: when, where, about what, and who was there."""

from collections.abc import Iterator

from hartlijn.dialogues.report.meeting import Both, Meeting, Presence
from hartlijn.dialogues.report.presence import Division, divided
from hartlijn.dialogues.report.saying import Listed, as_name, ended, say, tidy
from hartlijn.dialogues.report.telling import paragraph
from hartlijn.dialogues.report.text import Paragraph, Sentence
from hartlijn.dialogues.report.words import counted, number, period, plural


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
    stands_inside = meeting.occasion and not _is_sentence(meeting.occasion)
    if stands_inside:
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
    if meeting.occasion and not stands_inside:
        occasion = Both(ended(meeting.occasion.nl), ended(meeting.occasion.en))
        yield say("meeting/occasion", "De aanleiding: {it}", "The occasion: {it}", it=occasion)


def _is_sentence(occasion: Both) -> bool:
    """Whether it seems a sentence, or more (a capital, a full stop): that stands by itself."""
    said = Both(tidy(occasion.nl), tidy(occasion.en))
    return as_name(occasion) != said or ". " in f"{said.nl} {said.en}"


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
    if meeting.people == 0:
        yield say("who/nobody", "Er deed niemand mee.", "Nobody took part.")
        return
    found = divided(meeting.who, meeting.people)
    if meeting.people:
        yield _total(meeting.people, found)
    elif found.apart or found.together:
        yield say(
            "who/kinds",
            "Aan tafel zaten {kinds}.",
            "At the table were {kinds}.",
            kinds=Listed((*map(_counted, found.apart), *map(_named, found.together))),
        )


def _total(people: int, found: Division) -> Sentence:
    """The total, and the kinds as far as they point at nobody."""
    kinds = Listed(tuple(map(_counted, found.apart)))
    if len(found.apart) == 1 and not found.rest:  # everybody is of one kind
        nl, en = "Er deden {kinds} mee.", "{kinds^} took part."
    elif found.apart and found.rest:
        nl = "Er deden {people} mee: {kinds}, en samen {rest} {few}."
        en = "{people^} took part: {kinds}, and together {rest} {few}."
    elif found.apart:
        nl, en = "Er deden {people} mee: {kinds}.", "{people^} took part: {kinds}."
    elif found.together:
        nl, en = "Er deden {people} mee: {few}.", "{people^} took part: {few}."
    else:
        nl, en = f"Er {'deed' if people == 1 else 'deden'} {{people}} mee.", "{people^} took part."
    return say(
        "who/people",
        nl,
        en,
        people=counted(people, "people"),
        kinds=kinds,
        few=_together(found),
        rest=number(found.rest),
    )


def _together(found: Division) -> Listed:
    """Kinds that are told together."""
    names = [_named(one) for one in found.together]
    return Listed((*names, Both("anderen", "others")) if found.others else tuple(names))


def _named(one: Presence) -> Both:
    if one.name:
        return as_name(one.name)
    if one.perspective is None:
        return Both("mensen die geen perspectief kozen", "people who chose no perspective")
    return plural(one.perspective)


def _counted(one: Presence) -> Both:
    many = one.number or 0
    if one.perspective and not one.name:
        return counted(many, one.perspective)
    said, name = number(many), _named(one)
    return Both(f"{said.nl} {name.nl}", f"{said.en} {name.en}")


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
            "Hoeveel mensen er waren en wie wat vond, staat niet in de bron. "
            "Dit verslag noemt daarom geen aantallen mensen.",
            "How many people there were and who thought what is not in the source. "
            "So this report gives no numbers of people.",
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
