"""Rosa reads the report that wrote itself, says a sentence in her own words, and takes it along."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.dialogues.actions import leads, reporting, themes
from hartlijn.dialogues.models import Contribution, Dialogue, ReportEdit, Thread
from hartlijn.dialogues.report.draft import draft
from hartlijn.dialogues.report.saying import LANGUAGES
from hartlijn.dialogues.telling import told
from hartlijn.dialogues.tests.reports import SAID, address
from hartlijn.dialogues.views.checking import parts_of
from hartlijn.people.models import Organisation, Person


def test_before_it_is_gathered_there_is_no_report(
    as_: SignIn, rosa: Person, hall: Dialogue
) -> None:
    page = as_(rosa).get(address(hall))

    assert page.status_code == 200
    assert "Haal eerst op wat er gezegd is." in page.content.decode()
    assert as_(rosa).get(address(hall, "report_file", "nl", "pdf")).status_code == 404
    assert as_(rosa).get(address(hall, "sentence", "title")).status_code == 404


def test_the_report_tells_what_was_said_and_counts_who_came(
    as_: SignIn, rosa: Person, gathered: Dialogue
) -> None:
    page = as_(rosa).get(address(gathered)).content.decode()

    assert "Er deden zeven mensen mee: starters en leidinggevenden." in page
    assert "vijf starters" not in page  # with seven in all, that would count who leads
    assert f"{SAID} (0)" in page
    assert f"{SAID} (5)" not in page


def test_in_the_other_language_the_gaps_are_marked(
    as_: SignIn, rosa: Person, gathered: Dialogue
) -> None:
    page = as_(rosa).get(address(gathered, language="en")).content.decode()

    assert "Seven people took part: starters and team leaders." in page
    assert f'<span class="gap" lang="nl">{SAID} (0).</span>' in page
    said = gathered.contributions.get(number=1)
    themes.retell(
        said,
        {"translation": "With us it goes on.", "retold": "", "retold_other": "", "hidden": False},
        by=rosa,
    )
    page = as_(rosa).get(address(gathered, language="en")).content.decode()
    assert "With us it goes on." in page


def test_a_sentence_leads_to_what_it_rests_on(
    as_: SignIn, rosa: Person, gathered: Dialogue
) -> None:
    page = as_(rosa).get(address(gathered, "sentence", "missing/opening")).content.decode()

    assert f"{SAID} (0)" in page
    assert f"{SAID} (5)" in page
    assert as_(rosa).get(address(gathered, "sentence", "nothing/here")).status_code == 404


def edit(client: Client, dialogue: Dialogue, **form: str) -> Any:
    given = {"language": "nl", "text": "Er ontbrak iets.", "seen": ""} | form
    return client.post(address(dialogue, "sentence_edit", "missing/opening"), given)


def test_own_words_stay_and_can_be_taken_back(
    as_: SignIn, rosa: Person, gathered: Dialogue
) -> None:
    client = as_(rosa)
    assert edit(client, gathered).status_code == 302

    kept = ReportEdit.objects.get()
    assert (kept.numbers, kept.edited_by) == ([1, 2], rosa)
    assert kept.over == "Twee bijdragen gingen over wat in de resultaten nog ontbrak."
    page = client.get(address(gathered)).content.decode()
    assert "Er ontbrak iets." in page
    assert (
        "Two contributions were about"
        in client.get(address(gathered, language="en")).content.decode()
    )

    client.post(address(gathered, "sentence_take_back", "missing/opening"), {"language": "nl"})
    assert not ReportEdit.objects.exists()


def test_two_who_change_one_sentence_see_each_others_words(
    as_: SignIn, rosa: Person, gathered: Dialogue
) -> None:
    edit(as_(rosa), gathered, text="Rosa was eerst.")

    refused = edit(as_(rosa), gathered, text="Ik was er ook.")

    assert refused.status_code == 422
    page = refused.content.decode()
    assert "Rosa was eerst." in page
    assert "Ik was er ook." in page
    assert ReportEdit.objects.get().text == "Rosa was eerst."
    assert edit(as_(rosa), gathered, text="Nu wel.", seen="Rosa was eerst.").status_code == 302


def test_a_sentence_can_be_left_out_and_hidden_signs_go(
    as_: SignIn, rosa: Person, gathered: Dialogue
) -> None:
    edit(as_(rosa), gathered, text="")
    page = as_(rosa).get(address(gathered)).content.decode()
    assert "(deze zin is weggelaten)" in page

    edit(as_(rosa), gathered, text="Om\u202ekeer\x07", seen="")
    assert ReportEdit.objects.get().text == "Omkeer"


def test_too_long_or_without_a_language_is_refused_with_the_text_kept(
    as_: SignIn, rosa: Person, gathered: Dialogue
) -> None:
    assert edit(as_(rosa), gathered, text="x" * 100_000).status_code == 422
    assert edit(as_(rosa), gathered, language="fr").status_code == 422
    assert not ReportEdit.objects.exists()


def test_a_thread_stands_in_the_summary_until_it_is_taken_away(
    as_: SignIn, rosa: Person, gathered: Dialogue
) -> None:
    client = as_(rosa)
    form = {"language": "nl", "text": "Wie vrij is, leest mee", "numbers": "1, 2"}
    assert client.post(address(gathered, "report_tie"), form).status_code == 302
    assert "Wie vrij is, leest mee." in client.get(address(gathered)).content.decode()

    refused = client.post(address(gathered, "report_tie"), form | {"numbers": "9"})
    assert refused.status_code == 422
    assert "Deze nummers zijn er niet: 9." in refused.content.decode()
    assert client.post(address(gathered, "report_tie"), form | {"numbers": "-"}).status_code == 422

    client.post(reverse("dialogues:report_untie", args=[Thread.objects.get().pk]))
    assert not Thread.objects.exists()


def test_for_a_stranger_there_is_no_report(
    as_: SignIn, stranger: Person, gathered: Dialogue
) -> None:
    for name, more in (("report", ()), ("sentence", ("title",)), ("report_file", ("nl", "pdf"))):
        assert as_(stranger).get(address(gathered, name, *more)).status_code == 404


def test_the_report_asks_the_database_little(
    as_: SignIn, rosa: Person, gathered: Dialogue, django_assert_max_num_queries: Any
) -> None:
    client = as_(rosa)
    client.get(address(gathered))
    for number in range(10, 60):
        Contribution.objects.create(
            dialogue=gathered, number=number, kind="education", text=f"Ook dit {number}"
        )
    with django_assert_max_num_queries(16):
        client.get(address(gathered))


def test_a_theme_that_went_into_another_counts_there(gathered: Dialogue, rosa: Person) -> None:
    one, two = (gathered.contributions.get(number=n) for n in (1, 2))
    first = themes.name(gathered, [one.pk], "sociale media", by=rosa)
    second = themes.name(gathered, [two.pk], "appjes", by=rosa)
    themes.merge(second, first, by=rosa)

    assert {c.theme for c in told(gathered).contributions} == {str(first.pk)}


def test_thirteen_threads_are_too_many(gathered: Dialogue, rosa: Person) -> None:
    for _number in range(reporting.MOST_THREADS):
        reporting.tie(gathered, text="Zo", text_other="", numbers=[1], by=rosa)
    with pytest.raises(Exception, match="twaalf"):
        reporting.tie(gathered, text="Zo", text_other="", numbers=[1], by=rosa)


def test_the_report_names_the_organisation_and_never_who_takes_it_up(
    gathered: Dialogue, rosa: Person, joost: Person, school: Organisation
) -> None:
    lead = leads.add(gathered, {"kind": "education", "text": "Zij oefenen ermee"}, by=rosa)
    day = date(2027, 3, 1)
    leads.ask(lead, name=joost.name, email="", due_on=day, by=rosa)  # agreed on aloud
    report = whole(gathered)
    assert "Iemand heeft dit op zich genomen, met als uiterste datum 1 maart 2027." in report
    assert joost.name not in report

    leads.ask(lead, name=joost.name, email=joost.email, due_on=day, by=rosa)
    assert "Hiervoor is nog niemand gevonden." in whole(gathered)
    leads.take_up(lead, school, day, by=joost)
    report = whole(gathered)
    assert f"Dit ligt bij {school.name}, met als uiterste datum 1 maart 2027." in report
    assert joost.name not in report


def whole(dialogue: Dialogue) -> str:
    """The report as text, in both languages."""
    return " ".join(
        one.text(tongue) for one in draft(told(dialogue)).sentences for tongue in LANGUAGES
    )


def test_a_finding_behind_a_sentence_has_its_letter(
    as_: SignIn, rosa: Person, gathered: Dialogue
) -> None:
    page = as_(rosa).get(address(gathered, "sentence", "finding-1/marks"))
    assert "<strong>B1</strong>" in page.content.decode()

    page = as_(rosa).get(address(gathered, "sentence", "finding-1/marks", language="en"))
    assert "<strong>F1</strong>" in page.content.decode()


def test_who_reads_along_is_told_of_no_numbers(gathered: Dialogue) -> None:
    parts = parts_of(draft(told(gathered)))
    keys = {key for _heading, rows in parts for row in rows for key, _text in row}

    assert "reading/groups" in keys
    assert "reading/numbers" not in keys
