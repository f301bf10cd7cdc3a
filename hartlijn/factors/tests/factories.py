"""Maps for the tests, by the house's own actions."""

from hartlijn.factors.actions import maps
from hartlijn.factors.document import Definition, Evidence, Factor, MapDocument, Relation
from hartlijn.factors.models import FactorMap
from hartlijn.factors.words import Kind, Level, Process, Sign, Strength
from hartlijn.people.models import Organisation, Person

REPORT = Evidence(Kind.STUDY, "Verslag", "p. 4", place_en="p. 4 (English)")
TIME = Factor("tijd", Level.MESO, "Inwerktijd", "Onboarding time", "Als die er is.", (REPORT,))
CALM = Factor("rust", Level.MICRO, "Rust", "Calm")
WORK = Factor("druk", Level.MACRO, "Werkdruk", "Pressure")
HELPS = Relation(
    "tijd-rust", "tijd", "rust", sign=Sign.MORE, strength=Strength.STRONG, evidence=(REPORT,)
)
TURNS = Relation(
    "druk-rust",
    "druk",
    "rust",
    directed=False,
    sign=Sign.LESS,
    process=Process.TRANSFORMING,
    turns="Nachten",
)
SMALL = MapDocument(
    "Starten",
    definitions=(Definition(Process.TRANSFORMING, "Het kantelt.", "Een wip", "Te veel"),),
    factors=(TIME, CALM, WORK),
    relations=(HELPS, TURNS),
    title_en="Starting",
)


def a_map(organisation: Organisation, by: Person, document: MapDocument = SMALL) -> FactorMap:
    """A map of an organisation, in its first version."""
    return maps.begin(organisation, document, because="Uit het verslag", by=by)
