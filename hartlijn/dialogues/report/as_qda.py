"""Contributions with their codes for programs of qualitative research (REFI-QDA, .qdpx).

A packed file with ``project.qde`` (XML, standard of 2019, version 1.5) and one text with all
contributions under each other; every contribution is a selection with its codes. Nobody's name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET  # only writes; reading is defusedxml's

from hartlijn.dialogues.report.groups import large, named
from hartlijn.dialogues.report.meeting import Contribution, Language, Meeting
from hartlijn.dialogues.report.saying import tidy
from hartlijn.dialogues.report.words import NOUNS
from hartlijn.lib.papers.steady import packed

SPACE: Final = "urn:QDA-XML:project:1.0"
HERE: Final = UUID("8f0d3e0a-6a4e-5d0f-9b39-2f7d1f4f6a31")
KINDS: Final = {
    "finding": ("Reden bij een bevinding", "Reason for a finding"),
    "missing": ("Wat ontbrak", "What was missing"),
    "education": ("Voor de opleiding", "For education"),
    "practice": ("Voor de praktijk", "For practice"),
    "together": ("Voor beide samen", "For both together"),
    "other": ("Verder gezegd", "Said besides"),
}
MARKS: Final = {
    "recognised": ("Herkenbaar", "Recognised"),
    "partly": ("Deels herkenbaar", "Recognised in part"),
    "not": ("Niet herkenbaar", "Not recognised"),
}
QUOTING: Final = {
    True: ("Mag aangehaald", "May be quoted"),
    False: ("Niet aanhalen", "Not to quote"),
}
GROUPS: Final = {
    "kind": ("Soort", "Kind"),
    "mark": ("Herkenning", "Recognition"),
    "finding": ("Bevinding", "Finding"),
    "theme": ("Thema", "Theme"),
    "perspective": ("Perspectief", "Perspective"),
    "quoting": ("Aanhalen", "Quoting"),
}


@dataclass(frozen=True)
class Code:
    """One code in its group, with the contributions it holds for."""

    group: str
    key: str
    name: str


def project_of(meeting: Meeting, language: Language) -> bytes:
    """The packed file; the same meeting gives the same bytes."""
    text = "".join(f"{line}\n" for line in map(_line, meeting.contributions))
    source = _guid("source")
    root = _project(meeting, language, source)
    ET.indent(root)
    body = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return packed({"project.qde": body, f"Sources/{source}.txt": text.encode()})


def _project(meeting: Meeting, language: Language, source: str) -> ET.Element:
    ET.register_namespace("", SPACE)
    moment = f"{meeting.day.isoformat()}T00:00:00Z"
    user = _guid("user")
    root = _element(
        None,
        "Project",
        name=_name(meeting.title.of(language) or meeting.title.nl or meeting.title.en),
        origin="Hartlijn",
        creatingUserGUID=user,
        creationDateTime=moment,
    )
    _element(_element(root, "Users"), "User", guid=user, name="Hartlijn")
    book = {one.number: list(_codes(meeting, one, language)) for one in meeting.contributions}
    if meeting.contributions:
        _codebook(root, (code for codes in book.values() for code in codes), language)
    _source(root, meeting, book, source)
    return root


def _codebook(root: ET.Element, codes: Iterable[Code], language: Language) -> None:
    whole = _element(_element(root, "CodeBook"), "Codes")
    groups: dict[str, dict[str, Code]] = {name: {} for name in GROUPS}
    for one in codes:
        groups[one.group].setdefault(one.key, one)
    for group, found in groups.items():
        if not found:
            continue
        label = GROUPS[group][language == "en"]
        parent = _element(whole, "Code", guid=_guid(group), name=label, isCodable="false")
        for one in sorted(found.values(), key=lambda code: (code.name, code.key)):
            _element(
                parent, "Code", guid=_guid(group, one.key), name=_name(one.name), isCodable="true"
            )


def _source(root: ET.Element, meeting: Meeting, book: dict[int, list[Code]], source: str) -> None:
    moment = f"{meeting.day.isoformat()}T00:00:00Z"
    user = _guid("user")
    text = _element(
        _element(root, "Sources"),
        "TextSource",
        guid=source,
        name=_name(meeting.title.nl or meeting.title.en),
        plainTextPath=f"internal://{source}.txt",
        creatingUser=user,
        creationDateTime=moment,
    )
    at = 0
    for one in meeting.contributions:
        line = _line(one)
        selection = _element(
            text,
            "PlainTextSelection",
            guid=_guid("selection", one.number),
            name=str(one.number),
            startPosition=str(at),
            endPosition=str(at + len(line)),
            creatingUser=user,
            creationDateTime=moment,
        )
        for code in book[one.number]:
            coding = _element(
                selection,
                "Coding",
                guid=_guid("coding", one.number, code.group),
                creatingUser=user,
                creationDateTime=moment,
            )
            _element(coding, "CodeRef", targetGUID=_guid(code.group, code.key))
        at += len(line) + 1


def _codes(meeting: Meeting, one: Contribution, language: Language) -> Iterator[Code]:
    english = language == "en"
    yield Code("kind", one.kind, KINDS[one.kind][english])
    yield Code("quoting", str(one.may_quote), QUOTING[one.may_quote][english])
    if one.mark:
        yield Code("mark", one.mark, MARKS[one.mark][english])
    if one.finding:
        yield Code("finding", str(one.finding), f"{GROUPS['finding'][english]} {one.finding}")
    if theme := meeting.theme(one.theme):
        name = theme.name.of(language) or theme.name.nl or theme.name.en
        yield Code("theme", theme.key, tidy(name) or theme.key)
    if who := named(one, large(meeting)):
        yield Code("perspective", who, NOUNS[who][0].of(language))


def _line(one: Contribution) -> str:
    return f"[{one.number}] {tidy(one.text)}"


def _name(text: str) -> str:
    return tidy(text)[:200] or "–"


def _element(parent: ET.Element | None, tag: str, **attributes: str) -> ET.Element:
    name = f"{{{SPACE}}}{tag}"
    if parent is None:
        return ET.Element(name, attributes)
    return ET.SubElement(parent, name, attributes)


def _guid(*parts: object) -> str:
    """The same for the same part of a project."""
    return str(uuid5(HERE, "/".join(map(str, parts))))
