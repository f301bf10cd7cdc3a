"""In writing: by invitation alone, until a day, and nothing tells whether somebody wrote."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import guiding, inviting, preparing
from hartlijn.dialogues.models import Dialogue
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Person

CSRF = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')
LAST = civil_day() + timedelta(days=14)


def page(client: Client, name: str, dialogue: Dialogue) -> str:
    """What is read there."""
    return client.get(reverse(f"dialogues:{name}", args=[dialogue.pk])).content.decode()


def about(client: Client, dialogue: Dialogue, until: date | None) -> str:
    """Choose a last day, or none; what is read after it."""
    form = {"title": dialogue.title, "language": "nl", "open_until": until or ""}
    there = reverse("dialogues:about", args=[dialogue.pk])
    return client.post(there, form, follow=True).content.decode()


@pytest.fixture
def writing(dialogue: Dialogue, rosa: Person) -> Dialogue:
    """Two weeks to take part in, and somebody is invited."""
    preparing.change(dialogue, {"open_until": LAST}, by=rosa)
    made = guiding.open_room(dialogue, by=rosa)
    inviting.invite(made, ["noor@voorbeeld.nl"], by=rosa)
    return made


def test_it_is_chosen_at_the_beginning_and_leads_to_who_is_invited(
    as_: SignIn, rosa: Person
) -> None:
    led, there = as_(rosa), reverse("dialogues:begin")
    form = {"title": "Op schrift", "language": "nl", "questions": "Wat helpt?"}
    past = led.post(there, form | {"open_until": str(civil_day() - timedelta(days=1))})
    assert past.status_code == 422
    assert "Kies een dag vanaf vandaag." in past.content.decode()
    led.post(there, form | {"open_until": str(LAST)})
    made = Dialogue.objects.get()
    prepared = page(led, "dialogue", made)
    assert "op schrift tot en met" in prepared
    assert "Open de zaal" not in prepared

    opened = led.post(reverse("dialogues:open", args=[made.pk]))

    assert opened["Location"] == reverse("dialogues:invite", args=[made.pk])
    assert "Nodig mensen uit" in page(led, "dialogue", made)


def test_no_two_words_open_it(as_: SignIn, rosa: Person, writing: Dialogue) -> None:
    hall = writing
    assert hall.code == ""
    about(as_(rosa), hall, civil_day())
    refused = about(as_(rosa), hall, None)
    assert "Er zijn mensen uitgenodigd" in refused
    hall.invited.all().delete()

    about(as_(rosa), hall, None)

    hall.refresh_from_db()
    words = {"code": hall.code, "perspective": "starter"}
    assert Client().post(reverse("dialogues:join"), words).status_code == 302
    assert "de zaal is open" in page(as_(rosa), "about", hall)
    about(as_(rosa), hall, LAST)
    assert Client().post(reverse("dialogues:join"), words).status_code == 422


def test_nothing_who_leads_can_press_tells_whether_somebody_wrote(
    as_: SignIn, rosa: Person, writing: Dialogue
) -> None:
    led, put = as_(rosa), writing.put.get(order=1)
    names = ("dialogue", "findings", "about")

    def seen() -> list[str]:
        pages = [page(led, name, writing) for name in names]
        pages.append(led.get(reverse("dialogues:finding", args=[put.pk])).content.decode())
        return [CSRF.sub("", one.partition("<main")[2].partition("</main>")[0]) for one in pages]

    seen()  # messages go
    before = seen()
    for verb in ("gather", "screen_reveal"):
        led.post(reverse(f"dialogues:{verb}", args=[writing.pk]))
    writing.contributions.create(number=1, kind="finding", put=put, text="Tijd.")

    seen()
    assert seen() == before
    with pytest.raises(Refused, match="kan iedereen nog schrijven"):
        guiding.gather(writing, by=rosa)
    with pytest.raises(Refused, match="kan iedereen nog schrijven"):
        guiding.reveal_finding(put, by=rosa)
    with pytest.raises(Refused, match="kan iedereen nog schrijven"):
        guiding.reveal_question(writing, "missing", by=rosa)
    Dialogue.objects.update(open_until=civil_day() - timedelta(days=1))
    guiding.gather(writing, by=rosa)
    writing.refresh_from_db()
    assert writing.state == "gathered"
