"""People without an account weigh a map on their phones; only the whole of five is shown."""

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import guiding, weighing
from hartlijn.dialogues.models import Dialogue, PutFinding
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.dialogues.tests.test_room import mark
from hartlijn.factors.models import FactorMap, Weighing, WeighingRound
from hartlijn.factors.tests.factories import a_map
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Organisation, Person

ROOM, WEIGH = reverse("dialogues:room"), reverse("dialogues:room_weigh")
RELATION = "tijd-rust"


@pytest.fixture
def map_(school: Organisation, rosa: Person) -> FactorMap:
    return a_map(school, rosa)


@pytest.fixture
def round_(hall: Dialogue, map_: FactorMap, rosa: Person) -> WeighingRound:
    return weighing.open_weighing(hall, map_, [RELATION], by=rosa)


def weigh(phone: Client, round_: WeighingRound, **said: str) -> int:
    """Strengthens, strongly, unless said otherwise; the status of the answer."""
    form = {"round": str(round_.pk), "relation": RELATION, "way": "more", "strength": "strong"}
    return phone.post(WEIGH, form | said).status_code


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_who_leads_chooses_a_map_and_its_relations(
    as_: SignIn, enter: Enter, hall: Dialogue, map_: FactorMap, rosa: Person
) -> None:
    phone, led = enter("student"), as_(rosa)
    here = reverse("dialogues:weighing", args=[hall.pk])
    assert "Weeg mee" not in page(phone, ROOM)
    assert here in page(led, reverse("dialogues:dialogue", args=[hall.pk]))
    assert "Inwerktijd" in page(led, here)

    assert led.post(here, {"map": str(map_.pk)}).status_code == 422
    assert led.post(here, {"map": "niets", "asked": ["zomaar"]}).status_code == 422
    assert led.post(here, {"map": str(map_.pk), "asked": [RELATION]}).status_code == 302

    assert WeighingRound.objects.get().reference == hall.reference
    assert "Weeg mee" in page(phone, ROOM)
    assert "Inwerktijd" in page(phone, WEIGH)
    assert led.post(here, {"map": str(map_.pk), "asked": [RELATION]}).status_code == 403


def test_of_five_phones_the_map_of_the_group_is_shown(
    as_: SignIn, enter: Enter, hall: Dialogue, round_: WeighingRound, rosa: Person
) -> None:
    phones = [enter("student") for _n in range(5)]
    for phone in phones:
        assert weigh(phone, round_) == 302
    assert weigh(phones[0], round_, way="less") == 302
    led, here = as_(rosa), reverse("dialogues:weighing", args=[hall.pk])
    assert "Speel wat-als" not in page(led, here)

    assert led.post(reverse("dialogues:weighing_close", args=[hall.pk])).status_code == 302

    group = reverse("factors:round_group", args=[round_.pk])
    assert group in page(led, here)
    assert "5 mensen wogen" in page(led, group)
    assert "waar jullie verschillen" in page(phones[1], WEIGH)
    assert "Bekijk hoe jullie samen wogen" in page(phones[1], ROOM)


def test_of_four_nothing_is_shown_and_nothing_is_kept(
    as_: SignIn, enter: Enter, hall: Dialogue, round_: WeighingRound, rosa: Person
) -> None:
    phones = [enter("student") for _n in range(4)]
    for phone in phones:
        weigh(phone, round_)
    led = as_(rosa)

    led.post(reverse("dialogues:weighing_close", args=[hall.pk]))

    assert not Weighing.objects.exists()
    assert led.get(reverse("factors:round_group", args=[round_.pk])).status_code == 404
    assert "minder dan 5" in page(led, reverse("dialogues:weighing", args=[hall.pk]))
    assert "niets van te laten zien" in page(phones[0], WEIGH)


