"""Who is near: what the employers filled in for their people, and who talks with whom."""

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
    ("delta", Kind.DEAN, "Decanaat Hogeschool Delta", "0118 555 040",
     "Bellen op werkdagen van 9.00 tot 12.00 uur."),
    ("delta", Kind.STUDENT_PSYCHOLOGIST, "Studentenpsychologen Delta", "",
     "Inloop op woensdag van 12.00 tot 13.00 uur, lokaal 1.04."),
)  # fmt: skip
# who, with whom, every so many weeks, in so many days
RHYTHMS: Final = (
    ("fatima", "noor", 3, 0),
    ("fatima", "vuurtoren-Middelburg/Team Gezinnen-2", 4, 12),
    ("sam", "noor", 2, 8),
)


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
    for owner, other, weeks, days in RHYTHMS:
        draft.add(
            Rhythm(
                pk=identity("rhythm", owner, other),
                owner=draft.people[owner],
                person=draft.people[other],
                weeks=weeks,
                next_on=draft.days_ago(-days),
            )
        )
