"""Who lives in the world, and where."""

from hartlijn.demo.cast import BY_KEY, identity
from hartlijn.demo.world.draft import Draft
from hartlijn.demo.world.places import EMPLOYERS, EVERYWHERE, LIGHTHOUSE, NETWORK, SCHOOLS, Place
from hartlijn.people.models import Organisation, Role, Unit

HALF_A_YEAR = 182
LONGER = (192, 270)
"""Days ago: on whatever day the world is made, they had a fixed moment in the quarter before."""
DELTA = SCHOOLS[0]


def settle(draft: Draft) -> None:
    """Everybody and everything, from the ground up."""
    for place in EVERYWHERE:
        _found(draft, place)
    _cast(draft)
    for place in EMPLOYERS:
        _employer(draft, place)
    for place in SCHOOLS:
        _school(draft, place)
    _students_in_placement(draft)
    _network(draft)
    _on_their_own(draft)


def _found(draft: Draft, place: Place) -> None:
    """The organisation with its units, two deep."""
    organisation = Organisation(
        pk=identity("organisation", place.key),
        name=place.name,
        kind=place.kind,
        email_domain=place.domain,
    )
    draft.organisations[place.key] = draft.add(organisation)
    for top, below in place.units.items():
        parent = _unit(draft, place, top, None)
        for name in below:
            _unit(draft, place, name, parent)


def _unit(draft: Draft, place: Place, name: str, parent: Unit | None) -> Unit:
    path = f"{parent.name}/{name}" if parent else name
    unit = Unit(
        pk=identity("unit", place.key, path),
        organisation=draft.organisations[place.key],
        parent=parent,
        name=name,
    )
    draft.units[f"{place.key}/{path}"] = draft.add(unit)
    return unit


def lowest(place: Place) -> list[str]:
    """The teams or cohorts, by path."""
    return [f"{top}/{name}" for top, names in place.units.items() for name in names]


def _cast(draft: Draft) -> None:
    """The ten, each in a place of their own."""
    year = 365
    for key, at, since in (
        ("noor", None, 130),
        ("mila", None, 400),
        ("sam", None, year),
        ("marijke", None, year),
        ("fatima", None, year),
        ("joost", DELTA, year),
        ("lotte", None, year),
        ("ines", None, year),
        ("rosa", None, year),
        ("otto", None, year),
    ):
        draft.person(key, BY_KEY[key].name, since=since, at=at)
    draft.people["otto"].is_operator = True
    team = "Middelburg/Team Gezinnen"
    draft.place("noor", DELTA, unit="Social Work/Jaar 4", since=150)
    draft.place("noor", LIGHTHOUSE, unit=team, since=80, until=-95)
    draft.place("mila", LIGHTHOUSE, unit="Goes/Team Ambulant", since=390)
    draft.place("sam", LIGHTHOUSE, Role.MEMBER, unit="Middelburg/Team Verblijf", since=6 * year)
    draft.place("marijke", NETWORK, Role.MEMBER, unit="Supervisoren", since=3 * year)
    draft.place("fatima", LIGHTHOUSE, Role.TEAM_LEADER, unit=team, since=2 * year)
    draft.place("joost", DELTA, Role.TEACHER, unit="Social Work/Jaar 4", since=4 * year)
    draft.place("lotte", DELTA, Role.COORDINATOR, since=3 * year)
    draft.place("ines", LIGHTHOUSE, Role.COORDINATOR, since=2 * year)
    draft.place("rosa", DELTA, Role.RESEARCHER, since=2 * year)


def _employer(draft: Draft, place: Place) -> None:
    """Starters and a leader in each team, colleagues around them, a coordinator."""
    random = draft.random
    for team in lowest(place):
        _leader(draft, place, team)
        for number in range(place.starters_in_each):
            is_longer = number >= place.starters_in_each - place.of_whom_longer
            since = random.randint(*LONGER) if is_longer else random.randint(10, HALF_A_YEAR)
            key = f"{place.key}-{team}-{number}"
            draft.person(key, since=since)
            draft.place(key, place, unit=team, since=since)
        _passing(draft, place, team)
    for number in range(place.staff):
        key = f"{place.key}-staff-{number}"
        since = random.randint(400, 4000)
        draft.person(key, since=since)
        draft.place(key, place, Role.MEMBER, unit=random.choice(lowest(place)), since=since)
    _coordinator(draft, place)


