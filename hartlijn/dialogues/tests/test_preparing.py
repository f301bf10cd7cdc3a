"""From a document to a hall in a few steps, and nothing typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import guiding, preparing
from hartlijn.dialogues.models import Dialogue, Leading, PutFinding
from hartlijn.dialogues.pasting import Card
from hartlijn.factors.actions import findings as kept_findings
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Organisation, Person, Role
from hartlijn.people.tests.factories import a_place

pytestmark = pytest.mark.django_db
PASTED = "Literatuur:\n1. Steun helpt (Bos, 2020).\n2. Tijd helpt.\n\nWerkveld:\n- Het is druk."


def page(client: Client, name: str, *args: object) -> str:
    """What is read there."""
    answer = client.get(reverse(f"dialogues:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def texts(dialogue: Dialogue) -> list[str]:
    """The findings in their order."""
    return list(dialogue.put.values_list("text", flat=True))


def test_rosa_makes_one_and_lays_down_what_she_pasted(
    as_: SignIn, rosa: Person, school: Organisation
) -> None:
    led = as_(rosa)
    answer = led.post(reverse("dialogues:begin"), {"title": "Wat houdt", "language": "nl"})
    made = Dialogue.objects.get()
    assert answer["Location"] == reverse("dialogues:findings", args=[made.pk])

    looked = led.post(
        reverse("dialogues:findings_paste", args=[made.pk]), {"text": PASTED, "kind": "field"}
    ).content.decode()
    assert looked.count("<textarea") == 3
    assert not made.put.exists()

    sent = {
        "card-0-text": "Steun helpt altijd.", "card-0-kind": "literature", "card-0-source": "Bos",
        "card-1-text": "", "card-1-kind": "literature", "card-1-source": "",
        "card-2-text": "Het is druk.", "card-2-kind": "field", "card-2-source": "",
    }  # fmt: skip
    led.post(reverse("dialogues:findings_put", args=[made.pk]), sent)

    assert texts(made) == ["Steun helpt altijd.", "Het is druk."]
    assert list(made.put.values_list("kind", flat=True)) == ["literature", "field"]


def test_a_text_without_a_finding_gets_a_sentence(
    as_: SignIn, dialogue: Dialogue, rosa: Person
) -> None:
    answer = as_(rosa).post(
        reverse("dialogues:findings_paste", args=[dialogue.pk]), {"text": "•", "kind": "field"}
    )

    assert answer.status_code in {200, 422}
    empty = as_(rosa).post(
        reverse("dialogues:findings_paste", args=[dialogue.pk]), {"text": " ", "kind": "field"}
    )
    assert empty.status_code == 422


def test_findings_move_go_together_and_go_away(
    as_: SignIn, dialogue: Dialogue, rosa: Person
) -> None:
    led, (one, two) = as_(rosa), dialogue.put.all()

    moved = led.post(reverse("dialogues:finding_move", args=[two.pk]), {"to": "up"})
    assert moved["Location"].endswith(f"#finding-{two.pk}"), "the page opens where one was"
    assert texts(dialogue) == [two.text, one.text]
    led.post(reverse("dialogues:finding_move", args=[two.pk]), {"to": "up"})
    led.post(reverse("dialogues:finding_move", args=[one.pk]), {"to": "down"})
    assert texts(dialogue) == [two.text, one.text]

    led.post(reverse("dialogues:finding_merge", args=[one.pk]))
    assert texts(dialogue) == [f"{two.text} {one.text}"]
    both = dialogue.put.get()
    assert both.source == "De Vries, 2021"
    alone = led.post(reverse("dialogues:finding_merge", args=[both.pk]), follow=True)
    assert "geen bevinding voor deze" in alone.content.decode()

    led.post(reverse("dialogues:finding_remove", args=[both.pk]))
    assert texts(dialogue) == []


def test_there_is_a_most_and_a_longest(dialogue: Dialogue, rosa: Person) -> None:
    with pytest.raises(Refused, match="zestig"):
        preparing.put(dialogue, [Card(f"Zin {n}.") for n in range(60)], by=rosa)
    preparing.put(dialogue, [Card("x" * 1_500), Card("y" * 1_500)], by=rosa)
    with pytest.raises(Refused, match="te lang"):
        preparing.merge(dialogue.put.get(text__startswith="y"), by=rosa)


def test_kept_findings_are_taken_over_once_and_change_by_a_dialogue(
    as_: SignIn, dialogue: Dialogue, rosa: Person, school: Organisation
) -> None:
    kept = kept_findings.begin(
        school, "Reflectie helpt.", kind="literature", source="Bos", because="Studie", by=rosa
    )
    led, take = as_(rosa), reverse("dialogues:findings_take", args=[dialogue.pk])
    assert "Reflectie helpt." in page(led, "findings", dialogue.pk)
    assert led.post(take, {"versions": [str(kept.newest.pk)]}).status_code == 302
    assert led.post(take, {"versions": [str(kept.newest.pk)]}).status_code == 422
    assert preparing.put_versions(dialogue, [kept.newest], by=rosa) == 0

    put = dialogue.put.get(version=kept.newest)
    form = {"text": "Reflectie helpt, met tijd.", "because": "Zonder tijd gebeurt het niet."}
    address = reverse("dialogues:next_version", args=[put.pk])
    assert led.post(address, form).status_code == 403
    guiding.open_room(dialogue, by=rosa)
    dialogue.contributions.create(number=1, kind="finding", put=put, text="Tijd.")
    guiding.reveal_finding(put, by=rosa)
    assert led.post(address, form | {"because": ""}).status_code == 422
    same = led.post(address, form | {"text": "Reflectie  helpt."})
    assert same.status_code == 422
    assert "Zo staat ze er al." in same.content.decode()
    assert led.post(address, form).status_code == 302
    assert led.post(address, form).status_code == 422, "the second time it stands there already"

    assert kept.newest.number == 2
    assert reverse("factors:finding", args=[kept.pk]) in page(led, "changes", dialogue.pk)
    assert kept.newest.reference == dialogue.reference
    assert kept.newest.changed_by == "dialogue"
    assert "Reflectie helpt, met tijd." in page(led, "changes", dialogue.pk)


def test_a_pasted_finding_is_kept_when_it_changes(
    as_: SignIn, hall: Dialogue, first: PutFinding, rosa: Person
) -> None:
    hall.contributions.create(number=1, kind="finding", put=first, text="Tijd.")
    guiding.reveal_finding(first, by=rosa)

    form = {"text": "Anders.", "because": "Daarom."}
    as_(rosa).post(
        reverse("dialogues:next_version", args=[first.pk]), form, headers={"Accept-Language": "en"}
    )

    version = PutFinding.objects.select_related("version__finding").get(pk=first.pk).version
    assert version is not None
    assert version.text == first.text
    assert version.because == "Voorgelegd in de dialoog “Wat starters houdt”."
    assert version.finding.newest.text == "Anders."


def test_what_changed_is_for_everybody_only_when_rosa_says_so(
    as_: SignIn, client: Client, hall: Dialogue, rosa: Person, joost: Person
) -> None:
    address = reverse("dialogues:changes", args=[hall.pk])
    assert client.get(address).status_code == 404
    assert as_(joost).get(address).status_code == 404

    before = page(as_(rosa), "changes", hall.pk)
    assert "ook zonder account" in before
    assert f"testserver{address}" in before
    as_(rosa).post(reverse("dialogues:publish", args=[hall.pk]))
    assert client.get(address).status_code == 200
    as_(rosa).post(reverse("dialogues:publish", args=[hall.pk]))
    assert client.get(address).status_code == 404


def test_a_room_opens_with_something_to_talk_about(
    as_: SignIn, school: Organisation, rosa: Person
) -> None:
    empty = preparing.begin(school, {"title": "Leeg"}, by=rosa)

    answer = as_(rosa).post(reverse("dialogues:open", args=[empty.pk]))

    assert answer["Location"] == reverse("dialogues:dialogue", args=[empty.pk])
    assert "Er ligt nog niets voor." in page(as_(rosa), "dialogue", empty.pk)


def test_who_makes_a_dialogue_and_who_does_not(
    as_: SignIn, rosa: Person, joost: Person, stranger: Person, school: Organisation
) -> None:
    assert "titel" not in page(as_(joost), "begin")
    with pytest.raises(Refused):
        preparing.begin(school, {"title": "Nee"}, by=joost)
    assert as_(stranger).post(reverse("dialogues:begin"), {"title": "Nee"}).status_code == 200
    assert not Dialogue.objects.exists()


def test_with_two_organisations_one_says_which_keeps_it(
    as_: SignIn, rosa: Person, employer: Organisation
) -> None:
    a_place(rosa, employer, Role.RESEARCHER)
    form = {"title": "Hier", "language": "nl", "organisation": str(employer.pk)}
    as_(rosa).post(reverse("dialogues:begin"), form)

    assert Dialogue.objects.get().organisation == employer


def test_somebody_of_the_organisation_leads_along(
    as_: SignIn, dialogue: Dialogue, rosa: Person, joost: Person, stranger: Person
) -> None:
    address = reverse("dialogues:leader", args=[dialogue.pk])
    led = as_(rosa)
    for email in (stranger.email, "nergens@voorbeeld.nl"):
        refused = led.post(address, {"email": email})
        assert refused.status_code == 422
        assert email in refused.content.decode()
    assert as_(joost).get(reverse("dialogues:dialogue", args=[dialogue.pk])).status_code == 404

    led.post(address, {"email": joost.email.upper()})

    assert "Steun van collega" in page(as_(joost), "findings", dialogue.pk)
    assert "Wat starters houdt" in page(as_(joost), "dialogues")
    leading = Leading.objects.get(person=rosa)
    as_(rosa).post(reverse("dialogues:leader_drop", args=[leading.pk]))
    assert led.get(reverse("dialogues:dialogue", args=[dialogue.pk])).status_code == 404
    last = Leading.objects.get()
    drop = as_(joost).post(reverse("dialogues:leader_drop", args=[last.pk]))
    assert drop.status_code == 403


def test_when_nobody_leads_any_more_the_desk_finds_it(
    as_: SignIn, dialogue: Dialogue, rosa: Person, lotte: Person, ines: Person
) -> None:
    address = reverse("dialogues:dialogue", args=[dialogue.pk])
    assert as_(lotte).get(address).status_code == 404

    rosa.delete()

    assert as_(lotte).get(address).status_code == 200
    assert as_(ines).get(address).status_code == 404


def test_who_was_there_is_said_afterwards(as_: SignIn, dialogue: Dialogue, rosa: Person) -> None:
    led, address = as_(rosa), reverse("dialogues:about", args=[dialogue.pk])
    form = {
        "title": "Nieuw", "language": "en", "people": "31", "present_student": "9",
        "organisations": "Delta\nZeeuwse Jeugdzorg", "on_day": "2026-09-10",
    }  # fmt: skip
    assert led.post(address, form | {"people": "-1"}).status_code == 422
    fewer = led.post(address, form | {"people": "9", "present_teacher": "1"})
    assert fewer.status_code == 422
    assert "Hieronder staan er samen 10." in fewer.content.decode()
    assert led.post(address, form).status_code == 302

    changed = Dialogue.objects.get()
    assert changed.present == [{"perspective": "student", "nl": "", "en": "", "number": 9}]
    assert changed.who_came == ["Delta", "Zeeuwse Jeugdzorg"]
    assert 'value="2026-09-10"' in page(led, "about", dialogue.pk)
    assert "31 mensen in de zaal" in page(led, "dialogue", dialogue.pk)
