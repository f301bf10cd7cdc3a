"""The starter's page, the week of who walks along and leads, and the list of a desk."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.consent.models import LogEntry
from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.actions import beginning, steps
from hartlijn.paths.models import Notice, Promise, Side, Step, Term, Tick
from hartlijn.paths.telling.seen_by import onlookers
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_promise, a_step, a_template, begun
from hartlijn.people.models import Companionship, Organisation, Person, Role
from hartlijn.people.tests.factories import (
    a_person,
    a_place,
    a_unit,
    an_organisation,
    walking_along,
)

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)
WEDNESDAY = date(2026, 12, 2)
NOON = "2026-12-02T12:00:00+01:00"


@pytest.fixture(autouse=True)
def on_wednesday() -> Any:
    """The day after her first."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def side(work: Work) -> Side:
    """Noor's path: one step late, one of tomorrow, one of her own, one of far away."""
    on = {"unit": "days", "anchor": "first_day"}
    body = a_body(
        phases=[
            {"key": "begin", "name": {"nl": "Beginweek", "en": "First week"}},
            {"key": "later", "name": {"nl": "Later", "en": "Later"}},
        ],
        steps=[
            a_step("coffee", who=["team_leader", "starter"], when=on | {"number": 0}),
            a_step("talk", who=["work_mentor", "starter"], when=on | {"number": 2}),
            a_step("own-words", who=["starter"], kind="reflection", when=on | {"number": 3}),
            a_step("far", phase="later", who=["work_mentor"], when=on | {"number": 90}),
            a_step("desk-calls", who=["coordinator"], when=on | {"number": 1}),
        ],
        promises=[a_promise("weekly-talk")],
    )
    template = a_template(work.organisation, work.ines, body)
    return begun(template, work.noor, work.ines, unit=work.team)


def page(client: Client, route: str, *ids: object, **query: str) -> str:
    answer = client.get(reverse(route, args=ids), query)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_noor_sees_where_she_is_what_comes_and_whom_to_ask(
    as_: SignIn, work: Work, side: Side
) -> None:
    shown = page(as_(work.noor), "paths:path")

    assert "<strong>Beginweek</strong>" in shown
    assert shown.index("Wat komt er?") < shown.index("talk") < shown.index("Alle stappen")
    assert "afgesproken voor 1 december 2026, nog niet gebeurd" in shown
    assert "weekly-talk" in shown
    for helper in (work.sam, work.fatima):
        assert f"#about=help&amp;to={helper.pk}" in shown
    assert f"to={work.ines.pk}" not in shown  # a desk is only named where nobody is nearer
    assert f"to={work.noor.pk}" not in shown
    assert side.organisation.name in shown


def test_her_own_step_is_never_called_late(as_: SignIn, work: Work, side: Side) -> None:
    Step.objects.filter(side=side, key="own-words").update(due_on=WEDNESDAY - 9 * A_DAY)

    shown = page(as_(work.noor), "paths:path", view="table")

    row = next(one for one in shown.split("<tr>")[1:] if "own-words" in one)
    assert "rond 23 november 2026" in row
    assert "nog niet gebeurd" not in row


def test_what_both_said_stands_beside_each_other(as_: SignIn, work: Work, side: Side) -> None:
    term = Term.objects.filter(promise__side=side)[0]
    Tick.objects.create(term=term, whose="starter", word="not_kept", by=work.noor)
    Tick.objects.create(term=term, whose="organisation", word="kept", by=work.sam)

    with time_machine.travel(datetime(2027, 2, 10, 9, tzinfo=UTC)):  # two silent months later
        shown = page(as_(work.noor), "paths:path")

    assert "maand vanaf 1 december" in shown
    assert "Jij: niet nagekomen." in shown
    assert "De organisatie: nagekomen." in shown


