"""Who walks along with whom: asked, answered, waiting, ended."""

from typing import Final

from hartlijn.demo.cast import BY_KEY, identity
from hartlijn.demo.world.draft import Draft
from hartlijn.demo.world.places import EMPLOYERS, SCHOOLS
from hartlijn.people.models import Companionship, Role

Kind = Companionship.Kind
OFTEN, SOMETIMES, SELDOM = 0.8, 0.35, 0.12

# starter, companion, as, asked so many days ago, answered after so many days (None: waiting),
# ended so many days ago (None: goes on)
OF_THE_CAST: Final = (
    ("noor", "sam", Kind.WORK_MENTOR, 78, 1, None),
    ("noor", "joost", Kind.STUDY_COACH, 120, 2, None),
    ("noor", "mila", Kind.BUDDY, 4, None, None),
    ("mila", "marijke", Kind.SUPERVISOR, 150, 3, None),
    ("mila", "vuurtoren-staff-1", Kind.WORK_MENTOR, 170, 1, 30),
    ("vuurtoren-Middelburg/Team Verblijf-3", "sam", Kind.WORK_MENTOR, 90, 2, None),
    ("vuurtoren-Middelburg/Team Gezinnen-2", "sam", Kind.BUDDY, 3, None, None),
    ("vuurtoren-Goes/Team Crisishulp-2", "marijke", Kind.SUPERVISOR, 60, 5, None),
    ("westerschelde-Hulst/Team Grensstreek-3", "marijke", Kind.SUPERVISOR, 40, 4, None),
    ("vuurtoren-Goes/Team Ambulant-0", "joost", Kind.STUDY_COACH, 100, 1, None),
    ("vuurtoren-Middelburg/Team Verblijf-1", "joost", Kind.STUDY_COACH, 2, None, None),
    ("vuurtoren-Vlissingen/Team Dagbehandeling-0", "mila", Kind.BUDDY, 50, 1, None),
    ("alone-0", "alone-2", Kind.BUDDY, 15, 1, None),
)


def tie(draft: Draft) -> None:
    """The ties of the ten as told here, and of everybody else as it goes."""
    for starter, companion, kind, asked, after, ended in OF_THE_CAST:
        _walk(draft, starter, companion, kind, (asked, after, ended))
    for place in EMPLOYERS:
        colleagues = _keys(draft, place.key, Role.MEMBER)
        for starter in _keys(draft, place.key, Role.STARTER):
            _by_chance(draft, starter, colleagues, Kind.WORK_MENTOR, OFTEN)
            _by_chance(draft, starter, _peers(draft, place.key), Kind.BUDDY, SOMETIMES)
            _by_chance(draft, starter, _keys(draft, "kring", Role.MEMBER), Kind.SUPERVISOR, SELDOM)
    for place in SCHOOLS:
        teachers = _keys(draft, place.key, Role.TEACHER)
        for student in _keys(draft, place.key, Role.STARTER):
            _by_chance(draft, student, teachers, Kind.STUDY_COACH, OFTEN)
            _by_chance(draft, student, _peers(draft, place.key), Kind.PEER, SELDOM)


def _keys(draft: Draft, place: str, role: str) -> list[str]:
    """Who has this role there now; the ten have their own story."""
    return [
        key
        for (key, at), membership in draft.places.items()
        if at == place and membership.role == role and key not in BY_KEY
        and membership.starts_on <= draft.today
        and (membership.ends_on is None or membership.ends_on > draft.today)
    ]  # fmt: skip


def _peers(draft: Draft, place: str) -> list[str]:
    return _keys(draft, place, Role.STARTER)


def _by_chance(draft: Draft, starter: str, others: list[str], kind: str, chance: float) -> None:
    random = draft.random
    companion = random.choice(others)
    if random.random() > chance or companion == starter:
        return
    asked = random.randint(3, 160)
    answered = None if random.random() < SELDOM else min(asked, random.randint(0, 6))
    ended = random.randint(0, asked // 2) if answered and random.random() < SELDOM else None
    _walk(draft, starter, companion, kind, (asked, answered, ended))


def _walk(
    draft: Draft,
    starter: str,
    companion: str,
    kind: str,
    when: tuple[int, int | None, int | None],
) -> None:
    asked, after, ended = when
    draft.add(
        Companionship(
            pk=identity("companionship", starter, companion, kind),
            starter=draft.people[starter],
            companion=draft.people[companion],
            kind=kind,
            asked_on=draft.days_ago(asked),
            accepted_on=None if after is None else draft.days_ago(asked - after),
            ended_on=None if ended is None else draft.days_ago(ended),
        )
    )
