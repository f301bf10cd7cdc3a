"""What half a year leaves behind: invitations, and the log of who did what with whose data."""

from datetime import datetime, time, timedelta
from typing import Final

from django.utils import timezone

from hartlijn.consent.models import LogEntry
from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.demo.world.inhabitants import lowest
from hartlijn.demo.world.names import address
from hartlijn.demo.world.places import EVERYWHERE, NETWORK, PRIVATE, Place
from hartlijn.people.models import Invitation, Membership, Role

Did, What = LogEntry.Did, LogEntry.What
HALF_A_YEAR: Final = 182
DESKS: Final = {"vuurtoren": "ines", "delta": "lotte"}
# Days until it stops working (negative: days since), and whether it was taken back.
LETTERS: Final = ((12, False), (9, False), (4, False), (-3, False), (-11, False), (6, True))


def leave(draft: Draft) -> None:
    """For every organisation."""
    for place in EVERYWHERE:
        desk = DESKS.get(place.key, f"{place.key}-coordinator")
        if place is not NETWORK:
            _letters(draft, place, desk)
        _log(draft, place, desk)


def _letters(draft: Draft, place: Place, desk: str) -> None:
    """Invitations that nobody answered yet; nobody holds the links of these."""
    for number, (days, is_withdrawn) in enumerate(LETTERS):
        name = draft.names.next()
        expires = _moment(draft, -days)
        draft.add(
            Invitation(
                pk=identity("invitation", place.key, number),
                token_digest=identity("digest", place.key, number).hex * 2,
                email=address(name, PRIVATE),
                name=name,
                organisation=draft.organisations[place.key],
                unit=draft.units[f"{place.key}/{draft.random.choice(lowest(place))}"],
                role=Role.STARTER,
                starts_on=draft.monday(draft.random.randint(15, 50)),
                invited_by=draft.people[desk],
                expires_at=expires,
                withdrawn_at=expires - timedelta(days=12) if is_withdrawn else None,
            )
        )


def _moment(draft: Draft, days_ago: int) -> datetime:
    """An instant of that day."""
    return timezone.make_aware(datetime.combine(draft.days_ago(days_ago), time(16)))


def _log(draft: Draft, place: Place, desk: str) -> None:
    """Each place that began or ended here in half a year, and the desk looking now and then."""
    for (key, at), membership in list(draft.places.items()):
        if at != place.key or key == desk:
            continue
        begun = (draft.today - membership.starts_on).days
        if 0 <= begun <= HALF_A_YEAR:
            _entry(draft, membership, desk, Did.INVITED, What.INVITATION, begun + 2)
            _entry(draft, membership, desk, Did.STARTED, What.MEMBERSHIP, begun)
        if membership.ends_on and membership.ends_on <= draft.today:
            ago = (draft.today - membership.ends_on).days
            _entry(draft, membership, desk, Did.ENDED, What.MEMBERSHIP, ago)
        for ago in sorted(draft.random.sample(range(max(1, min(begun, HALF_A_YEAR))), k=1)):
            _entry(draft, membership, desk, Did.LOOKED, What.LIST, ago)


def _entry(  # noqa: PLR0913, PLR0917 - an entry says this much
    draft: Draft, membership: Membership, desk: str, did: str, what: str, ago: int
) -> None:
    person = membership.person
    assert person is not None  # noqa: S101 - nobody has left this world yet
    draft.add(
        LogEntry(
            about_id=person.pk,
            by_id=draft.people[desk].pk,
            organisation_id=membership.organisation_id,
            as_role=Role.COORDINATOR,
            did=did,
            what=what,
            day=draft.days_ago(ago),
        )
    )
