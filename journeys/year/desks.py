"""What a desk does with paths, in the words of its pages."""

import re

from playwright.sync_api import Page, expect

from journeys.year.story import Story


def organisation_of(story: Story, key: str) -> str:
    """The id of the organisation somebody runs the desk of."""
    page = story.go(key, "/paths/organisations/")
    found = re.search(r"/organisations/([0-9a-f-]{36})/", page.url)
    assert found
    return found[1]


def takes_over(story: Story, key: str, title: str) -> None:
    """A desk makes a template that comes with Hartlijn its own."""
    page = story.go(key, f"/paths/templates/organisations/{organisation_of(story, key)}/")
    page.get_by_role("button", name=re.compile(f"^Neem over.*{title}")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    story.look(key)
    story.known[f"template {key} {title}"] = page.url


def publishes(story: Story, key: str, title: str, step: str, anew: str) -> None:
    """A desk gives a step another name, sees the difference and lets it count."""
    page = story.page(key)
    page.goto(story.known[f"template {key} {title}"])
    page.get_by_role("link", name="Aanpassen", exact=True).click()
    story.look(key)
    page.get_by_role("link", name=step, exact=True).click()
    story.look(key)
    page.get_by_label("Naam", exact=True).fill(anew)
    page.get_by_role("button", name="Bewaren in het klad").click()
    page.get_by_role("link", name="Bekijk wat er verandert").click()
    story.look(key)
    expect(page.locator("main")).to_contain_text(f"wordt: {anew}")
    page.get_by_role("button", name="Laat dit gelden").click()
    expect(page.locator("main")).not_to_contain_text("Laat dit gelden")


def begins(story: Story, key: str, title: str, **days: str) -> None:
    """A desk begins the path of Noor, and sees the days before anything is made."""
    page = story.go(key, f"/paths/organisations/{organisation_of(story, key)}/begin/")
    choose(page, "place", re.compile("Noor de Wit"))
    choose(page, "template", re.compile(re.escape(title)))
    page.get_by_role("button", name="Verder").click()
    for name, day in days.items():
        page.locator(f'main input[name="{name}"]').fill(day)
    page.get_by_role("button", name="Bekijk de dagen").click()
    expect(page.locator("main")).to_contain_text("Geteld met de gewone week")
    story.look(key)
    for name, day in days.items():
        expect(page.locator(f'main input[name="{name}"]')).to_have_value(day)
    page.get_by_role("button", name="Begin dit traject").click()
    expect(page.locator("main")).to_contain_text("Het traject van Noor de Wit is begonnen.")


def choose(page: Page, name: str, label: re.Pattern[str]) -> None:
    """Choose what is called so."""
    field = page.locator(f'main select[name="{name}"]')
    field.select_option(label=field.locator("option").filter(has_text=label).inner_text())
