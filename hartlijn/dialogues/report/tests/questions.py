"""What somebody who knows only the report can answer: ten questions about each of three meetings.

A question, and words of the answer as they must stand in the report, in Dutch and in English.
"""

from typing import Final

Asked = tuple[str, str, str]

QUESTIONS: Final[dict[str, tuple[Asked, ...]]] = {
    "vlissingen-2024": (
        ("When was it?", "10 september 2024", "10 September 2024"),
        ("Where was it?", "in Vlissingen", "in Vlissingen"),
        ("What was it about?", "promotieonderzoek naar hoe zingeving in werk", "doctoral study into how meaning in work"),
        ("From how many organisations did professionals come?", "professionals van zeven organisaties", "professionals from seven organisations"),
        ("What of the literature was singled out?", "secundaire traumatisering en het evenwicht tussen werk en privé", "secondary traumatisation and the balance between work and private life"),
        ("What puts pressure on organisations?", "door een tekort aan personeel en door beleidskaders", "from staff shortage and policy frameworks"),
        ("What do social media do?", "vervaagt de grens tussen werk en privé", "blur the border between work and private life"),
        ("When does responsibility tip over?", "Komt er perfectionisme bij, dan kan het omslaan", "With perfectionism added it can turn"),
        ("What is the main lead for education?", "het belangrijkste aanknopingspunt bij studenten die groeien in zelfkennis en persoonlijk leiderschap", "the main lead lies in students who grow in self-knowledge and personal leadership"),
        ("What does it call for?", "vraagt om een aanpak die opleiding en werkveld delen", "calls for an approach that education and practice share"),
    ),
    "invented-twelve": (
        ("When was it?", "17 maart 2026", "17 March 2026"),
        ("How many took part?", "twaalf mensen", "Twelve people"),
        ("Which organisations?", "Jeugdhuis De Werf en Hogeschool Delta", "Jeugdhuis De Werf and Hogeschool Delta"),
        ("How widely was being noticed recognised?", "elf van de twaalf", "eleven of the twelve"),
        ("What happens to the weekly talk?", "Eerst schuift het een dag, dan een week", "First it moves a day, then a week"),
        ("Who saw that otherwise?", "Bij ons staat het vast", "With us it is fixed"),
        ("What was missing most?", "wat je ’s avonds mee naar huis neemt", "what you take home in the evening"),
        ("What was mentioned less often?", "lachen met elkaar", "laughing together"),
        ("Who takes up practising to ask?", "Dit ligt bij Hogeschool Delta, met als uiterste datum 1 september 2026", "Hogeschool Delta agreed to take this up, by 1 September 2026"),
        ("Why is there no separate mentor?", "in de kleine teams te weinig mensen", "the small teams have too few people"),
    ),
    "invented-sixty": (
        ("Who were there beside those counted kind by kind?", "en samen negen docenten en onderzoekers", "and together nine teachers and researchers"),
        ("How many were students?", "achttien studenten", "eighteen students"),
        ("Which finding was most widely recognised?", "geraakt worden als gewoon gevolg", "being touched as an ordinary result"),
        ("On what were they divided?", "Meer verdeeld waren de aanwezigen over reflectie als verplichting", "more divided about reflection as a duty"),
        ("Who recognised late asking for help more often?", "Starters herkenden dit vaker dan leidinggevenden", "Starters recognised this more often than team leaders"),
        ("What was missing most?", "de telefoon die nooit uit staat", "the phone that is never off"),
        ("Which views of few were kept?", "geloof en levensovertuiging", "faith and conviction"),
        ("What changes at the weekend?", "één persoon de telefoon van het werk", "one person has the work phone"),
        ("What will not happen?", "elke twee weken, niet elke week", "every two weeks, not every week"),
        ("What do school and employers do together?", "één plan voor stage en eerste werkjaar", "one plan for placement and first year at work"),
    ),
}  # fmt: skip
