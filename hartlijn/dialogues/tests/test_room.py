"""The hall: in with two words, hidden until revealed, and nobody told apart."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from conftest import SignIn
from hartlijn.dialogues.actions import guiding, themes
from hartlijn.dialogues.models import Contribution, Dialogue, Mark, PutFinding, Seat
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.lib.bell import admit
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db
ROOM, NOW = reverse("dialogues:room"), reverse("dialogues:room_now")


def mark(phone: Client, put: PutFinding, word: str, text: str = "", **more: str) -> int:
    """Give a word; the status of the answer."""
    form = {"put": str(put.pk), "part": "1", "word": word, "text": text, "token": str(uuid4())}
    return phone.post(reverse("dialogues:room_mark"), form | more).status_code


def say(phone: Client, text: str, kind: str = "missing", token: str = "") -> int:
    """Say something; the status of the answer."""
    form = {"kind": kind, "text": text, "part": "3", "token": token or str(uuid4())}
    return phone.post(reverse("dialogues:room_say"), form).status_code


def page(client: Client, address: str) -> str:
    """What is read there."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_two_words_open_the_room_and_no_name_is_kept(enter: Enter, hall: Dialogue) -> None:
    phone = enter("student")

    assert "Welkom" in page(phone, ROOM)
    seat = Seat.objects.get()
    assert {one.name for one in Seat._meta.concrete_fields} == {
        "id", "dialogue", "key_digest", "perspective",
    }  # fmt: skip
    assert seat.perspective == "student"


def test_wrong_words_get_a_sentence_and_keep_what_was_typed(hall: Dialogue) -> None:
    answer = Client().post(
        reverse("dialogues:join"), {"code": "foute woorden", "perspective": "student"}
    )

    assert answer.status_code == 422
    assert "geen dialoog open" in answer.content.decode()
    assert "FOUTE WOORDEN" in answer.content.decode().upper()


def test_after_many_wrong_words_the_right_ones_open_nothing_for_a_while(
    hall: Dialogue, settings: Settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"dialogue_code": "2/10m/ip"}

    def status(code: str, place: str) -> int:
        form = {"code": code, "perspective": "student"}
        return Client(REMOTE_ADDR=place).post(reverse("dialogues:join"), form).status_code

    assert [status(hall.code, "10.0.0.1") for _ in range(4)] == [302] * 4, "a whole school"
    assert [status("foute woorden", "10.0.0.1") for _ in range(3)] == [422] * 3

    assert status(hall.code, "10.0.0.1") == 422
    assert status(hall.code, "10.0.0.2") == 302
    assert Seat.objects.count() == 5


def test_the_words_work_no_longer_after_gathering(
    enter: Enter, hall: Dialogue, rosa: Person
) -> None:
    say(enter("student"), "Er mist iets.")
    code = hall.code

    guiding.gather(hall, by=rosa)

    answer = Client().post(reverse("dialogues:join"), {"code": code, "perspective": "student"})
    assert answer.status_code == 422


def test_who_is_signed_in_takes_part_without_being_tied_to_it(
    as_: SignIn, hall: Dialogue, noor: Person
) -> None:
    client = as_(noor)
    client.post(reverse("dialogues:join"), {"code": hall.code, "perspective": "starter"})

    assert "Welkom" in page(client, ROOM)
    assert str(noor.pk) not in repr(list(Seat.objects.values()))


def test_nothing_is_read_before_it_is_revealed_also_by_who_leads(
    as_: SignIn, enter: Enter, hall: Dialogue, first: PutFinding, rosa: Person
) -> None:
    writer, other = enter("student"), enter("teacher")
    assert mark(writer, first, "not", "Bij ons is dat anders.") == 302
    say(writer, "Er mist iets over wonen.")
    guiding.go(hall, 1, by=rosa)

    led = as_(rosa)
    names = ("screen", "themes", "dialogue", "changes", "people", "findings")
    pages = [page(led, reverse(f"dialogues:{name}", args=[hall.pk])) for name in names]
    pages += [page(other, f"{ROOM}?part={place}") for place in range(7)]
    for shown in pages:
        assert "Bij ons is dat anders" not in shown
        assert "Er mist iets over wonen" not in shown
    written = Contribution.objects.filter(text__startswith="Bij ons").get()
    address = reverse("dialogues:contribution", args=[written.pk])
    assert led.get(address).status_code == 404


def test_a_reveal_shows_figures_and_reasons_to_all(
    as_: SignIn, enter: Enter, hall: Dialogue, first: PutFinding, rosa: Person
) -> None:
    phones = [enter("student") for _n in range(5)] + [enter("teacher")]
    for phone in phones[:5]:
        mark(phone, first, "recognised", "Zonder steun was ik weg.")
    mark(phones[5], first, "not", "Steun is er genoeg.")
    guiding.go(hall, 1, by=rosa)

    led = as_(rosa)
    assert led.post(reverse("dialogues:screen_reveal", args=[hall.pk])).status_code == 302

    for shown in (
        page(led, reverse("dialogues:screen", args=[hall.pk])),
        page(phones[0], f"{ROOM}?part=1"),
    ):
        assert "Zonder steun was ik weg." in shown
        assert "5 mensen" in shown
        assert "docent" not in shown.replace("je kijkt mee als", "")


def test_the_figures_stay_as_they_were_when_they_were_revealed(
    enter: Enter, first: PutFinding, rosa: Person
) -> None:
    phones = [enter("student") for _n in range(2)]
    mark(phones[0], first, "recognised")
    guiding.reveal_finding(first, by=rosa)
    shown = PutFinding.objects.get(pk=first.pk).shown

    late = {"put": str(first.pk), "part": "1", "word": "not"}
    answer = phones[1].post(reverse("dialogues:room_mark"), late)
    assert answer.status_code == 422
    assert "telt niet meer mee" in answer.content.decode()
    assert PutFinding.objects.get(pk=first.pk).shown == shown
    assert Mark.objects.count() == 1


