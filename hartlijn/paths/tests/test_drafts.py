"""Ines and a second coordinator change a template together; nothing of either is lost."""

import tomllib
from html import unescape
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.library import shelf
from hartlijn.paths.actions import drafting, templates
from hartlijn.paths.drafting import drafts
from hartlijn.paths.drafting.comparing import compare
from hartlijn.paths.drafting.refusals import wrong_with
from hartlijn.paths.drafting.toml_file import written
from hartlijn.paths.models import Template
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import a_body, a_promise, a_step, begun
from hartlijn.people.models import Person, Role
from hartlijn.people.tests.factories import a_person, a_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def otis(work: Work) -> Person:
    """A second coordinator at the same desk."""
    otis = a_person("Otis")
    a_place(otis, work.organisation, Role.COORDINATOR)
    return otis


def words(answer: Any) -> str:
    return unescape(answer.content.decode())


def there(work: Work, page: str, *parts: str) -> str:
    return reverse(f"paths:{page}", args=[work.template.pk, *parts])


def filled_in(answer: Any, **other: Any) -> dict[str, Any]:
    """What a browser would send of the form on this page, with something else typed."""
    form = answer.context["form"]
    fields = {bound.html_name: bound.value() for bound in form}
    return {k: v for k, v in fields.items() if v is not None and v is not False} | other


def in_draft(work: Work) -> dict[str, Any]:
    work.template.refresh_from_db()
    assert work.template.draft is not None
    return dict(work.template.draft)


def test_ines_takes_over_what_comes_with_hartlijn(as_: SignIn, work: Work) -> None:
    desk = reverse("paths:templates", args=[work.organisation.pk])
    page = words(as_(work.ines).get(desk))
    assert "De eerste drie jaar" in page

    answer = as_(work.ines).post(
        reverse("paths:template_adopt", args=[work.organisation.pk]),
        {"key": "first-years"},
        follow=True,
    )

    said = words(answer)
    assert "De buddy belt, en geeft een nummer" in said
    assert "10 werkdagen vóór de eerste werkdag" in said
    assert "de buddy en de teamleider" in said
    assert "hooguit 8 gezinnen" in said
    assert "first_day" not in said
    unknown = as_(work.ines).post(
        reverse("paths:template_adopt", args=[work.organisation.pk]), {"key": "nope"}, follow=True
    )
    assert "komt niet meer met Hartlijn" in words(unknown)


def test_a_step_is_changed_in_the_draft_and_counts_for_nobody_yet(as_: SignIn, work: Work) -> None:
    address = there(work, "draft_part", "steps", "talk")
    page = as_(work.ines).get(address)
    assert 'value="talk"' in words(page)

    typed = filled_in(page, name_nl="Een goed gesprek", number="2", unit="weeks")
    answer = as_(work.ines).post(address, typed, follow=True)

    assert "Bewaard in het klad" in words(answer)
    step = drafts.find(in_draft(work), "steps", "talk")
    assert step is not None
    assert step["name"] == {"nl": "Een goed gesprek", "en": "Een goed gesprek"}
    assert step["when"] == {"unit": "weeks", "number": 2, "after": "welcome"}
    counts = work.template.version
    assert counts is not None
    assert drafts.find(counts.body, "steps", "talk")["name"]["nl"] == "talk"  # type: ignore[index]


@pytest.mark.parametrize("kind", ["phases", "steps", "promises"])
def test_to_keep_what_stands_there_changes_nothing(as_: SignIn, work: Work, kind: str) -> None:
    templates.adopt("first-years", work.organisation, by=work.ines)
    template = Template.objects.get(shipped_key="first-years")
    assert template.version is not None
    for part in template.version.body[kind]:
        address = reverse("paths:draft_part", args=[template.pk, kind, part["key"]])
        page = as_(work.ines).get(address)
        assert as_(work.ines).post(address, filled_in(page)).status_code == 302, part
    for page_name in ("draft_about", "draft_frame"):
        address = reverse(f"paths:{page_name}", args=[template.pk])
        as_(work.ines).post(address, filled_in(as_(work.ines).get(address)))

    template.refresh_from_db()
    assert template.draft is None


