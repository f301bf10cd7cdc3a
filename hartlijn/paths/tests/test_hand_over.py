"""The leaving side proposes, Noor picks, the receiving side accepts; each sees it beforehand."""

import re
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.test import Client

from conftest import SignIn
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.paths.actions import handing_over as actions
from hartlijn.paths.actions.beginning import end
from hartlijn.paths.actions.steps import mark_done
from hartlijn.paths.models import Change, HandOver, HandOverItem, Promise, Side, Tick
from hartlijn.paths.taking_along import items_of
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_step, a_template, begun, given
from hartlijn.people.models import Membership, Organisation, Person, Role, Unit
from hartlijn.people.tests.factories import a_person, a_place, a_unit, an_organisation

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Next:
    """De Vuurtoren, where Noor begins next month: Rik leads her team, Wil runs the desk."""

    organisation: Organisation
    team: Unit
    rik: Person
    wil: Person


@pytest.fixture
def side(work: Work) -> Side:
    """Noor's path at Zeeuwse Jeugdzorg, with something done, kept and made anew."""
    side = begun(work.template, work.noor, work.ines, unit=work.team)
    mark_done(side.steps.get(key="welcome"), by=work.fatima)
    mark_done(side.steps.get(key="talk"), by=work.sam)
    promise = side.promises.get()
    first, second, _third = promise.terms.all()
    for whose, term, word in (
        ("organisation", first, "kept"),
        ("organisation", second, "kept"),
        ("starter", first, "kept"),
        ("starter", second, "not_kept"),
    ):
        Tick.objects.create(term=term, whose=whose, word=word)
    Change.objects.create(
        promise=promise,
        reason="Sam is op vakantie",
        amount=2,
        from_on=civil_day(),
        proposed_as="organisation",
        agreed_by=work.noor,
        agreed_on=civil_day(),
    )
    return side


@pytest.fixture
def after(work: Work) -> Next:
    organisation = an_organisation("De Vuurtoren")
    team = a_unit(organisation, "Team Goes")
    rik, wil = a_person("Rik"), a_person("Wil")
    a_place(rik, organisation, Role.TEAM_LEADER, unit=team)
    a_place(wil, organisation, Role.COORDINATOR)
    Membership.objects.create(
        person=work.noor,
        organisation=organisation,
        unit=team,
        role=Role.STARTER,
        starts_on=civil_day() + timedelta(days=30),
    )
    return Next(organisation, team, rik, wil)


def proposed(side: Side, by: Person, sentence: str = "Het was fijn met jou.") -> HandOver:
    names = [one.name for one in items_of(side, by)]
    hand_over = actions.prepare(side, names, sentence, by=by)
    actions.propose(hand_over, by=by)
    return hand_over


def picked_and_given(hand_over: HandOver, noor: Person, to: Organisation, *keys: str) -> HandOver:
    items = [one for one in hand_over.items.all() if one.key in keys]
    actions.pick(hand_over, items, to=to, added="Ik kom graag.", by=noor)
    given(hand_over, by=noor)
    return hand_over


def read(hand_over: HandOver, viewer: Person) -> set[str]:
    found = HandOverItem.objects.visible_to(viewer).filter(hand_over=hand_over)
    return {one.key for one in found}