def test_an_answer_changes_and_goes_until_the_round_closes(
    enter: Enter, hall: Dialogue, round_: WeighingRound, rosa: Person
) -> None:
    phone = enter("student")
    assert weigh(phone, round_, way="more", strength="") == 422
    weigh(phone, round_)
    weigh(phone, round_, way="dont_know", strength="")
    assert Weighing.objects.count() == 1
    assert weigh(phone, round_, take_back="yes") == 302
    assert not Weighing.objects.exists()

    weighing.close_weighing(hall, by=rosa)

    assert weigh(phone, round_) == 422
    assert not Weighing.objects.exists()
    with pytest.raises(Refused, match="geen ronde open"):
        weighing.close_weighing(hall, by=rosa)


def test_gathering_closes_the_round(
    enter: Enter, hall: Dialogue, first: PutFinding, round_: WeighingRound, rosa: Person
) -> None:
    phones = [enter("student") for _n in range(5)]
    for phone in phones:
        weigh(phone, round_)
    mark(phones[0], first, "recognised")

    guiding.gather(hall, by=rosa)

    round_.refresh_from_db()
    assert round_.is_told
    assert weigh(phones[0], round_, way="less") == 422


def test_nothing_ties_an_answer_to_the_place_of_a_phone(
    enter: Enter, hall: Dialogue, round_: WeighingRound
) -> None:
    weigh(enter("student"), round_)

    kept, seat = Weighing.objects.values().get(), hall.seats.get()
    assert seat.key_digest not in repr(kept)
    assert str(seat.pk) not in repr(kept)


def test_strangers_do_not_come_in(
    as_: SignIn, hall: Dialogue, round_: WeighingRound, noor: Person, ines: Person
) -> None:
    for somebody in (noor, ines):
        client = as_(somebody)
        for name in ("weighing", "weighing_close"):
            answer = client.post(reverse(f"dialogues:{name}", args=[hall.pk]))
            assert answer.status_code == 404
    assert weigh(Client(), round_) == 302  # to the door
    assert not Weighing.objects.exists()


def test_an_answer_that_waited_until_another_round_is_told_so(
    enter: Enter, hall: Dialogue, map_: FactorMap, round_: WeighingRound, rosa: Person
) -> None:
    phone = enter("student")
    weighing.close_weighing(hall, by=rosa)
    weighing.open_weighing(hall, map_, [RELATION], by=rosa)

    assert weigh(phone, round_) == 422

    assert not Weighing.objects.exists()


def test_a_page_that_kept_an_answer_hears_that_it_arrived(
    enter: Enter, round_: WeighingRound
) -> None:
    form = {"round": str(round_.pk), "relation": RELATION, "way": "more", "strength": "strong"}

    answer = enter("student").post(WEIGH, form, headers={"Outbox": "a-token"})

    assert (answer.status_code, answer["Outbox"]) == (204, "a-token")
    assert Weighing.objects.count() == 1


def test_a_phone_of_another_dialogue_weighs_nothing_here(
    enter: Enter, hall: Dialogue, round_: WeighingRound
) -> None:
    phone = enter("student")
    WeighingRound.objects.update(reference="dialogue:elders")

    assert weigh(phone, round_) == 422
    assert phone.get(f"{WEIGH}?relation=zomaar").status_code == 200
    assert not Weighing.objects.exists()


def test_the_map_of_another_organisation_is_refused(
    hall: Dialogue, employer: Organisation, rosa: Person, ines: Person
) -> None:
    with pytest.raises(Refused, match="van de organisatie"):
        weighing.open_weighing(hall, a_map(employer, ines), [RELATION], by=rosa)


def test_a_dialogue_in_which_a_map_was_weighed_and_nothing_said_is_gathered(
    enter: Enter, hall: Dialogue, round_: WeighingRound, rosa: Person
) -> None:
    with pytest.raises(Refused, match="niets gezegd"):
        guiding.gather(hall, by=rosa)
    for _n in range(5):
        assert weigh(enter("student"), round_) == 302

    guiding.gather(hall, by=rosa)

    assert WeighingRound.objects.get().is_told
    assert Dialogue.objects.get().state == Dialogue.State.GATHERED