def test_the_last_word_counts_until_then(enter: Enter, first: PutFinding) -> None:
    phone = enter("starter")
    for word in ("recognised", "not", "partly"):
        mark(phone, first, word)

    assert Mark.objects.get().word == "partly"


def test_a_form_that_comes_twice_is_kept_once(enter: Enter, hall: Dialogue) -> None:
    phone, token = enter("starter"), str(uuid4())

    assert [say(phone, "Eén keer.", token=token) for _try in range(3)] == [302, 302, 302]
    assert hall.contributions.get().number == 1


def test_one_takes_back_ones_own_words_and_nobody_elses(enter: Enter, hall: Dialogue) -> None:
    mine, other = enter("starter"), enter("starter")
    say(mine, "Toch niet.")
    form = {"contribution": str(hall.contributions.get().pk), "part": "3"}

    assert other.post(reverse("dialogues:room_take_back"), form).status_code == 404
    assert mine.post(reverse("dialogues:room_take_back"), form).status_code == 302
    assert not hall.contributions.exists()


def test_an_empty_room_reveals_and_gathers_nothing(
    hall: Dialogue, first: PutFinding, rosa: Person
) -> None:
    with pytest.raises(Refused, match="nog niemand iets gezegd"):
        guiding.reveal_finding(first, by=rosa)
    with pytest.raises(Refused, match="nog niets gezegd"):
        guiding.gather(hall, by=rosa)


def test_gathering_cuts_words_from_places(enter: Enter, hall: Dialogue, rosa: Person) -> None:
    phone = enter("leader")
    say(phone, "Eén.")
    say(phone, "Twee.")

    guiding.gather(hall, by=rosa)

    assert not Contribution.objects.filter(seat__isnull=False).exists()
    assert "Een" not in page(phone, f"{ROOM}?part=3") or "Wat jij schreef" not in page(phone, ROOM)


def test_without_a_place_one_is_sent_to_the_door(hall: Dialogue, first: PutFinding) -> None:
    for address in (ROOM, NOW):
        assert Client().get(address)["Location"] == reverse("dialogues:join")
    assert mark(Client(), first, "not") == 403


def test_hostile_words_are_words(enter: Enter, hall: Dialogue, rosa: Person) -> None:
    phone = enter("starter")
    say(phone, "<script>alert(1)</script>\x00\u202e=1+1")
    say(phone, "x" * 100_000)
    guiding.reveal_question(hall, "missing", by=rosa)

    shown = page(phone, f"{ROOM}?part=3")

    assert "&lt;script&gt;alert(1)&lt;/script&gt;=1+1" in shown
    assert hall.contributions.count() == 1


def hall_text(put: PutFinding) -> str:
    return PutFinding.objects.get(pk=put.pk).text


def test_a_marked_finding_does_not_change_any_more(
    as_: SignIn, enter: Enter, first: PutFinding, rosa: Person
) -> None:
    mark(enter("starter"), first, "not")
    led = as_(rosa)

    form = {"text": "Anders.", "kind": "field", "source": ""}
    answer = led.post(reverse("dialogues:finding", args=[first.pk]), form)

    assert answer.status_code == 422
    assert "al geantwoord" in answer.content.decode()
    assert "Anders." in answer.content.decode(), "what was typed can be copied"
    assert hall_text(first) != "Anders."
    for verb in ("finding_remove", "finding_merge"):
        led.post(reverse(f"dialogues:{verb}", args=[first.pk]))
    shown = led.get(reverse("dialogues:findings", args=[first.dialogue_id])).content.decode()
    assert "al geantwoord" in shown
    assert shown.count(reverse("dialogues:finding_remove", args=[first.pk])) == 0
    assert shown.count("/remove/") == 1, "the other one may go"
    assert "/merge/" not in shown, "the one before it stays as it is"


def test_the_phones_are_rung_for_what_they_may_read_alone(
    enter: Enter, hall: Dialogue, first: PutFinding, rosa: Person
) -> None:
    def changes() -> int:
        return Dialogue.objects.get(pk=hall.pk).changes

    phone, before = enter("student"), changes()
    mark(phone, first, "not", "Nog niet te lezen.")
    say(phone, "Ook nog niet.")
    assert changes() == before

    guiding.reveal_finding(first, by=rosa)
    guiding.reveal_question(hall, "missing", by=rosa)
    assert changes() == before + 2
    say(phone, "Meteen te lezen.")
    assert changes() == before + 3
    assert "Meteen te lezen." in page(enter("leader"), f"{NOW}?part=3")


def test_each_look_at_the_room_gives_a_ticket_of_the_same_reader(enter: Enter) -> None:
    def key(phone: Client) -> str:
        return admit(phone.get(ROOM).context["ticket"]).key

    mine, other = enter("student"), enter("student")

    assert key(mine) == key(mine) != key(other)


def test_what_was_kept_for_all_phones_is_not_what_another_may_read(
    enter: Enter, hall: Dialogue, first: PutFinding, rosa: Person
) -> None:
    phones = [enter("student"), enter("teacher")]
    mark(phones[0], first, "partly", "Omdat.")
    guiding.reveal_finding(first, by=rosa)
    for phone in phones:
        assert "Omdat." in page(phone, f"{NOW}?part=1")

    written = hall.contributions.get()
    themes.retell(written, {"hidden": True}, by=rosa)

    for phone in phones:
        assert "Omdat." not in page(phone, f"{NOW}?part=1")
