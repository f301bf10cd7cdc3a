"""The original of 10 September 2024 in own words, point by point, with where our report says it.

``write()`` makes docs/dialogue-2024-09-10.md anew; the test beside this holds it.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from hartlijn.dialogues.report.draft import draft
from hartlijn.dialogues.report.text import Sentence
from hartlijn.dialogues.shipped import meeting_from

PAGE: Final = Path(__file__).parents[3] / "docs" / "dialogue-2024-09-10.md"
HEAD: Final = """# The dialogue of 10 September 2024: the original beside the report that wrote itself

Left: what the original says, point by point, in own words (*Opbrengst onderzoeksbijeenkomst jeugd*, HZ University of Applied Sciences, Vlissingen). Right: the sentences of the report that Hartlijn drafts from `content/dialogues/vlissingen-2024.toml`, as they are. In Dutch, like the original. The original gives no numbers of people, votes or perspectives; neither does the report. This page is made and held by `hartlijn/dialogues/tests/test_side_by_side.py`.
"""


@dataclass(frozen=True)
class Point:
    """What the original says at a place, and the sentences of the report that say it."""

    part: str
    original: str
    sentences: tuple[str, ...]


def _theme(key: str) -> tuple[str, str]:
    return (f"missing/theme-{key}", f"missing/theme-{key}/says")


POINTS: Final = (
    Point("Titel en aanleiding", "Op 10 september 2024 in Vlissingen: terugkoppeling van literatuurstudie en praktijkverkenning uit het promotieonderzoek naar weerbaarheid door zingeving in werk", ("meeting/when",)),
    Point("Titel en aanleiding", "Wie er waren, naar soort: mensen van zeven organisaties, lector en onderzoeker, domeindirecteur, opleidingscoördinator, docenten", ("who/kinds",)),
    Point("Resultaten literatuur", "De resultaten waren herkenbaar", ("literature/opening",)),
    Point("Resultaten literatuur", "Genoemd: secundaire traumatisering, en balans tussen werk en privé", ("literature/named",)),
    Point("Resultaten praktijk", "Ook deze resultaten riepen herkenning op", ("field/opening",)),
    Point("Resultaten praktijk", "Het steunende team; een sterk arbeidsethos met veel verantwoordelijkheidsgevoel", ("field/named",)),
    Point("Resultaten praktijk", "Innerlijke druk om te presteren; grenzen aangeven en vooral hulp vragen valt niet mee", ("field/named", "finding-6/told-6")),
    Point("Resultaten praktijk", "Een spanningsveld, omdat ook de organisatie onder druk staat: te weinig personeel, beleidskaders", ("finding-6/told-7",)),
    Point("Resultaten praktijk", "Weinig tijd om in te werken en om te reflecteren; zicht op eigen succes en kwetsbaarheid komt in de knel", ("finding-7/told-8",)),
    Point("Ontbrekende punten", "Allereerst factoren op macroniveau en boven organisaties uit: maatschappij, regels en kaders, waar je geen directe invloed op hebt en wel mee moet omgaan", ("missing/opening", *_theme("beyond"))),
    Point("Ontbrekende punten", "Sociale media: de grens tussen werk en privé vervaagt, casussen gaan in het weekend door in app-groepen", _theme("social-media")),
    Point("Ontbrekende punten", "Verantwoordelijkheid geeft loyaliteit, en kan met perfectionisme doorslaan; een gebrekkige balans draagt daaraan bij", _theme("tipping")),
    Point("Ontbrekende punten", "Geen inwerktijd door personeelstekort en druk, terwijl leren van fouten onmisbaar is", _theme("mistakes")),
    Point("Ontbrekende punten", "Identiteitsontwikkeling gaat na de opleiding door en vraagt in de praktijk blijvend aandacht", _theme("identity")),
    Point("Ontbrekende punten", "Goed teamleiderschap: je gezien en gewaardeerd voelen", _theme("leadership")),
    Point("Aanknopingspunten onderwijs", "Reflectie centraal, voor zelfkennis en persoonlijk leiderschap", ("lead-reflection",)),
    Point("Aanknopingspunten onderwijs", "Intervisie en supervisie: uit het hoofd, naar het hart; drijfveren, beleving, wat je meedraagt", ("lead-intervision", "quote-20")),
    Point("Aanknopingspunten onderwijs", "Zingeving op de agenda", ("lead-meaning",)),
    Point("Aanknopingspunten onderwijs", "De betrekkelijkheid van cijfers", ("lead-grades",)),
    Point("Samenvatting", "Zingeving in risico en weerbaarheid; balancerende, parallelle en transformerende processen; herkend, met twee punten uitgelicht", ("finding-1/told-1", "summary/literature", "thread-meaning")),
    Point("Samenvatting", "Praktijkverkenning herkend: de thema’s die men deelt, en de verschillende perspectieven op weerbaarheid en zingeving", ("finding-8/told-25", "thread-perspectives")),
    Point("Samenvatting", "Daarin: verantwoordelijkheid en de keerzijde daarvan", ("summary/field", "thread-downside")),
    Point("Samenvatting", "Perfectionisme en innerlijke druk in verband met macrofactoren; dat was onderbelicht", ("summary/missing", "thread-outside")),
    Point("Samenvatting", "Samen een spanningsveld: hoge druk, weinig ruimte om in te werken, minder balans door sociale media", ("thread-tension",)),
    Point("Samenvatting", "Belangrijkste aanknopingspunt: zelfkennis en persoonlijk leiderschap van studenten", ("summary/education",)),
    Point("Samenvatting", "Inwerken in een warme omgeving, gezien en gewaardeerd, fouten mogen maken, steunend team", ("summary/practice", "lead-warm")),
    Point("Conclusie", "Pleit voor een gezamenlijke aanpak van opleiding en werkveld", ("lead-bridge/plea",)),
    Point("Conclusie", "Een brug, waarin identiteit en reflectie in een doorgaande lijn gevoed worden, ook in de praktijk", ("lead-bridge",)),
)  # fmt: skip


def page() -> str:
    """The page in the docs."""
    report = draft(meeting_from("vlissingen-2024"))
    known = {one.key: one for one in report.sentences}
    lines = [HEAD]
    for part in dict.fromkeys(one.part for one in POINTS):
        lines += [f"## {part}", "", "| The original says | The report says |", "|---|---|"]
        for point in (one for one in POINTS if one.part == part):
            said = " ".join(_said(known[key]) for key in point.sentences)
            lines.append(f"| {point.original} | {said} |")
        lines.append("")
    return "\n".join(lines)


def _said(sentence: Sentence) -> str:
    return sentence.text("nl").replace("|", "\\|")


def write() -> None:
    """Make the page anew."""
    PAGE.write_text(page(), encoding="utf-8")
