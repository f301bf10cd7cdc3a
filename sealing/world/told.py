"""What the people of the demonstration wrote. Nobody in it exists, and nothing in it happened."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Told:
    """A moment: written so many days ago; perhaps given to somebody, perhaps until so many days on."""

    days_ago: int
    text: str
    to: str | None = None
    for_days: int | None = None


NOOR: Final = (
    Told(
        127,
        "Vandaag begon ik met mijn lijn. Over zeven weken start mijn stage in de jeugdhulp. Ik heb "
        "er zin in en ik slaap er slecht van, allebei tegelijk.\n\nWat ik meeneem: ik kan goed "
        "luisteren. Wat ik nog niet weet: hoe je iets zegt als iemand niet wil praten.",
    ),
    Told(
        104,
        "Gesprek met Joost over mijn leerdoelen. Ik had er negen. Hij vroeg welke ik over een jaar "
        "nog zou willen weten. Toen bleven er twee over: grenzen aangeven zonder hard te worden, en "
        "hulp vragen vóór het te laat is.\n\nDat tweede vind ik het moeilijkst. Ik wil het zo graag "
        "zelf kunnen.",
    ),
    Told(
        79,
        "Eerste dag op de groep. Iedereen kent iedereen en ik wist niet waar de koffiekopjes "
        "stonden. Een meisje van een jaar of negen vroeg of ik bleef. Ik zei: nog een half jaar. Ze "
        "knikte en ging verder met haar tekening.\n\nIk dacht er de hele weg naar huis aan. Ze "
        "vroeg het alsof ze het elke maand aan iemand vraagt.",
    ),
    Told(
        66,
        "Ik heb meegekookt. Pannenkoeken, te dik, de eerste drie mislukt. Een jongen van veertien "
        "die nooit iets tegen mij zegt, pakte de pan uit mijn hand en deed voor hoe het moet. We "
        "hebben samen twintig minuten gebakken en over niets gepraat.\n\nSam zei later: dat wás het "
        "gesprek.",
    ),
    Told(
        51,
        "Een late dienst die maar niet op gang kwam. Ik liep steeds achter alles aan. Bij de "
        "overdracht vergat ik te zeggen dat er morgen iemand komt voor de nieuwe fietsen.\n\n"
        "Klein ding, niemand was boos. Toch zat ik in de bus te denken: ze merken dat ik dit niet "
        "kan. Nu ik het opschrijf, zie ik dat het over fietsen ging.",
    ),
    Told(
        36,
        "Het lukte! Twee jongens kregen ruzie om de afstandsbediening. Ik ging er niet tussen "
        "staan, ik ging zitten. Ik zei rustig wat ik zag en wachtte. Na een minuut zat de een ook. "
        "De ander liep weg en kwam uit zichzelf terug.\n\nIk deed bijna niets. Drie maanden geleden "
        "had ik veel te veel gedaan.",
        to="sam",
    ),
    Told(
        20,
        "Ik zei ja op een extra dienst terwijl ik nee dacht. Dat is de derde keer deze maand. Ik ben "
        "bang dat ze me anders niet nodig vinden.\n\nWat ik aan Sam wil vragen: hoe zeg jij nee, en "
        "wat voel je dan daarna? Niet de regel, maar hoe je het echt doet.",
        to="sam",
        for_days=45,
    ),
    Told(
        4,
        "Het meisje met de tekeningen gaf mij er een. Er staan drie mensen op en een hond. Ik vroeg "
        "wie de derde was. “Dat ben jij, maar je bent nog niet klaar,” zei ze.\n\nIk ook niet, dacht "
        "ik. En dat is goed zo.",
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


def by(key: str) -> tuple[Told, ...]:
    """What somebody wrote, the oldest first; nothing for whoever is not of the ten."""
    if key == "noor":
        return NOOR
    texts = OTHERS.get(key, ())
    return tuple(Told(days, text) for days, text in zip(DAYS_AGO, texts, strict=False))
