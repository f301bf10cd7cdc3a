"""The most important test of the product: every page, as every reader, in every relation.

What may happen is read from the register alone. Each complaint names person, page and
what leaked, in a sentence.
"""

from itertools import chain
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model, QuerySet
from django.urls import get_resolver, include, path

from hartlijn.consent import access, middleware
from hartlijn.consent import register as registers
from hartlijn.consent.register import Register, register
from hartlijn.consent.tests.oracle import (
    Complaint,
    complaints,
    complaints_of_forms,
    may,
    one_of_each,
    pages,
    walk,
    without_target,
)
from hartlijn.consent.tests.targets import targets
from hartlijn.consent.tests.world import ANONYMOUS, World, build, text_fields

pytestmark = pytest.mark.django_db

# Texts the program itself fills in, in which nobody's words can stand.
NOT_WORDS = {
    "people.Person.password",
    "people.Person.time_zone",
    "people.Organisation.time_zone",
    "people.Invitation.token_digest",
    "consent.LogEntry.as_role",
    "delivery.CalendarAddress.token_digest",
    "delivery.PushDevice.renewal_digest",
    "dialogues.Dialogue.code",
    "dialogues.Helper.key_digest",
    "dialogues.Invited.token_digest",
    "dialogues.Remark.key",
    "dialogues.ReportEdit.key",
    "dialogues.Seat.key_digest",
    "factors.Weighing.key_digest",
    "factors.WeighingRound.reference",
    "learning.PlanAddress.token_digest",
    "library.Version.hash",
    "library.Version.kind",
    "library.Version.key",
    "paths.Anchor.name",
    "paths.Evaluation.moment",
    "paths.Evaluation.question",
    "paths.HandOverItem.key",
    "paths.Promise.kind",
    "paths.Promise.measure",
    "paths.Promise.owner",
    "paths.Step.kind",
    "paths.StepRole.role",
    "paths.Template.shipped_key",
    "signalling.Signal.key_digest",
    "signalling.Signal.reference",
    "vault.Envelope.digest",
    "vault.LogLine.line",
    "vault.LogLine.head",
    "vault.Recovery.recipient",
    "vault.Turn.key",
}
BEFORE_THE_DOOR = {"healthz"}
"""Says only that the house stands, also to who asks by address; nobody is looked at for it."""


@pytest.fixture
def world(db: None) -> World:
    """A world in which every text is a canary."""
    return build()


# --------------------------------------------------------------- nothing is missing


def all_routes() -> set[str]:
    """Every address, those of the demonstration included."""
    demo = path("demo/", include("hartlijn.demo.urls"))
    return set(walk([*get_resolver().url_patterns, demo]))


def unlisted(found: Register) -> set[str]:
    """Addresses that the register does not know, and lines for addresses that are gone."""
    return all_routes() ^ set(found.routes)


def test_every_page_is_in_the_register() -> None:
    gone, new = set(register().routes) - all_routes(), all_routes() - set(register().routes)

    assert not new, f"These pages are not in access.toml, so they open for nobody: {sorted(new)}"
    assert not gone, f"access.toml speaks of pages that do not exist: {sorted(gone)}"


def test_every_page_about_one_thing_says_which(world: World) -> None:
    lost = without_target(register(), targets(world))

    assert not lost, f"Say in tests/targets.py what the ids of these pages point at: {lost}"


def test_every_rule_of_the_register_is_decided_somewhere() -> None:
    assert set(register().rules) == set(access.RULES)


def hartlijn_models() -> list[type[Model]]:
    """The tables of the product itself."""
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("hartlijn.") and model._meta.app_label != "background"
    ]


def every_text() -> set[str]:
    """Every field in which words can stand, as the register names it."""
    return {
        f"{model._meta.app_label}.{model.__name__}.{item.name}"
        for model in hartlijn_models()
        for item in text_fields(model)
    } - NOT_WORDS


def test_every_text_has_readers_in_the_register() -> None:
    assert every_text() - set(register().fields) == set()


def test_every_text_has_a_canary_in_the_world(world: World) -> None:
    placed = {canary.field for canary in world.canaries.values()}

    assert every_text() - placed == set()
    assert all(canary.about is not None for canary in world.canaries.values())


# ------------------------------------------------------------------- nothing leaks


READERS = range(18)
"""Everybody in the world, by place: names would not fit on the line of a failing test."""
BY_DAY = (0, 1, 2, 3, 5, 8, 9, 10, 13, 15, 17)
"""Nobody; a starter; a companion of now and of before; the team and who leads it; a teacher; a
coordinator here and elsewhere; a researcher; the operator. At night everybody."""
COORDINATOR = 10
ALSO_ON_SQLITE = (COORDINATOR,)
SEND = (0, 1, COORDINATOR)
"""Nobody, a starter, a coordinator: by day their empty forms come back too, and are read."""


def when(reader: int) -> list[pytest.MarkDecorator]:
    """On both databases, on one, or at night."""
    if reader in ALSO_ON_SQLITE:
        return []
    return [pytest.mark.once] if reader in BY_DAY else [pytest.mark.nightly]


