"""What a dialogue leads to: somebody takes it up before a day, or says no and why."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import SignIn
from hartlijn.delivery.models import Delivery
from hartlijn.dialogues.actions import guiding, leads, preparing, room, themes
from hartlijn.dialogues.actions.room import Said
from hartlijn.dialogues.models import Contribution, Dialogue, Lead, LeadNotice
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.people.actions.erasure import erase
from hartlijn.people.models import Organisation, Person

DAY = civil_day() + timedelta(days=60)
WORDS = {"kind": "education", "text": "De opleiding oefent hulp vragen.", "text_other": ""}


@pytest.fixture
def gathered(hall: Dialogue, rosa: Person) -> Dialogue:
    """Somebody said what the school can do; it has a theme, and it is over."""
    [(seat, _key)] = room.seats_of([room.join(hall, "student")])
    said = room.say(seat, Said("education", "Oefen het in jaar 2", uuid4()))
    room.say(seat, Said("missing", "Reistijd", uuid4()))
    guiding.gather(hall, by=rosa)
    hall.refresh_from_db()
    themes.name(hall, [said.pk], "Hulp leren vragen", by=rosa)
    return hall


@pytest.fixture
def lead(gathered: Dialogue, rosa: Person) -> Lead:
    return leads.add(gathered, WORDS, by=rosa)


def send(as_: SignIn, who: Person, verb: str, lead: Lead, **said: Any) -> HttpResponse:
    there = reverse(f"dialogues:lead_{verb}", args=[lead.pk])
    return as_(who).post(there, said)  # type: ignore[return-value]


def page(as_: SignIn, who: Person, lead: Lead) -> str:
    return as_(who).get(reverse("dialogues:lead", args=[lead.pk])).content.decode()


def test_a_lead_says_from_which_contributions_it_comes(
    as_: SignIn, gathered: Dialogue, rosa: Person
) -> None:
    there = reverse("dialogues:leads_of_dialogue", args=[gathered.pk])
    for wrong in ("9", "een", "1, -1", "\u0661", "1" * 40):
        refused = as_(rosa).post(there, WORDS | {"numbers": wrong})
        assert refused.status_code == 422
        assert WORDS["text"] in refused.content.decode()

    as_(rosa).post(there, WORDS | {"numbers": "2; 1,1"})

    lead = Lead.objects.get()
    assert lead.numbers == [1, 2]
    assert 'value="1, 2"' in page(as_, rosa, lead)
    send(as_, rosa, "change", lead, **WORDS, numbers="")
    lead.refresh_from_db()
    assert lead.numbers == []


def test_each_theme_with_what_can_be_done_becomes_one_once(
    as_: SignIn, gathered: Dialogue, rosa: Person
) -> None:
    there = reverse("dialogues:leads_gather", args=[gathered.pk])
    for _time in range(2):
        assert as_(rosa).post(there).status_code == 302

    made = Lead.objects.get()
    number = Contribution.objects.get(kind="education").number
    assert (made.text, made.kind, made.numbers) == ("Hulp leren vragen", "education", [number])


def test_whoever_is_asked_hears_it_at_work_and_says_yes(
    as_: SignIn, lead: Lead, rosa: Person, joost: Person, school: Organisation
) -> None:
    asked = {"name": "De docent van jaar 2", "email": joost.email.upper(), "due_on": DAY}
    assert send(as_, rosa, "ask", lead, **asked).status_code == 302
    assert Delivery.objects.filter(receiver=joost).count() == 1
    assert "gevraagd aan De docent van jaar 2" in page(as_, rosa, lead)
    assert joost.name not in page(as_, rosa, lead), "an address gives no name away"

    assert "Pak jij dit op?" in page(as_, joost, lead)
    assert not LeadNotice.objects.exists()
    send(as_, joost, "take_up", lead, home=school.pk, due_on=DAY)

    lead.refresh_from_db()
    assert (lead.state, lead.owner_name, lead.owner_organisation) == ("taken", joost.name, school)
    assert f"{joost.name}, Hogeschool Delta" in page(as_, rosa, lead)


def test_an_address_nobody_has_looks_the_same_to_who_asks(
    as_: SignIn, lead: Lead, rosa: Person, joost: Person
) -> None:
    asked = {"name": "De opleiding", "due_on": DAY}
    send(as_, rosa, "ask", lead, **asked, email=joost.email)
    known = page(as_, rosa, lead)
    send(as_, rosa, "ask", lead, **asked, email="niemand@elders.example")
    unknown = page(as_, rosa, lead)

    assert plain(known) == plain(unknown)
    assert not LeadNotice.objects.exists()


def plain(html: str) -> list[str]:
    return [line for line in html.splitlines() if "csrf" not in line]


def test_without_an_address_it_was_agreed_on_aloud(as_: SignIn, lead: Lead, rosa: Person) -> None:
    send(as_, rosa, "ask", lead, name="Teamleiders", email="", due_on=DAY)

    lead.refresh_from_db()
    assert (lead.state, lead.owner, lead.due_on) == ("taken", None, DAY)


def test_a_no_has_its_reason(as_: SignIn, lead: Lead, rosa: Person, joost: Person) -> None:
    leads.ask(lead, name="Joost", email=joost.email, due_on=DAY, by=rosa)
    assert send(as_, joost, "refuse", lead, why=" ").status_code == 422
    assert (
        send(as_, joost, "refuse", lead, why="Er is geen tijd in het rooster.").status_code == 302
    )

    assert "Er is geen tijd in het rooster." in page(as_, rosa, lead)
    lead.refresh_from_db()
    assert (lead.state, lead.changed_by) == ("refused", joost.name)
    assert not LeadNotice.objects.exists()


def test_what_changed_stands_on_the_page_of_school_and_employer(
    as_: SignIn, lead: Lead, rosa: Person, joost: Person, lotte: Person, noor: Person
) -> None:
    leads.ask(lead, name="Joost", email=joost.email, due_on=DAY, by=rosa)
    leads.take_up(lead, None, DAY, by=joost)
    send(as_, joost, "tell", lead, what="In jaar 2 staat een oefendag.", done="on")

    for who in (lotte, noor, rosa):
        listed = as_(who).get(reverse("dialogues:leads")).content.decode()
        assert "In jaar 2 staat een oefendag." in listed
    other = as_(lotte).get(reverse("dialogues:leads"), {"state": "refused"}).content.decode()
    assert "In jaar 2 staat een oefendag." not in other
    assert (
        as_(lotte).get(reverse("dialogues:leads"), {"kind": "\x00", "state": "x"}).status_code
        == 200
    )


@pytest.mark.parametrize("who", ["fatima", "stranger", "otto"])
def test_for_others_it_does_not_exist(
    as_: SignIn, lead: Lead, who: str, request: pytest.FixtureRequest
) -> None:
    reader = request.getfixturevalue(who)

    assert as_(reader).get(reverse("dialogues:lead", args=[lead.pk])).status_code == 404
    assert send(as_, reader, "tell", lead, what="Zo").status_code == 404
    assert lead.text not in as_(reader).get(reverse("dialogues:leads")).content.decode()


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("ask", {"name": "X", "email": "", "due_on": DAY}),
        ("change", WORDS),
        ("remove", {}),
        ("refuse", {"why": "Nee"}),
        ("take_up", {"due_on": DAY}),
        ("tell", {"what": "Zo"}),
    ],
)
def test_who_only_follows_changes_nothing(
    as_: SignIn, lead: Lead, noor: Person, verb: str, said: dict[str, Any]
) -> None:
    assert send(as_, noor, verb, lead, **said).status_code == 403
    lead.refresh_from_db()
    assert (lead.state, lead.text) == ("open", WORDS["text"])


@pytest.mark.parametrize("day", ["2020-01-01", "9999-01-01", "morgen", ""])
def test_a_day_that_cannot_be_keeps_what_was_typed(
    as_: SignIn, lead: Lead, rosa: Person, day: str
) -> None:
    answer = send(as_, rosa, "ask", lead, name="De teamleiders", email="", due_on=day)

    assert answer.status_code == 422
    assert "De teamleiders" in answer.content.decode()


def test_on_its_day_whoever_has_it_is_reminded_once(
    lead: Lead, rosa: Person, joost: Person
) -> None:
    leads.ask(lead, name="Joost", email=joost.email, due_on=DAY, by=rosa)
    leads.take_up(lead, None, DAY, by=joost)

    leads.remind(DAY - timedelta(days=1))
    assert not LeadNotice.objects.exists()
    for _time in range(2):
        leads.remind(DAY)

    assert LeadNotice.objects.get().kind == "due"
    leads.tell(lead, "Gedaan", done=True, by=joost)
    assert not LeadNotice.objects.exists()
    assert not Delivery.objects.exists()


def test_the_next_dialogue_opens_with_it(
    as_: SignIn, lead: Lead, gathered: Dialogue, school: Organisation, rosa: Person
) -> None:
    made = preparing.begin(school, {"title": "Een jaar later", "questions": "En nu?"}, by=rosa)
    about = as_(rosa).get(reverse("dialogues:about", args=[made.pk])).content.decode()
    assert gathered.title in about

    preparing.change(made, {"follows": gathered}, by=rosa)
    guiding.open_room(made, by=rosa)

    screen = as_(rosa).get(reverse("dialogues:screen", args=[made.pk])).content.decode()
    assert lead.text in screen
    assert "sinds de vorige dialoog" in screen


def test_not_before_it_was_gathered(hall: Dialogue, rosa: Person) -> None:
    with pytest.raises(Refused, match="Haal eerst op"):
        leads.add(hall, WORDS, by=rosa)


def test_what_was_agreed_on_is_not_taken_away(lead: Lead, rosa: Person) -> None:
    leads.ask(lead, name="Joost", email="", due_on=DAY, by=rosa)

    with pytest.raises(Refused, match="blijft staan"):
        leads.remove(lead, by=rosa)


def test_who_leaves_for_good_leaves_the_lead_without_a_name(
    as_: SignIn, lead: Lead, rosa: Person, joost: Person
) -> None:
    leads.ask(lead, name="Joost", email=joost.email, due_on=DAY, by=rosa)
    leads.take_up(lead, None, DAY, by=joost)
    leads.tell(lead, "Een begin is gemaakt.", done=False, by=joost)

    erase(joost)

    lead.refresh_from_db()
    assert (lead.state, lead.owner, lead.owner_name, lead.changed_by) == ("open", None, "", "")
    assert "Een begin is gemaakt." in page(as_, rosa, lead)
    assert "Joost" not in page(as_, rosa, lead)


def test_the_list_asks_no_more_for_more(
    as_: SignIn, lead: Lead, gathered: Dialogue, rosa: Person
) -> None:
    client, counts = as_(rosa), []
    addresses = [
        reverse("dialogues:leads"),
        reverse("dialogues:leads_of_dialogue", args=[gathered.pk]),
    ]
    for _time in range(2):
        leads.add(gathered, WORDS, by=rosa)
        with CaptureQueriesContext(connection) as asked:
            for address in addresses:
                client.get(address)
        counts.append(len(asked.captured_queries))

    assert lead.state == "open"
    assert counts[0] == counts[1] <= 24
