"""Numbers, days and lists in words, in Dutch and English."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from hartlijn.dialogues.report.meeting import Both, Language

NL: Final = [
    "geen",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
    "twintig",
]
EN: Final = [
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
TENS: Final = {
    30: Both("dertig", "thirty"),
    40: Both("veertig", "forty"),
    50: Both("vijftig", "fifty"),
    60: Both("zestig", "sixty"),
    70: Both("zeventig", "seventy"),
    80: Both("tachtig", "eighty"),
    90: Both("negentig", "ninety"),
    100: Both("honderd", "a hundred"),
}
MONTHS: Final = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
NOUNS: Final = {
    "people": (Both("persoon", "person"), Both("mensen", "people")),
    "contribution": (Both("bijdrage", "contribution"), Both("bijdragen", "contributions")),
    "card": (Both("kaartje", "card"), Both("kaartjes", "cards")),
    "reason": (Both("toelichting", "explanation"), Both("toelichtingen", "explanations")),
    "finding": (Both("bevinding", "finding"), Both("bevindingen", "findings")),
    "theme": (Both("thema", "theme"), Both("thema’s", "themes")),
    "lead": (Both("aanknopingspunt", "lead"), Both("aanknopingspunten", "leads")),
    "question": (Both("vraag", "question"), Both("vragen", "questions")),
    "remark": (Both("opmerking", "remark"), Both("opmerkingen", "remarks")),
    "organisation": (Both("organisatie", "organisation"), Both("organisaties", "organisations")),
    "student": (Both("student", "student"), Both("studenten", "students")),
    "starter": (Both("starter", "starter"), Both("starters", "starters")),
    "experienced": (
        Both("ervaren professional", "experienced professional"),
        Both("ervaren professionals", "experienced professionals"),
    ),
    "leader": (Both("leidinggevende", "team leader"), Both("leidinggevenden", "team leaders")),
    "teacher": (Both("docent", "teacher"), Both("docenten", "teachers")),
    "researcher": (Both("onderzoeker", "researcher"), Both("onderzoekers", "researchers")),
}
ORDER: Final = ("student", "starter", "experienced", "leader", "teacher", "researcher")


def number(value: int) -> Both:
    """In words up to twenty and for round tens; in figures beyond."""
    if value in TENS:
        return TENS[value]
    if 0 <= value < len(NL):
        return Both(NL[value], EN[value])
    return Both(grouped(value, "."), grouped(value, ","))


def grouped(value: int, mark: str) -> str:
    """A large number with a mark at each thousand."""
    return f"{value:,}".replace(",", mark)


def counted(value: int, noun: str) -> Both:
    """A number and what it counts."""
    name, said = plural(noun, value), number(value)
    return Both(f"{said.nl} {name.nl}", f"{said.en} {name.en}")


def counted_more(value: int, noun: str) -> Both:
    """So many on top of those told already; Dutch puts its "nog" elsewhere in the sentence."""
    return Both(counted(value, noun).nl, f"{number(value).en} more {plural(noun, value).en}")


def the(value: int) -> Both:
    """All of so many, after "none of"."""
    return Both(f"de {number(value).nl}", f"the {number(value).en}")


def plural(noun: str, value: int = 2) -> Both:
    """A noun as it goes with a number."""
    return NOUNS[noun][value != 1]


def out_of(some: int, whole: int) -> Both:
    """So many of so many, both in the same kind of writing."""
    if max(some, whole) < len(NL):
        return Both(
            f"{number(some).nl} van de {number(whole).nl}",
            f"{number(some).en if some else 'none'} of the {number(whole).en}",
        )
    return Both(
        f"{grouped(some, '.')} van de {grouped(whole, '.')}",
        f"{grouped(some, ',')} of the {grouped(whole, ',')}",
    )


def day(value: date) -> Both:
    """A day with its month as a word."""
    return Both(_day(value, "nl"), _day(value, "en"))


def _day(value: date, language: Language) -> str:
    return f"{value.day} {MONTHS[language].split()[value.month - 1]} {value.year}"


def period(start: date, end: date | None) -> Both:
    """One day, or from one to another, ready to begin a sentence."""
    first = day(start)
    if end is None or end == start:
        return Both(f"Op {first.nl}", f"On {first.en}")
    last = day(end)
    return Both(f"Tussen {first.nl} en {last.nl}", f"Between {first.en} and {last.en}")


def listed(
    items: Sequence[str], language: Language, *, parted: bool = False, double: bool = False
) -> str:
    """One, two and three; ``parted`` by semicolons, ``double`` with a comma before "and" too."""
    last = " en " if language == "nl" else " and "
    if len(items) < 2:  # noqa: PLR2004 - one needs no "and"
        return "".join(items)
    if parted:
        return "; ".join(items[:-1]) + f";{last}{items[-1]}"
    comma = "," if len(items) > 2 and double else ""  # noqa: PLR2004 - of two it is clear
    return f"{', '.join(items[:-1])}{comma}{last}{items[-1]}"


def capital(text: str) -> str:
    """With a capital to begin a sentence with; Dutch writes that of a stressed one once."""
    return f"E{text[1:]}" if text.startswith("één") else text[:1].upper() + text[1:]
