"""Who is near: what the employers filled in for their people, and with whom Fatima talks."""

from typing import Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.onetoones.models import Rhythm
from hartlijn.signposts.models import OwnSignpost

Kind = OwnSignpost.Kind
# organisation, kind, name, number, when; invented numbers
FILLED_IN: Final = (
    ("vuurtoren", Kind.OCCUPATIONAL_PHYSICIAN, "Arbodienst Zilte Wind", "0118 555 010",
     "Open spreekuur op dinsdag van 9.00 tot 10.00 uur, zonder afspraak."),
    ("vuurtoren", Kind.CONFIDENTIAL_ADVISER, "Hanneke van der Wal", "0118 555 020",
     "Op werkdagen. Bellen of appen mag ook ’s avonds."),
    ("vuurtoren", Kind.PEER_SUPPORT_TEAM, "Opvangteam De Vuurtoren", "0118 555 030",
     "Dag en nacht na iets heftigs."),
    ("delta", Kind.STUDENT_PSYCHOLOGIST, "Studentenpsychologen Delta", "",
     "Inloop op woensdag van 12.00 tot 13.00 uur, lokaal 1.04."),
)  # fmt: skip
# with whom, every so many weeks, in so many days
OF_FATIMA: Final = (("noor", 3, 0), ("vuurtoren-Middelburg/Team Gezinnen-2", 4, 12))


def stand(draft: Draft) -> None:
    """Signposts of organisations, and a rhythm of short talks."""
    for place, kind, name, phone, reachable in FILLED_IN:
        draft.add(
            OwnSignpost(
                pk=identity("signpost", place, kind),
                organisation=draft.organisations[place],
                kind=kind,
                name=name,
                phone=phone,
                reachable=reachable,
                checked_on=draft.days_ago(40),
            )
        )
    for other, weeks, days in OF_FATIMA:
        draft.add(
            Rhythm(
                pk=identity("rhythm", "fatima", other),
                owner=draft.people["fatima"],
                person=draft.people[other],
                weeks=weeks,
                next_on=draft.days_ago(-days),
            )
        )