def test_without_a_path_it_says_so_and_there_is_nobody_to_look_at(as_: SignIn, work: Work) -> None:
    assert "nog geen traject" in page(as_(work.noor), "paths:path")
    assert as_(work.noor).get(reverse("paths:seen")).status_code == 404


def test_as_a_line_as_a_table_and_on_paper_the_same_steps(
    as_: SignIn, work: Work, side: Side
) -> None:
    names = set(Step.objects.filter(side=side).values_list("key", flat=True))

    for view in ("line", "table", "paper", "nonsense"):
        shown = page(as_(work.noor), "paths:path", view=view)
        assert {one for one in names if f">{one}</a>" in shown} == names
    assert page(as_(work.noor), "paths:path", view="paper").count("<details") == 2
    assert page(as_(work.noor), "paths:path", view="paper").count(" open>") == 2


def test_what_is_over_stays_on_her_own_page(as_: SignIn, work: Work, side: Side) -> None:
    beginning.end(side, by=work.ines)

    shown = page(as_(work.noor), "paths:path")

    assert "tot 2 december 2026" in shown
    assert "Waar ben je nu?" not in shown
    assert "Wie kun je vragen?" not in shown


def test_noor_and_her_mentor_mark_a_step_and_take_it_back(
    as_: SignIn, work: Work, side: Side
) -> None:
    talk = Step.objects.get(side=side, key="talk")

    for reader, back in ((work.noor, "path"), (work.sam, "week")):
        answer = as_(reader).post(reverse("paths:step_done", args=[talk.pk]), {"back": back})
        assert answer.status_code == 302
        assert answer.headers["Location"] == reverse(f"paths:{back}")
        talk.refresh_from_db()
        assert talk.done_on == WEDNESDAY
        as_(reader).post(reverse("paths:step_reopen", args=[talk.pk]), {"back": "//elsewhere"})
        talk.refresh_from_db()
        assert talk.done_on is None


def test_who_has_no_part_in_it_marks_nothing_and_is_told_why(
    as_: SignIn, work: Work, side: Side, stranger: Person
) -> None:
    talk = Step.objects.get(side=side, key="talk")
    address = reverse("paths:step_done", args=[talk.pk])

    refused = as_(work.ines).post(address)

    assert refused.status_code == 403
    assert "Alleen wie deze stap doet" in refused.content.decode()
    assert as_(stranger).post(address).status_code == 404
    assert not Step.objects.filter(done_on__isnull=False).exists()


def test_the_page_of_a_step_has_its_questions(as_: SignIn, work: Work) -> None:
    body = a_body(
        steps=[a_step("first", card="first-talk", about={"nl": "Rustig.", "en": "Calm."})]
    )
    side = begun(
        a_template(work.organisation, work.ines, body), work.noor, work.ines, unit=work.team
    )

    shown = page(as_(work.sam), "paths:step", side.steps.get().pk)

    assert "Wat geeft je zin in dit werk?" in shown
    assert "Rustig." in shown
    assert "Gedaan" in shown


def test_each_has_only_what_asks_their_own_role_until_sunday(
    as_: SignIn, work: Work, side: Side
) -> None:
    del side
    wanted = {
        work.sam: {"talk"},
        work.fatima: {"coffee"},
        work.ines: {"desk-calls"},
        work.noor: set(),
    }
    for reader, keys in wanted.items():
        shown = page(as_(reader), "paths:week")
        found = set(re.findall(r'<a href="/paths/steps/[^"]+/">([a-z-]+)</a>', shown))
        assert found == keys, reader.name


def test_a_mentor_from_outside_has_the_steps_that_ask_for_them(as_: SignIn, work: Work) -> None:
    nadia = a_person("Nadia")
    a_place(nadia, an_organisation("Praktijk"), Role.MEMBER)
    walking_along(work.noor, nadia, Companionship.Kind.SUPERVISOR)
    body = a_body(
        roles=["starter", "supervisor"],
        steps=[a_step("supervision", who=["supervisor"]), a_step("own", who=["starter"])],
        promises=[],
    )
    begun(a_template(work.organisation, work.ines, body), work.noor, work.ines, unit=work.team)

    shown = page(as_(nadia), "paths:week")

    assert "supervision" in shown
    assert ">own<" not in shown


