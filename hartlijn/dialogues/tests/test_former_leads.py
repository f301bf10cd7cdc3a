"""The next dialogue opens with what came of the former one; names stay with who leads."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import guiding, leads
from hartlijn.dialogues.models import Dialogue
from hartlijn.dialogues.tests.conftest import Enter
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Organisation, Person

DAY = civil_day() + timedelta(days=30)


def said(client: Client, name: str, *args: object) -> str:
    """What is read there."""
    return client.get(reverse(f"dialogues:{name}", args=args)).content.decode()


def test_what_was_refused_and_who_took_up_the_rest(
    as_: SignIn, hall: Dialogue, enter: Enter, rosa: Person, school: Organisation
) -> None:
    former = Dialogue.objects.create(organisation=school, title="Eerder", state="gathered")
    former.leading.create(person=rosa)
    taken, refused = (
        leads.add(former, {"kind": "education", "text": text}, by=rosa)
        for text in ("De school oefent.", "Het rooster gaat om.")
    )
    leads.ask(taken, name="Annelies", email="", due_on=DAY, by=rosa)
    leads.refuse(refused, "Er is geen ruimte.", by=rosa)
    Dialogue.objects.filter(pk=hall.pk).update(follows=former)
    guiding.go(Dialogue.objects.get(pk=hall.pk), 0, by=rosa)

    home = said(as_(rosa), "dialogue", hall.pk)
    for words in ("De school oefent.", "Annelies", "afgesproken voor", "Er is geen ruimte."):
        assert words in home
    for page in (said(as_(rosa), "screen", hall.pk), said(enter("starter"), "room")):
        for words in ("De school oefent.", "afgesproken voor", "Er is geen ruimte."):
            assert words in page
        assert "Annelies" not in page