def _leader(draft: Draft, place: Place, team: str) -> None:
    if place is LIGHTHOUSE and team == "Middelburg/Team Gezinnen":
        return  # Fatima
    since = draft.random.randint(200, 2000)
    key = f"{place.key}-{team}-leader"
    draft.person(key, since=since)
    draft.place(key, place, Role.TEAM_LEADER, unit=team, since=since)


def _passing(draft: Draft, place: Place, team: str) -> None:
    """Somebody who left, and somebody who begins within six weeks."""
    gone = f"{place.key}-{team}-gone"
    if draft.random.random() < 0.7:  # noqa: PLR2004
        until = draft.random.randint(5, 60)
        draft.person(gone, since=HALF_A_YEAR)
        draft.place(
            gone, place, unit=team, since=until + draft.random.randint(30, 110), until=until
        )
    if team != lowest(place)[-1]:
        _coming(draft, place, team)


def _coming(draft: Draft, place: Place, unit: str) -> None:
    key = f"{place.key}-{unit}-coming"
    draft.person(key, since=4)
    begins = draft.place(key, place, unit=unit, since=0)
    begins.starts_on = draft.monday(draft.random.randint(3, 33))


def _coordinator(draft: Draft, place: Place) -> None:
    key = f"{place.key}-coordinator"
    since = draft.random.randint(300, 1200)
    draft.person(key, since=since)
    draft.place(key, place, Role.COORDINATOR, since=since)


def _school(draft: Draft, place: Place) -> None:
    """Students without a placement yet, teachers, a coordinator, and somebody who studies it."""
    random = draft.random
    for cohort in lowest(place):
        for number in range(place.starters_in_each):
            key = f"{place.key}-{cohort}-{number}"
            draft.person(key, since=random.randint(60, HALF_A_YEAR))
            draft.place(key, place, unit=cohort, since=random.randint(120, HALF_A_YEAR))
        if cohort == lowest(place)[0]:
            _coming(draft, place, cohort)
    for number in range(place.staff - 1):
        key = f"{place.key}-teacher-{number}"
        since = random.randint(300, 3000)
        draft.person(key, since=since)
        draft.place(key, place, Role.TEACHER, unit=random.choice(lowest(place)), since=since)
    _coordinator(draft, place)
    key = f"{place.key}-researcher"
    draft.person(key, since=HALF_A_YEAR)
    draft.place(key, place, Role.RESEARCHER, since=HALF_A_YEAR)


def _students_in_placement(draft: Draft) -> None:
    """In each team the two who came last are still at school: in both worlds at once."""
    random = draft.random
    for place in EMPLOYERS:
        school = SCHOOLS[0] if place is LIGHTHOUSE else SCHOOLS[1]
        for team in lowest(place):
            for number in range(2):
                key = f"{place.key}-{team}-{number}"
                draft.place(
                    key, school, unit=random.choice(lowest(school)), since=random.randint(150, 170)
                )
                placement = draft.places[key, place.key]
                placement.ends_on = draft.days_ago(-random.randint(6, 150))


def _network(draft: Draft) -> None:
    for number in range(NETWORK.staff):
        key = f"kring-staff-{number}"
        draft.person(key, since=draft.random.randint(100, 900))
        draft.place(key, NETWORK, Role.MEMBER, unit="Supervisoren", since=300)
    _coordinator(draft, NETWORK)


def _on_their_own(draft: Draft) -> None:
    """In no organisation: between two jobs, just graduated, retired and still a companion."""
    for number, since in enumerate((170, 90, 20)):
        draft.person(f"alone-{number}", since=since)