def test_two_at_the_same_step_see_each_others_words(as_: SignIn, work: Work, otis: Person) -> None:
    address = there(work, "draft_part", "steps", "talk")
    both_opened = filled_in(as_(work.ines).get(address))
    as_(otis).post(address, both_opened | {"name_nl": "Van Otis"})

    answer = as_(work.ines).post(address, both_opened | {"name_nl": "Van Ines"})

    assert answer.status_code == 422
    assert "Iemand anders paste dit intussen ook aan" in words(answer)
    assert "Van Otis" in words(answer)
    assert 'value="Van Ines"' in words(answer)
    again = as_(work.ines).post(address, filled_in(answer), follow=True)
    assert "Van Ines" in words(again)


def test_two_at_different_steps_do_not_hinder_each_other(
    as_: SignIn, work: Work, otis: Person
) -> None:
    one, other = (there(work, "draft_part", "steps", key) for key in ("talk", "welcome"))
    typed = filled_in(as_(work.ines).get(one), name_nl="Van Ines")
    as_(otis).post(other, filled_in(as_(otis).get(other), name_nl="Van Otis"))

    assert as_(work.ines).post(one, typed).status_code == 302

    page = words(as_(work.ines).get(there(work, "draft")))
    assert "Van Ines" in page
    assert "Van Otis" in page


def test_a_step_that_was_taken_out_meanwhile_can_be_put_back(
    as_: SignIn, work: Work, otis: Person
) -> None:
    address = there(work, "draft_part", "steps", "look-back")
    opened = as_(work.ines).get(address)
    taken = as_(otis).post(
        there(work, "draft_remove", "steps", "look-back"), {"after": opened.context["mark"]}
    )
    assert taken.status_code == 302

    answer = as_(work.ines).post(address, filled_in(opened, name_nl="Toch terugkijken"))

    assert answer.status_code == 422
    assert "intussen weggehaald" in words(answer)
    as_(work.ines).post(address, filled_in(answer))
    assert drafts.find(in_draft(work), "steps", "look-back") is not None


def test_what_somebody_changed_is_not_taken_out_unseen(
    as_: SignIn, work: Work, otis: Person
) -> None:
    address = there(work, "draft_part", "steps", "talk")
    opened = as_(work.ines).get(address)
    as_(otis).post(address, filled_in(opened, name_nl="Van Otis"))

    answer = as_(work.ines).post(
        there(work, "draft_remove", "steps", "talk"),
        {"after": opened.context["mark"]},
        follow=True,
    )

    assert "Kijk eerst hoe het er nu staat" in words(answer)
    assert "Van Otis" in words(answer)