@pytest.mark.parametrize("reader", [pytest.param(one, marks=when(one)) for one in READERS])
def test_nobody_opens_or_reads_more_than_the_register_says(world: World, reader: int) -> None:
    name = list(world)[reader]
    found = one_of_each(world, name, pages(register(), targets(world)))

    closed = [page for page in found if not may(world, register(), name, page)]
    sent = found if reader in SEND else closed

    said = [
        *complaints(world, register(), found, [name], ["GET"]),
        *complaints(world, register(), sent, [name], ["POST"]),
    ]

    assert not said, "\n".join(dict.fromkeys(map(str, said)))


@pytest.mark.nightly
@pytest.mark.parametrize("reader", READERS)
def test_nobody_opens_or_reads_more_on_any_page(world: World, reader: int) -> None:
    name = list(world)[reader]
    found = list(complaints(world, register(), pages(register(), targets(world)), [name]))

    assert not found, "\n".join(dict.fromkeys(map(str, found)))


@pytest.mark.once
@pytest.mark.parametrize(
    "reader",
    [pytest.param(one, marks=[] if one == COORDINATOR else pytest.mark.nightly) for one in READERS],
)
def test_no_form_answers_with_more_than_the_register_says(world: World, reader: int) -> None:
    name = list(world)[reader]
    found = one_of_each(world, name, pages(register(), targets(world)))

    leaks = list(complaints_of_forms(world, register(), found, [name]))

    assert not leaks, "\n".join(dict.fromkeys(map(str, leaks)))


def test_every_reader_is_tried(world: World) -> None:
    assert len(list(world)) == len(READERS)


# ------------------------------------------------ the test itself can see what is gone


def visible_tos() -> list[type[QuerySet[Any]]]:
    """Every table's rule about who sees which of its rows."""
    managers = (type(model._default_manager.all()) for model in hartlijn_models())
    return sorted({qs for qs in managers if hasattr(qs, "visible_to")}, key=lambda qs: qs.__name__)


def everything(self: QuerySet[Any], viewer: object) -> QuerySet[Any]:
    """What ``visible_to`` would be if somebody forgot it."""
    del viewer
    return self.all()


def first_complaint(world: World) -> Complaint | None:
    """The first leak; those who should see least try first."""
    least = [ANONYMOUS, "Vreemde, nobody", "Bram, coordinator elsewhere", "Milan, same team"]
    rest = [one for one in world if one not in least]
    found = pages(register(), targets(world))
    tries = chain(
        complaints(world, register(), found, least, ["GET"]),
        complaints(world, register(), found, least, ["POST"]),
        complaints(world, register(), found, rest),
    )
    return next((complaint for complaint in tries if complaint.leaked), None)


def noticed(complaint: Complaint | None, what: str) -> None:
    """Somebody complained, and names person, page and leaked field."""
    assert complaint, f"nobody noticed that {what} is gone"
    print(f"without {what}: {complaint}")
    for named in (complaint.reader, complaint.page, complaint.leaked):
        assert named
        assert named in str(complaint)


QUICK = {"PersonQuerySet", "CompanionshipQuerySet", "DueQuerySet", "coordinator"}
"""Noticed soon; the others at night."""


@pytest.mark.once
@pytest.mark.parametrize(
    "queryset",
    [
        pytest.param(one, marks=[] if one.__name__ in QUICK else pytest.mark.nightly)
        for one in visible_tos()
    ],
    ids=lambda queryset: queryset.__name__,
)
def test_a_forgotten_visible_to_is_noticed(
    queryset: type[QuerySet[Any]], world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queryset, "visible_to", everything)

    noticed(first_complaint(world), f"{queryset.__name__}.visible_to")


@pytest.mark.once
@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(one, marks=[] if one in QUICK else pytest.mark.nightly)
        for one in sorted(set(access.RULES) - {"anyone"})
    ],
)
def test_a_forgotten_rule_is_noticed(
    rule: str, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(access.RULES, rule, access.anyone)

    noticed(first_complaint(world), f"the rule “{rule}”")


@pytest.mark.nightly
def test_each_page_that_leaves_the_register_is_noticed_and_closed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = register()
    found = pages(whole, targets(world))
    for route in {page.route for page in found}:
        rest = {name: line for name, line in whole.routes.items() if name != route}
        shorter = Register(whole.rules, whole.relations, rest, whole.fields)
        monkeypatch.setattr(middleware, "register", lambda shorter=shorter: shorter)
        those = [page for page in found if page.route == route]

        assert route in unlisted(shorter)
        if whole.routes[route].may_be_absent or route in BEFORE_THE_DOOR:
            continue
        admitted = [one for one in world if any(may(world, whole, one, page) for page in those)]
        said = list(complaints(world, whole, those, admitted[:1]))
        assert said, f"nobody noticed that {route} is gone"
        assert all("closed" in str(one) for one in said), route


def test_a_register_with_an_unknown_word_is_refused() -> None:
    raw = {
        "rules": {},
        "relations": {},
        "fields": {},
        "routes": {"today:today": {"rule": "somebody"}},
    }

    with pytest.raises(ValueError, match="somebody"):
        registers.read(raw)
