"""Her third placement year: a path with steps of her school and of the place where she works."""

from playwright.sync_api import expect

from journeys.line import keep, write
from journeys.year.desks import begins, publishes, takes_over
from journeys.year.seed import PLACEMENT, SCHOOL
from journeys.year.story import Story

BEGINS = "2027-01-25 10:00"  # a Monday
SCHOOL_PATH, WORK_PATH = "Stage, vanuit de opleiding", "Stage, op de werkplek"
OF_SCHOOL, OF_WORK = "Intervisie met medestudenten", "Gesprek halverwege"
TOGETHER = "Driehoeksgesprek: wat spreken we af?"
CANARY = "Zeehond op de dijk, en niemand weet ervan."


def both_desks_begin_her_path(story: Story) -> None:
    """Lotte for the school, who words a step as her school does; Rosa for the placement."""
    takes_over(story, "lotte", SCHOOL_PATH)
    publishes(story, "lotte", SCHOOL_PATH, "Intervisie met medestudenten", "Intervisie in de klas")
    begins(story, "lotte", SCHOOL_PATH, placement="2027-02-01", graduation="2027-07-09")
    takes_over(story, "rosa", WORK_PATH)
    begins(story, "rosa", WORK_PATH, placement="2027-02-01")


def each_sees_what_is_theirs(story: Story) -> None:
    """She sees both sides; school its own, work its own, and each the steps for both."""
    noor = story.go("noor", "/paths/?view=paper")
    for said in (f"Bij {SCHOOL}", f"Bij {PLACEMENT}", "Intervisie in de klas", OF_WORK, TOGETHER):
        expect(noor.locator("main")).to_contain_text(said)
    story.go("noor", "/paths/?view=table")
    seen = noor.locator("main").inner_text()
    assert "Intervisie in de klas" in seen
    assert OF_WORK in seen

    of_joost, of_marijke = (_as_seen_by(story, name) for name in ("Joost", "Marijke"))
    assert "Intervisie in de klas" in of_joost
    assert TOGETHER in of_joost
    assert "Meelopen met drie verschillende collega's" in of_joost  # a step of work, for both
    assert OF_WORK not in of_joost
    assert OF_WORK in of_marijke
    assert TOGETHER in of_marijke
    assert "Intervisie in de klas" not in of_marijke
    _on_their_own_pages(story)
    write(noor, CANARY)
    story.words = keep(noor)


def _as_seen_by(story: Story, name: str) -> str:
    """What Noor's own page says that somebody sees of her path."""
    noor = story.go("noor", "/paths/seen/")
    noor.locator("main .rows").get_by_role("link", name=name).first.click()
    story.look("noor")
    return noor.locator("#seen").inner_text()


def _on_their_own_pages(story: Story) -> None:
    """And that is so, on every page that links lead these four to."""
    for key, hidden in (
        ("joost", (OF_WORK, "Elke week een gesprek")),
        ("lotte", (OF_WORK, "Elke week een gesprek")),
        ("marijke", ("Intervisie in de klas", "Elke vier weken een gesprek")),
        ("rosa", ("Intervisie in de klas", "Elke vier weken een gesprek")),
    ):
        pages = story.everything(key)
        for words in hidden:
            told = [path for path, text in pages.items() if words in text]
            assert all(_is_a_template(path) for path in told), (key, words, told)


def _is_a_template(path: str) -> bool:
    """A path that comes with Hartlijn may be read by each desk; it is about nobody."""
    return path.startswith(("/paths/templates/", "/library/")) or path.endswith("/about/")