def test_steps_promises_and_phases_are_added_and_moved(as_: SignIn, work: Work) -> None:
    ines = as_(work.ines)
    phase = there(work, "draft_add", "phases")
    ines.post(phase, filled_in(ines.get(phase), name_nl="Maand één", about_nl="Rustig aan."))
    step = there(work, "draft_add", "steps")
    opened = ines.get(f"{step}?phase=maand-een")
    new = {"name_nl": "Samen eten!", "kind": "welcome", "who": ["buddy"], "start": "after:talk"}
    ines.post(step, filled_in(opened, **new))
    promise = there(work, "draft_add", "promises")
    new = {
        "name_nl": "Tijd",
        "kind": "onboarding_time",
        "owner": "team_leader",
        "measure": "hours_a_week",
        "amount": "4",
        "anchor": "first_day",
        "from_month": "1",
        "to_month": "3",
    }
    ines.post(promise, filled_in(ines.get(promise), **new))
    ines.post(there(work, "draft_move", "promises", "tijd"), {"where": "earlier"})
    ines.post(there(work, "draft_move", "steps", "welcome"), {"where": "later"})
    ines.post(there(work, "draft_move", "steps", "welcome"), {"where": "sideways"})
    ines.post(there(work, "draft_move", "steps", "look-back"), {"where": "later"})  # is the last

    body = in_draft(work)
    assert [one["key"] for one in body["phases"]] == ["begin", "maand-een"]
    assert [one["key"] for one in body["steps"]] == ["welcome", "talk", "look-back", "samen-eten"]
    assert body["steps"][-1]["phase"] == "maand-een"
    assert body["steps"][-1]["when"] == {"unit": "working_days", "number": 0, "after": "talk"}
    assert [one["key"] for one in body["promises"]] == ["tijd", "weekly-talk"]
    assert wrong_with(body) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name_nl": ""}, "Hier staat nog niets"),
        ({"name_nl": "x" * 121}, "Dit is te lang"),
        ({"name_nl": "<b>vet</b>"}, "Hier staat HTML in"),
        ({"who": []}, "Maak een keuze"),
        ({"number": "121"}, "120"),
        ({"side": "before", "number": "1"}, "vóór de stap waar hij op wacht"),
        ({"who": ["starter", "buddy", "work_mentor", "x"]}, "Kies iets uit de lijst"),
    ],
)
def test_what_cannot_be_is_said_beside_it(
    as_: SignIn, work: Work, typed: dict[str, Any], sentence: str
) -> None:
    address = there(work, "draft_part", "steps", "talk")
    opened = as_(work.ines).get(address)

    answer = as_(work.ines).post(address, filled_in(opened, about_nl="Wat ik al typte") | typed)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert "Wat ik al typte" in words(answer)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"from_month": "4", "to_month": "2"}, "Draai ze om"),
        ({"amount": ""}, "Zet er een getal bij"),
        ({"measure": "yes", "amount": "2"}, "Laat dit leeg"),
        ({"owner": "starter"}, "Kies iets uit de lijst"),
    ],
)
def test_a_promise_that_cannot_be_is_said_beside_it(
    as_: SignIn, work: Work, typed: dict[str, Any], sentence: str
) -> None:
    address = there(work, "draft_part", "promises", "weekly-talk")

    answer = as_(work.ines).post(address, filled_in(as_(work.ines).get(address)) | typed)

    assert answer.status_code == 422
    assert sentence in words(answer)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"steps": [a_step("Hoi", who=["supervisor"])]}, "Stap ‘Hoi’: de supervisor doet in dit"),
        ({"steps": [a_step("Hoi", phase="gone")]}, "Stap ‘Hoi’: de fase hiervan is er niet meer"),
        ({"steps": [a_step("Hoi", card="no-card")]}, "Stap ‘Hoi’: deze kaart is er niet meer"),
        ({"steps": [a_step("Hoi", who=[])]}, "Stap ‘Hoi’: kies wie dit doet"),
        ({"anchors": ["placement"]}, "Stap ‘welcome’: dit traject hangt niet aan de eerste werk"),
        (
            {
                "steps": [
                    a_step("Hoi", when={"unit": "days", "number": 1, "after": "Dag"}),
                    a_step("Dag", when={"unit": "days", "number": 1, "after": "Hoi"}),
                ]
            },
            "Deze stappen wachten op elkaar: ‘Hoi’ → ‘Dag’",
        ),
        (
            {"steps": [a_step("Hoi", when={"unit": "days", "number": 1, "after": "weg"})]},
            "Stap ‘Hoi’: de stap waar deze na komt, is er niet meer",
        ),
        ({"steps": []}, "Er is nog geen stap"),
        ({"phases": []}, "Er is nog geen fase"),
        ({"roles": []}, "Er doet nog niemand mee"),
        ({"promises": [a_promise("Wij", owner="supervisor")]}, "Belofte ‘Wij’: de supervisor doet"),
        ({"promises": [a_promise("Wij", amount=None)]}, "Belofte ‘Wij’"),
        ({"title": "los"}, "De titel klopt nog niet"),
        ({"steps": [a_step("Hoi", kind="party")]}, "Stap ‘Hoi’: hier klopt nog iets niet"),
    ],
)
def test_why_it_cannot_count_is_said_without_the_words_of_a_file(
    as_: SignIn, work: Work, wrong: dict[str, Any], sentence: str
) -> None:
    templates.change(work.template, a_body(**wrong), by=work.ines)
    for page in ("draft", "template_publish"):
        shown = words(as_(work.ines).get(there(work, page)))
        assert sentence in shown
        assert "steps 1" not in shown

    seen = drafts.mark(work.template.draft)
    answer = as_(work.ines).post(there(work, "template_publish"), {"seen": seen})

    assert answer.status_code == 422
    work.template.refresh_from_db()
    assert work.template.number == 1
    assert work.template.draft is not None