def test_what_was_done_this_week_can_be_taken_back(as_: SignIn, work: Work, side: Side) -> None:
    talk = Step.objects.get(side=side, key="talk")
    steps.mark_done(talk, by=work.sam)

    shown = page(as_(work.sam), "paths:week")

    assert "vraagt geen traject iets van je" in shown
    assert reverse("paths:step_reopen", args=[talk.pk]) in shown
    assert "op gedaan gezet" not in page(as_(work.fatima), "paths:week")


def test_the_desk_sees_that_there_is_a_path_and_what_was_agreed(
    as_: SignIn, work: Work, side: Side
) -> None:
    ines = as_(work.ines)
    listed = page(ines, "paths:organisation", work.organisation.pk)
    agreed = page(ines, "paths:side", side.pk)

    assert reverse("paths:side", args=[side.pk]) in listed
    assert "Middelburg &gt; Team Gezinnen" in listed
    for key in Step.objects.filter(side=side).values_list("key", flat=True):
        assert key in agreed
    assert "weekly-talk" not in agreed
    assert "nog niet gebeurd" not in agreed
    own = LogEntry.objects.filter(about_id=work.noor.pk, by_id=work.ines.pk)
    assert set(own.values_list("what", flat=True)) >= {"list", "path"}


def test_a_desk_elsewhere_finds_nothing(as_: SignIn, work: Work, side: Side) -> None:
    home = an_organisation("Elders")
    wim = a_person("Wim")
    a_place(wim, home, Role.COORDINATOR)

    for route, pk in (("organisation", work.organisation.pk), ("side", side.pk)):
        assert as_(wim).get(reverse(f"paths:{route}", args=[pk])).status_code == 404
    assert "geen traject" in page(as_(wim), "paths:organisation", home.pk)
    assert as_(wim).get(reverse("paths:organisations")).status_code == 302
    a_place(wim, an_organisation("Nog een"), Role.COORDINATOR)
    assert "Nog een" in page(as_(wim), "paths:organisations")


def test_she_sees_exactly_what_each_of_them_sees(as_: SignIn, work: Work, side: Side) -> None:
    term = Term.objects.filter(promise__side=side)[0]
    Tick.objects.create(term=term, whose="organisation", word="late", by=work.sam)

    for viewer in (work.sam, work.fatima, work.ines):
        shown = page(as_(work.noor), "paths:seen", **{"as": str(viewer.pk)})
        visible = Step.objects.visible_to(viewer).values_list("key", flat=True)
        assert all(key in shown for key in visible)
        sees = Promise.objects.visible_to(viewer).exists()
        assert ("weekly-talk" in shown) == sees
        assert ("de organisatie: later nagekomen" in shown) == sees
    nobody = page(as_(work.noor), "paths:seen", **{"as": str(a_person("Iemand").pk)})
    assert 'id="seen"' not in nobody


def test_who_walks_along_from_elsewhere_does_not_stand_at_the_placement(
    as_: SignIn, work: Work, side: Side
) -> None:
    home = an_organisation("HZ", Organisation.Kind.EDUCATION)
    lotte, koen = a_person("Lotte"), a_person("Koen")
    a_place(lotte, home, Role.COORDINATOR)
    cohort = a_unit(home, "2026")
    a_place(koen, home, Role.MEMBER, unit=cohort)
    walking_along(work.noor, koen, Companionship.Kind.STUDY_COACH)
    begun(a_template(home, lotte, a_body()), work.noor, lotte, unit=cohort)

    shown = onlookers(list(Side.objects.select_related("organisation", "path__starter")))
    at = [(one.person.name, one.organisation) for one in shown]
    assert at.count(("Koen", "HZ")) == 1
    assert at.count(("Sam", side.organisation.name)) == 1
    assert {("Koen", side.organisation.name), ("Sam", "HZ")}.isdisjoint(at)

    supervisor = a_person("Vera")
    walking_along(work.noor, supervisor, Companionship.Kind.SUPERVISOR)
    assert "<span>supervisor</span>" in page(as_(work.noor), "paths:seen")


