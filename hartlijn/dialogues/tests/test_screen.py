"""The screen in the hall: for the hall, in its language; and what the phones say beside it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import guiding
from hartlijn.dialogues.models import Dialogue, PutFinding
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.dialogues.tests.test_room import NOW, ROOM, mark, page, say
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db
KEPT = "Wie de dialoog leidt, bewaart je woorden voor het onderzoek."


@pytest.mark.parametrize("name", ["screen", "screen_now"])
def test_it_speaks_the_language_of_the_dialogue(
    as_: SignIn, hall: Dialogue, rosa: Person, name: str
) -> None:
    rosa.language = "en"
    rosa.save()
    led = as_(rosa)

    answer = led.get(reverse(f"dialogues:{name}", args=[hall.pk]))
    assert "Doe mee op" in answer.content.decode()
    assert answer.headers["Content-Language"] == "nl"
    guiding.go(hall, 1, by=rosa)
    led.post(reverse("dialogues:screen_reveal", args=[hall.pk]))
    shown = page(led, reverse("dialogues:screen", args=[hall.pk]))
    assert "Er heeft nog niemand iets gezegd." in shown
    assert '<html lang="nl"' in shown

    Dialogue.objects.filter(pk=hall.pk).update(language="en")
    assert "Take part at" in page(led, reverse(f"dialogues:{name}", args=[hall.pk]))


def test_the_reveal_says_how_many_gave_no_word_yet(
    as_: SignIn, enter: Enter, hall: Dialogue, first: PutFinding, rosa: Person
) -> None:
    guiding.go(hall, 1, by=rosa)
    phones = [enter("student") for _n in range(3)]
    mark(phones[0], first, "not")

    screen = reverse("dialogues:screen", args=[hall.pk])
    assert "2 nog zonder reactie" in page(as_(rosa), screen)
    Dialogue.objects.filter(pk=hall.pk).update(open_until=civil_day())
    assert "zonder reactie" not in page(as_(rosa), screen), "a number that moves tells who came"


def test_a_long_finding_is_set_smaller(
    as_: SignIn, hall: Dialogue, first: PutFinding, rosa: Person
) -> None:
    guiding.go(hall, 1, by=rosa)
    screen = reverse("dialogues:screen", args=[hall.pk])
    assert 'class="long"' not in page(as_(rosa), screen)

    PutFinding.objects.filter(pk=first.pk).update(text="Steun helpt starters. " * 18)

    assert 'class="long"' in page(as_(rosa), screen)


def test_a_phone_says_who_reads_it_in_a_hall_and_in_writing(
    enter: Enter, hall: Dialogue, rosa: Person
) -> None:
    phone = enter("student")
    in_hall = page(phone, f"{ROOM}?part=3")
    assert "Na het onthullen iedereen in de zaal, zonder naam." in in_hall
    assert KEPT in in_hall

    say(phone, "Er mist iets.")
    guiding.reveal_question(hall, "missing", by=rosa)
    assert "leest iedereen die meedoet meteen" in page(phone, f"{ROOM}?part=3")

    Dialogue.objects.filter(pk=hall.pk).update(open_until=civil_day() + timedelta(days=7))
    written = page(phone, f"{ROOM}?part=4")
    assert "Na de laatste dag wie de dialoog leidt en iedereen die meedeed" in written
    assert "in de zaal, zonder naam" not in written
    assert KEPT in written


def test_what_may_be_quoted_stands_beside_ones_own_words(enter: Enter, first: PutFinding) -> None:
    phone = enter("student")
    mark(phone, first, "not", "Liever niet.")
    assert "niet letterlijk in het verslag" in page(phone, f"{ROOM}?part=1")

    mark(phone, first, "not", "Deze wel.", may_quote="yes")

    assert "mag letterlijk in het verslag" in page(phone, f"{ROOM}?part=1")


def test_after_gathering_the_phone_says_what_comes_and_asks_nothing_more(
    enter: Enter, hall: Dialogue, rosa: Person
) -> None:
    phone: Client = enter("student")
    say(phone, "Er mist iets.")
    guiding.go(hall, 99, by=rosa)
    assert "kun je nog iets toevoegen" in page(phone, NOW)

    guiding.gather(hall, by=rosa)

    after = page(phone, NOW)
    assert "Er komt niets meer bij" in after
    assert "kun je nog iets toevoegen" not in after
    assert "Is er een concept om mee te lezen, dan vind je het hier" in after