def page(client: Client, hand_over: HandOver) -> str:
    answer = client.get(f"/paths/hand-overs/{hand_over.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


# ------------------------------------------------------------------ the three, in turn


def test_a_hand_over_goes_from_hand_to_hand(
    work: Work, side: Side, after: Next, as_: SignIn
) -> None:
    sam, noor, rik = as_(work.sam), as_(work.noor), as_(after.rik)
    form = {
        "step": ["step:welcome", "step:talk"],
        "promise": ["promise:weekly-talk"],
        "sentence": "Noor vraagt goed door.",
    }

    answer = sam.post(f"/paths/sides/{side.pk}/hand-over/", form)
    hand_over = HandOver.objects.get()
    assert answer.headers["Location"] == f"/paths/hand-overs/{hand_over.pk}/"
    assert noor.get(f"/paths/hand-overs/{hand_over.pk}/").status_code == 404
    preview = letter_of(page(sam, hand_over))
    sam.post(f"/paths/hand-overs/{hand_over.pk}/propose/")

    assert letter_of(page(noor, hand_over)) == preview
    items = {one.key: str(one.pk) for one in hand_over.items.all()}
    picks = {
        "step": [items["welcome"]],
        "promise": [items["weekly-talk"]],
        "to": str(after.organisation.pk),
        "added": "Ik leer het liefst door mee te lopen.",
    }
    noor.post(f"/paths/hand-overs/{hand_over.pk}/pick/", picks)
    before = page(noor, hand_over)
    assert rik.get(f"/paths/hand-overs/{hand_over.pk}/").status_code == 404
    noor.post(f"/paths/hand-overs/{hand_over.pk}/give/", {"reading": reading_on(before)})

    assert letter_of(page(rik, hand_over)) == letter_of(before)
    assert "Noor vraagt goed door." not in page(rik, hand_over)
    assert "talk" not in read(hand_over, after.rik)
    rik.post(f"/paths/hand-overs/{hand_over.pk}/accept/")

    assert letter_of(page(sam, hand_over)) == letter_of(before, 1)
    for client in (sam, noor, rik):
        assert "De Vuurtoren" in page(client, hand_over)
    assert "mee te lopen" not in page(sam, hand_over)
    assert "mee te lopen" in page(rik, hand_over)


def test_chosen_anew_in_another_window_nothing_goes_along_unread(
    as_: SignIn, work: Work, side: Side, after: Next
) -> None:
    hand_over = proposed(side, work.sam)
    address, noor = f"/paths/hand-overs/{hand_over.pk}/", as_(work.noor)
    items = list(hand_over.items.all())
    actions.pick(hand_over, items[:1], to=after.organisation, added="", by=work.noor)
    first = reading_on(page(noor, hand_over))
    actions.pick(hand_over, items, to=after.organisation, added="Alles.", by=work.noor)

    answer = noor.post(f"{address}give/", {"reading": first})

    assert answer.status_code == 403
    assert "Lees eerst wat er nu meegaat" in answer.content.decode()
    assert as_(after.rik).get(address).status_code == 404
    noor.post(f"{address}give/", {"reading": reading_on(page(noor, hand_over))})
    assert as_(after.rik).get(address).status_code == 200


def reading_on(html: str) -> str:
    """What the page says it shows."""
    found = re.search(r'name="reading" value="([^"]+)"', html)
    assert found
    return found[1]


def letter_of(html: str, number: int = 0) -> str:
    """What stands in a letter on the page, without its heading."""
    letter = html.split('class="card letter"')[1 + number].split("</section>", maxsplit=1)[0]
    return " ".join(letter.split("</h2>")[-1].split())


def test_what_both_said_stands_side_by_side_in_both_languages(work: Work, side: Side) -> None:
    told = next(one for one in items_of(side, work.sam) if one.kind == "promise")

    assert told.words.nl.startswith(
        "weekly-talk. De organisatie zei: nagekomen in 2 maanden. "
        "De starter zei: nagekomen in 1 maand, niet nagekomen in 1 maand. "
        "Samen opnieuw afgesproken op "
    )
    assert "vakantie" not in told.words.nl
    assert told.words.en.startswith("weekly-talk. The organisation said: kept in 2 months.")


def test_done_steps_that_count_for_a_register_go_along_as_a_part(work: Work, side: Side) -> None:
    body = a_body(
        steps=[
            a_step("seen", covers=["practice-programme-draft/practice", "gone/part"]),
            a_step("not-done", covers=["practice-programme-draft/training"]),
        ]
    )
    template = a_template(work.organisation, work.ines, body)
    assert template.version is not None
    side.version = template.version
    side.save()
    side.steps.filter(key="welcome").update(key="seen")

    parts = [one for one in items_of(side, work.sam) if one.kind == "part"]

    assert [one.key for one in parts] == ["practice-programme-draft/practice"]
    assert "Controleer dit bij het register" in parts[0].words.nl


def test_items_are_copies_and_open_nothing_else(work: Work, side: Side, after: Next) -> None:
    hand_over = picked_and_given(proposed(side, work.sam), work.noor, after.organisation, "welcome")

    for reader in (after.rik, after.wil):
        assert read(hand_over, reader) == {"welcome"}
        assert not side.steps.model.objects.visible_to(reader).exists()
        assert not Promise.objects.visible_to(reader).exists()
        assert not Side.objects.visible_to(reader).exists()
    side.steps.get(key="welcome").delete()
    assert read(hand_over, after.rik) == {"welcome"}


def test_a_desk_hands_over_no_single_promise_and_reads_none(
    work: Work, side: Side, after: Next
) -> None:
    assert {one.kind for one in items_of(side, work.ines)} == {"step"}

    hand_over = picked_and_given(
        proposed(side, work.sam), work.noor, after.organisation, "weekly-talk"
    )

    assert "weekly-talk" not in read(hand_over, work.ines)
    assert "weekly-talk" in read(hand_over, work.fatima)
    assert read(hand_over, after.wil) == {"weekly-talk"}


def test_after_the_end_the_desk_and_who_made_it_keep_the_record(
    work: Work, side: Side, after: Next
) -> None:
    hand_over = picked_and_given(proposed(side, work.sam), work.noor, after.organisation, "welcome")
    actions.accept(hand_over, by=after.wil)
    end(side, by=work.ines)

    for reader in (work.sam, work.ines, work.noor, after.rik):
        assert HandOver.objects.visible_to(reader).get() == hand_over
    assert not HandOver.objects.visible_to(work.fatima).exists()


def test_who_is_not_one_of_the_three_sees_nothing(
    work: Work, side: Side, after: Next, stranger: Person, as_: SignIn
) -> None:
    hand_over = picked_and_given(proposed(side, work.sam), work.noor, after.organisation, "welcome")
    colleague, other = a_person("Milan"), a_person("Ada")
    a_place(colleague, work.organisation, Role.MEMBER, unit=work.team)
    team = a_unit(after.organisation, "Team Vlissingen")
    a_place(other, after.organisation, Role.TEAM_LEADER, unit=team)

    for nobody in (stranger, colleague, other):
        assert not HandOver.objects.visible_to(nobody).exists()
        assert as_(nobody).get(f"/paths/hand-overs/{hand_over.pk}/").status_code == 404


# --------------------------------------------------------------------- stopping


@pytest.mark.parametrize("who", ["sam", "noor", "wil"])
def test_each_can_stop_before_it_is_accepted(
    work: Work, side: Side, after: Next, who: str, as_: SignIn
) -> None:
    hand_over = picked_and_given(proposed(side, work.sam), work.noor, after.organisation, "welcome")
    person = {"sam": work.sam, "noor": work.noor, "wil": after.wil}[who]

    as_(person).post(f"/paths/hand-overs/{hand_over.pk}/stop/")

    assert not HandOver.objects.exists()
    assert not HandOverItem.objects.exists()
    with pytest.raises(Refused, match="gestopt"):
        actions.accept(hand_over, by=after.wil)


def test_what_is_accepted_stays(work: Work, side: Side, after: Next) -> None:
    hand_over = picked_and_given(proposed(side, work.sam), work.noor, after.organisation, "welcome")
    actions.accept(hand_over, by=after.rik)

    with pytest.raises(Refused, match="al aangenomen"):
        actions.stop(hand_over, by=work.noor)
    with pytest.raises(Refused, match="al aangenomen"):
        actions.accept(hand_over, by=after.wil)
    with pytest.raises(Refused, match="al aangenomen"):
        actions.pick(hand_over, [], to=None, added="", by=work.noor)


# ------------------------------------------------------------------- refusals


def test_only_the_starter_picks_and_gives(work: Work, side: Side, after: Next) -> None:
    hand_over = proposed(side, work.sam)

    for other in (work.sam, work.ines, after.wil):
        with pytest.raises(Refused):
            actions.pick(hand_over, [], to=after.organisation, added="", by=other)
        with pytest.raises(Refused):
            given(hand_over, by=other)
    with pytest.raises(Refused, match="aan wie"):
        given(hand_over, by=work.noor)
    actions.pick(hand_over, [], to=after.organisation, added="", by=work.noor)
    with pytest.raises(Refused, match="iets om mee te nemen"):
        given(hand_over, by=work.noor)


def test_she_gives_it_to_an_organisation_she_starts_in(work: Work, side: Side) -> None:
    hand_over = proposed(side, work.sam)
    elsewhere = an_organisation("Elders")

    actions.pick(hand_over, list(hand_over.items.all()), to=elsewhere, added="", by=work.noor)

    with pytest.raises(Refused, match="aan wie"):
        given(hand_over, by=work.noor)


def test_two_proposals_do_not_cross(work: Work, side: Side) -> None:
    one = actions.prepare(side, ["step:welcome"], "", by=work.sam)
    other = actions.prepare(side, ["step:welcome"], "", by=work.fatima)
    actions.propose(one, by=work.sam)

    with pytest.raises(Refused, match="Er ligt al een voorstel"):
        actions.propose(other, by=work.fatima)
    with pytest.raises(Refused):
        actions.propose(other, by=work.ines)


def test_a_form_without_anything_keeps_what_was_typed(work: Work, side: Side, as_: SignIn) -> None:
    client = as_(work.sam)
    address = f"/paths/sides/{side.pk}/hand-over/"

    empty = client.post(address, {"sentence": ""})
    hidden = client.post(address, {"sentence": "Goed \u202edoor"})

    assert empty.status_code == hidden.status_code == 422
    assert "minstens één ding" in empty.content.decode()
    assert not HandOver.objects.exists()


def test_without_a_next_organisation_the_page_says_what_to_wait_for(
    work: Work, side: Side, as_: SignIn
) -> None:
    hand_over = proposed(side, work.sam)
    client = as_(work.noor)

    asked = client.get(f"/paths/hand-overs/{hand_over.pk}/pick/")
    sent = client.post(f"/paths/hand-overs/{hand_over.pk}/pick/", {"added": "Hoi"})

    assert "nog geen organisatie" in asked.content.decode()
    assert sent.status_code == 422