def test_the_difference_is_shown_before_it_counts_and_before_it_is_offered(
    as_: SignIn, work: Work
) -> None:
    begun(work.template, work.noor, work.ines, unit=work.team)
    changed = a_body(steps=[a_step("talk", who=["starter"]), a_step("Samen eten")])
    templates.change(work.template, changed, by=work.ines)

    page = as_(work.ines).get(there(work, "template_publish"))

    shown = words(page)
    assert "Stap ‘Samen eten’" in shown
    assert "Stap ‘welcome’" in shown
    assert "gaat eruit" in shown
    assert "was: de werkbegeleider en de starter" in shown
    assert "wordt: de starter" in shown
    counted = as_(work.ines).post(
        there(work, "template_publish"), {"seen": page.context["seen"]}, follow=True
    )
    assert "Dit geldt voor 1 traject. Wie het loopt, kiest." in words(counted)
    assert "Stap ‘Samen eten’" in words(counted)
    offered = as_(work.ines).post(there(work, "template_offer"), {"seen": "2"}, follow=True)
    assert "Aangeboden aan 1 traject" in words(offered)


def test_what_another_added_is_not_published_unseen(as_: SignIn, work: Work, otis: Person) -> None:
    templates.change(work.template, a_body(steps=[a_step("een")]), by=work.ines)
    page = as_(work.ines).get(there(work, "template_publish"))
    templates.change(work.template, a_body(steps=[a_step("twee")]), by=otis)

    answer = as_(work.ines).post(there(work, "template_publish"), {"seen": page.context["seen"]})
    dropped = as_(work.ines).post(
        there(work, "draft_drop"), {"seen": page.context["seen"]}, follow=True
    )
    offered = as_(work.ines).post(there(work, "template_offer"), {"seen": "7"})

    assert answer.status_code == 422
    assert "werkte intussen verder" in words(answer)
    assert "‘twee’" in words(answer)
    assert "werkte intussen verder" in words(dropped)
    assert offered.status_code == 422
    work.template.refresh_from_db()
    assert work.template.number == 1
    assert work.template.draft is not None


def test_a_draft_can_be_thrown_away(as_: SignIn, work: Work) -> None:
    templates.change(work.template, a_body(steps=[]), by=work.ines)
    page = as_(work.ines).get(there(work, "draft"))

    as_(work.ines).post(there(work, "draft_drop"), {"seen": page.context["seen"]})

    work.template.refresh_from_db()
    assert work.template.draft is None
    nothing = as_(work.ines).get(there(work, "template_publish"), follow=True)
    assert "Er staat niets in het klad" in words(nothing)


def test_put_away_nothing_begins_or_changes_until_it_is_brought_back(
    as_: SignIn, work: Work
) -> None:
    page = as_(work.ines).get(there(work, "template_put_away"))
    assert "wegleggen?" in words(page)
    as_(work.ines).post(there(work, "template_put_away"))
    work.template.refresh_from_db()
    assert work.template.put_away_on is not None
    with pytest.raises(Refused, match="weggelegd"):
        drafting.edit(work.template, lambda body: body | {"world": "education"}, by=work.ines)
    assert "is weggelegd" in words(as_(work.ines).get(there(work, "draft")))

    as_(work.ines).post(there(work, "template_put_away"))

    work.template.refresh_from_db()
    assert work.template.put_away_on is None


