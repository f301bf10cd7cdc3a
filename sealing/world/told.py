"""What the people of the demonstration wrote. Nobody in it exists, and nothing in it happened."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sealing.world.drawn import THREE_AND_A_DOG


@dataclass(frozen=True)
class Met:
    """Reflection with others: how long, in what form, under whose guidance."""

    minutes: int
    form: str
    guide: str


@dataclass(frozen=True)
class Gift:
    """A text that somebody may read from the day after, perhaps until so many days on."""

    to: str
    for_days: int | None = None
    answer: str = ""
    """What the receiver answered a day later."""


@dataclass(frozen=True)
class Told:
    """One letter: written so many days ago."""

    days_ago: int
    text: str
    kind: str = "moment"
    themes: tuple[str, ...] = ()
    gift: Gift | None = None
    met: Met | None = None
    due_in: int | None = None
    """Comes back so many days after today; of what was parked or intended."""
    more: dict[str, Any] = field(default_factory=dict)
    """Other parts of the content: words, a drawing, what it lies ready for."""

    def content(self, written: date) -> dict[str, Any]:
        """The content of the letter (docs/decisions/0010)."""
        content: dict[str, Any] = {"v": 1, "text": self.text, **self.more}
        if self.themes:
            content["themes"] = list(self.themes)
        if self.met:
            met = {"form": self.met.form, "guide": self.met.guide, "minutes": self.met.minutes}
            content["met"] = {"date": written.isoformat(), **met}
        return content


NOOR: Final = (
    Told(
        127,
        "Vandaag begon ik met mijn lijn. Over zeven weken start mijn stage in de jeugdhulp. Ik heb "
        "er zin in en ik slaap er slecht van, allebei tegelijk.\n\nWat ik meeneem: ik kan goed "
        "luisteren. Wat ik nog niet weet: hoe je iets zegt als iemand niet wil praten.",
        kind="free",
    ),
    Told(
        104,
        "Gesprek met Joost over mijn leerdoelen. Ik had er negen. Hij vroeg welke ik over een jaar "
        "nog zou willen weten. Toen bleven er twee over: grenzen aangeven zonder hard te worden, en "
        "hulp vragen vóór het te laat is.\n\nDat tweede vind ik het moeilijkst. Ik wil het zo graag "
        "zelf kunnen.",
        kind="drive",
        themes=("hulp vragen", "grenzen"),
    ),
    Told(
        79,
        "Eerste dag op de groep. Iedereen kent iedereen en ik wist niet waar de koffiekopjes "
        "stonden. Een meisje van een jaar of negen vroeg of ik bleef. Ik zei: nog een half jaar. Ze "
        "knikte en ging verder met haar tekening.\n\nIk dacht er de hele weg naar huis aan. Ze "
        "vroeg het alsof ze het elke maand aan iemand vraagt.",
        themes=("afscheid nemen",),
    ),
    Told(
        66,
        "Ik heb meegekookt. Pannenkoeken, te dik, de eerste drie mislukt. Een jongen van veertien "
        "die nooit iets tegen mij zegt, pakte de pan uit mijn hand en deed voor hoe het moet. We "
        "hebben samen twintig minuten gebakken en over niets gepraat.\n\nSam zei later: dat wás het "
        "gesprek.",
        kind="success",
        themes=("contact maken",),
    ),
    Told(
        58,
        "Ik bracht in dat ik steeds vroeger kom en later ga. Niemand zei dat het stom was. Drie van "
        "de vijf doen hetzelfde. De vraag die bleef hangen: voor wie blijf je?",
        kind="with_others",
        themes=("grenzen",),
        met=Met(90, "intervisie op school", "Joost Bakker"),
    ),
    Told(
        51,
        "Een late dienst die maar niet op gang kwam. Ik liep steeds achter alles aan. Bij de "
        "overdracht vergat ik te zeggen dat er morgen iemand komt voor de nieuwe fietsen.\n\n"
        "Klein ding, niemand was boos. Toch zat ik in de bus te denken: ze merken dat ik dit niet "
        "kan. Nu ik het opschrijf, zie ik dat het over fietsen ging. Wat ik nu doe: ik schrijf de "
        "overdracht op terwijl het nog gebeurt.",
        kind="mistake",
        themes=("overdracht",),
    ),
    Told(
        36,
        "Het lukte! Twee jongens kregen ruzie om de afstandsbediening. Ik ging er niet tussen "
        "staan, ik ging zitten. Ik zei rustig wat ik zag en wachtte. Na een minuut zat de een ook. "
        "De ander liep weg en kwam uit zichzelf terug.\n\nIk deed bijna niets. Drie maanden geleden "
        "had ik veel te veel gedaan.",
        kind="success",
        themes=("contact maken",),
        gift=Gift(
            "sam",
            answer="Waaraan merkte je dat wachten genoeg was? Ik vraag het omdat ik daar zelf nog "
            "op oefen.",
        ),
    ),
    Told(
        30,
        "Een van ons vertelde over een fout met medicijnen. We zochten niet naar wie, we zochten "
        "naar wanneer je had kunnen bellen. Ik had het ook niet gedurfd, en dat zei ik.",
        kind="with_others",
        themes=("hulp vragen",),
        met=Met(90, "intervisie op school", "Joost Bakker"),
    ),
    Told(
        20,
        "Ik zei ja op een extra dienst terwijl ik nee dacht. Dat is de derde keer deze maand. Ik ben "
        "bang dat ze me anders niet nodig vinden.\n\nWat ik aan Sam wil vragen: hoe zeg jij nee, en "
        "wat voel je dan daarna? Niet de regel, maar hoe je het echt doet.",
        kind="vulnerability",
        themes=("grenzen", "hulp vragen"),
        gift=Gift("sam", for_days=45),
        more={
            "take": [
                {
                    "for": "talk",
                    "with": "Sam Jansen",
                    "part": "Wat ik aan Sam wil vragen: hoe zeg jij nee, en wat voel je dan daarna?",
                }
            ]
        },
    ),
    Told(
        12,
        "Eén keer hulp vragen vóór ik vastloop. Klein mag.",
        kind="intention",
        due_in=3,
    ),
    Told(9, "", more={"words": ["moe", "trots", "regen"]}),
    Told(
        4,
        "Het meisje met de tekeningen gaf mij er een. Er staan drie mensen op en een hond. Ik vroeg "
        "wie de derde was. “Dat ben jij, maar je bent nog niet klaar,” zei ze.\n\nIk ook niet, dacht "
        "ik. En dat is goed zo.",
        themes=("afscheid nemen",),
        more={"drawing": THREE_AND_A_DOG},
    ),
    Told(
        2,
        "Vragen of iemand de band van de groene fiets heeft geplakt.",
        kind="parked",
        due_in=0,
    ),
)

OTHERS: Final[dict[str, tuple[str, str, str]]] = {
    "mila": (
        "Mijn tweede jaar. Ik schrik niet meer van de telefoon. Dat mag ik best eens opschrijven.",
        (
            "Een nieuwe collega vroeg mij hoe iets moest, en ik wist het gewoon. Ik hoorde mezelf praten "
            "als iemand die hier hoort."
        ),
        (
            "Met Marijke gepraat over wat van mij is en wat van het gezin. Ik schreef op een kaartje: ik "
            "hoef het niet op te lossen, ik loop een stuk mee."
        ),
    ),
    "sam": (
        "Vandaag iets uitgelegd dat ik zelf al jaren half begrijp. Starters zijn goed voor mij.",
        "Ik praatte weer te snel. Volgende keer eerst tien tellen niets zeggen, ook als het stil is.",
        (
            "Een dag waarop alles klopte: wandelen met de groep, regen, warme chocolademelk, niemand die "
            "naar huis wilde."
        ),
    ),
    "marijke": (
        "Vraag om te bewaren: wanneer ben je nieuwsgierig, en wanneer wil je gelijk?",
        "Drie supervisies op een dag is er een te veel. De derde kreeg mijn oren, maar niet mijn hoofd.",
        "Iemand zei aan het einde: nu weet ik wat ik morgen anders doe. Meer hoeft het niet te zijn.",
    ),
    "fatima": (
        "Het rooster is rond. Ik ben even op de trap gaan zitten met thee, en dat was ook werk.",
        (
            "In het team vroeg ik wie er hulp nodig had. Het bleef stil. Volgende keer begin ik met wat "
            "ik zelf moeilijk vind."
        ),
        (
            "Een goed gesprek over vakantie, koken en pas daarna over werk. In die volgorde ging alles "
            "makkelijker."
        ),
    ),
    "joost": (
        "Een student zei: u vraagt zoveel. Ik lachte, en heb daarna een kwartier alleen geluisterd.",
        "Niet vergeten: een cijfer is het einde van een gesprek. Een vraag is het begin.",
        (
            "Stagebezoek op de fiets, dertig kilometer wind tegen. Aangekomen met een rood hoofd en een "
            "leeg hoofd. Dat hielp."
        ),
    ),
    "lotte": (
        "Nieuwe lichting. Ik leer de namen met de foto’s erbij, elke ochtend vijf.",
        "Twee opleidingen wilden hetzelfde en noemden het anders. Ik heb een middag vertaald.",
        "Vandaag bedankte iemand me voor een mail die ik bijna niet had verstuurd.",
    ),
    "ines": (
        "Eerste dag van zes starters. Ik had broodjes te veel en stoelen te weinig.",
        "Wat ik anders wil in het voorjaar: minder uitleggen op dag één, meer meelopen op dag twee.",
        "Een starter van vorig jaar stond zelf een nieuwe rond te leiden. Daar word ik blij van.",
    ),
    "rosa": (
        "Goed onderzoek begint met koffie bij de mensen om wie het gaat. Geen vragenlijst vandaag.",
        "Ik heb een mooi idee weggegooid omdat het mijn idee was en niet hun vraag.",
        "Lange wandeling langs het water. De conclusie schreef zichzelf, ergens bij de derde boei.",
    ),
    "otto": (
        "Alles draait. Niemand merkt het. Zo hoort het.",
        "Een back-up teruggezet om te oefenen. Het werkte de tweede keer. Opgeschreven waarom.",
        (
            "Een uur aan de telefoon met iemand die zich niet kon aanmelden. Het was de hoofdletter. We "
            "hebben erom gelachen."
        ),
    ),
}
DAYS_AGO: Final = (58, 27, 6)
KINDS: Final[dict[str, tuple[str, str, str]]] = {
    "mila": ("success", "success", "with_others"),
    "sam": ("moment", "mistake", "success"),
    "marijke": ("free", "vulnerability", "success"),
    "fatima": ("moment", "mistake", "success"),
    "joost": ("moment", "drive", "success"),
    "lotte": ("moment", "success", "moment"),
    "ines": ("moment", "free", "success"),
    "rosa": ("drive", "vulnerability", "moment"),
    "otto": ("moment", "mistake", "success"),
}
SUPERVISION: Final = Met(60, "supervisie", "Marijke Poppe")


def by(key: str) -> tuple[Told, ...]:
    """What somebody wrote, the oldest first; nothing for whoever is not of the ten."""
    if key == "noor":
        return NOOR
    all_of_it = zip(DAYS_AGO, OTHERS.get(key, ()), KINDS.get(key, ()), strict=False)
    return tuple(
        Told(days, text, kind, met=SUPERVISION if kind == "with_others" else None)
        for days, text, kind in all_of_it
    )