def test_her_page_leads_to_what_waits_for_her(as_: SignIn, work: Work, side: Side) -> None:
    client = as_(work.noor)
    sentence = "Een voorstel over een belofte wacht op je."
    assert sentence not in page(client, "paths:path")

    for person in (work.noor, work.sam):
        Notice.objects.create(
            path=side.path, person=person, kind=Notice.Kind.PROMISE, about=uuid4()
        )

    shown = page(client, "paths:path")
    assert shown.count(sentence) == 1
    assert "driehoeksgesprek wachten" not in shown


# ------------------------------------------------------------------ an organisation role


def _neutral(shown: str) -> str:
    """Without the security token, the nonce and the date."""
    plain = re.sub(r'(csrfmiddlewaretoken" value=|nonce=)"[^"]+"', r'\1""', shown)
    return plain.replace(str(civil_day()), "")


def test_whatever_she_ticks_for_herself_says_or_asks_their_pages_stay_the_same(
    as_: SignIn, work: Work, side: Side
) -> None:
    """Sealed letters, questions, an evaluation, and steps that are hers alone."""
    readers = (work.fatima, work.ines)

    def pages() -> list[str]:
        found = []
        for reader in readers:
            client = as_(reader)
            client.get("/")
            found.append(_neutral(page(client, "paths:week")))
            found.append(_neutral(page(client, "paths:side", side.pk)))
            found.append(_neutral(client.get("/").content.decode()))
        client = as_(work.ines)
        found.append(_neutral(page(client, "paths:organisation", work.organisation.pk)))
        talk = Step.objects.get(side=side, key="own-words")
        found.append(_neutral(page(client, "paths:step", talk.pk)))
        return found

    before = pages()
    does_everything(work.noor, side)

    assert pages() == before


def does_everything(noor: Person, side: Side) -> None:
    """What a starter does that is nobody else's."""
    from hartlijn.vault.models import Envelope  # noqa: PLC0415

    for _letter in range(3):
        Envelope.objects.create(
            id=uuid4(), author=noor, content=b"closed", digest=uuid4().hex, size=6
        )
    steps.mark_done(Step.objects.get(side=side, key="own-words"), by=noor)


def test_the_pages_of_a_desk_ask_as_much_for_thirty_paths_as_for_three(
    as_: SignIn, work: Work, side: Side, django_assert_max_num_queries: Any
) -> None:
    del side
    client = as_(work.ines)

    def counted() -> int:
        with django_assert_max_num_queries(12) as found:
            page(client, "paths:organisation", work.organisation.pk)
        return len(found)

    def more(number: int) -> None:
        for _one in range(number):
            begun(work.template, a_person("Begint"), work.ines, unit=work.team)

    more(2)
    counted()
    few = counted()
    more(4)
    assert counted() == few


def test_of_two_sides_her_page_asks_as_much_as_of_one(
    as_: SignIn, work: Work, side: Side, django_assert_max_num_queries: Any
) -> None:
    del side
    client = as_(work.noor)

    def counted() -> int:
        with django_assert_max_num_queries(12) as found:
            page(client, "paths:path")
        return len(found)

    counted()
    one = counted()
    home = an_organisation("HZ", Organisation.Kind.EDUCATION)
    lotte = a_person("Lotte")
    a_place(lotte, home, Role.COORDINATOR)
    cohort = a_unit(home, "2026")
    begun(a_template(home, lotte, a_body()), work.noor, lotte, unit=cohort)

    assert counted() == one