def test_put_away_meanwhile_what_was_typed_stays(as_: SignIn, work: Work, otis: Person) -> None:
    address = there(work, "draft_about")
    opened = as_(work.ines).get(address)
    templates.put_away(work.template, by=otis)

    answer = as_(work.ines).post(address, filled_in(opened, about_nl="Wat ik al typte"))

    assert answer.status_code == 422
    assert "weggelegd" in words(answer)
    assert "Wat ik al typte" in words(answer)


@pytest.mark.parametrize("key", ["first-years", "school-placement", "work-placement"])
def test_a_template_goes_out_and_comes_in_as_the_same_file(key: str) -> None:
    body = shelf.get("path", key).body

    assert tomllib.loads(written(body)) == body


def test_a_template_comes_in_from_a_file_as_a_draft(as_: SignIn, work: Work) -> None:
    address = reverse("paths:template_read_in", args=[work.organisation.pk])
    taken = as_(work.ines).get(there(work, "template_file"))
    assert taken["Content-Disposition"] == 'attachment; filename="beginnen.toml"'

    answer = as_(work.ines).post(
        address, {"file": SimpleUploadedFile("x.toml", taken.content)}, follow=True
    )

    assert "In het klad: Beginnen" in words(answer)
    new = Template.objects.exclude(pk=work.template.pk).get()
    assert new.version is None
    assert as_(work.ines).get(reverse("paths:template_file", args=[new.pk])).status_code == 404
    page = as_(work.ines).get(reverse("paths:template", args=[new.pk]), follow=True)
    as_(work.ines).post(reverse("paths:draft_drop", args=[new.pk]), {"seen": page.context["seen"]})
    assert Template.objects.count() == 1


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (b"title = ", "Regel 1"),
        (b"\xff\xfe", "geen UTF-8"),
        (b"x" * 300_000, "256 kB"),
        (b'title = "x"', "ontbreekt"),
        (written(a_body(steps=[a_step("a/b")])).encode(), "kan geen naam zijn"),
        (b"", "leeg"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    as_: SignIn, work: Work, file: bytes, sentence: str
) -> None:
    address = reverse("paths:template_read_in", args=[work.organisation.pk])

    answer: HttpResponse = as_(work.ines).post(  # type: ignore[assignment]
        address, {"file": SimpleUploadedFile("x.toml", file)}
    )

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert Template.objects.count() == 1


def test_parts_that_are_not_there_do_not_exist(as_: SignIn, work: Work) -> None:
    for address in (
        there(work, "draft_part", "steps", "nope"),
        there(work, "draft_part", "roles", "nope"),
        there(work, "draft_add", "roles"),
        reverse("paths:template", args=[uuid4()]),
    ):
        assert as_(work.ines).get(address).status_code == 404
        assert as_(work.fatima).get(address).status_code == 404
    assert as_(work.fatima).get(there(work, "draft")).status_code == 404
    for verb in ("draft_move", "draft_remove"):
        assert as_(work.ines).post(there(work, verb, "roles", "x")).status_code == 404
        assert as_(work.ines).post(there(work, verb, "steps", "gone")).status_code == 302


def test_the_difference_counts_both_languages_for_the_desk_and_one_for_the_starter() -> None:
    before = a_body()
    after = a_body(title={"nl": "Beginnen", "en": "A fresh start"})

    assert compare(before, after, languages=False) == []
    (change,) = compare(before, after)
    assert change.rows[0].label == "Titel in het Engels"
    with translation.override("en"):
        assert compare(before, after, languages=False)[0].rows[0].after == "A fresh start"


def test_what_only_moved_is_said_so() -> None:
    steps = [a_step(name) for name in ("a", "b", "c")]
    before, after = a_body(steps=steps), a_body(steps=[steps[1], steps[2], steps[0]])

    (change,) = compare(before, after)

    assert (change.name, change.what) == ("a", "moved")


def test_names_become_keys_that_no_other_part_has() -> None:
    body = a_body(steps=[a_step("koffie"), a_step("koffie-2")])

    assert drafts.new_key(body, "steps", "Koffie!") == "koffie-3"
    assert drafts.new_key(body, "steps", "שלום") == "step"
    assert len(drafts.new_key(body, "steps", "lang " * 40)) <= drafts.LONGEST_KEY
