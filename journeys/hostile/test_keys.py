"""Opening and giving before a server that puts somebody else's keys between."""

from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from journeys import line
from journeys.hostile import forging
from journeys.hostile.attacks import against
from journeys.hostile.parcels import Envelope
from journeys.hostile.server import Lie
from journeys.hostile.story import Story
from journeys.hostile.victim import TEXTS, choose, hand_over, open_at
from sealing import key_log
from sealing.keyring import Keyring

pytestmark = pytest.mark.long


def people_with(keys: Keyring, *, also: bool = False) -> Lie:
    """Under Gijs's name the keys of another; with ``also`` his own are there too."""

    def lie(said: dict[str, Any]) -> dict[str, Any]:
        [gijs] = said["people"]
        return {"people": [{**gijs, "log": keys.log}, *([gijs] if also else [])]}

    return lie


def reads_what_was_given(mallory: Keyring, story: Story, text: str) -> None:
    """The text reached somebody it was not for."""
    expect(story.page.locator("[data-live]")).to_contain_text(
        "vindt het in eigen werktijd", timeout=line.SLOW
    )
    assert any(text in forging.opens(mallory, one) for one in story.server.all_stored().values())


@against("H2", "other keys than the ones that were pinned")
def test_a_companions_keys_are_replaced(story: Story) -> None:
    mallory, text = forging.stranger(), TEXTS[1]
    choose(story.page, story.hanna.texts[text], "Gijs")
    story.lie(
        people=people_with(mallory),
        log=lambda lines: forging.publishing(lines, mallory),
    )
    hand_over(story.page)
    if story.careless:
        reads_what_was_given(mallory, story, text)
        return
    story.refused("keys")
    assert not story.server.stored
    open_at(story.page, f"/journal/entry/#{story.hanna.texts[text]}")
    story.page.get_by_role("button", name="Aan iemand geven").click()
    expect(story.page.get_by_label("Gijs")).to_be_disabled()
    expect(story.page.get_by_text("heeft andere sleutels dan eerst")).to_be_visible()


@against("H2", "the keys whose words were read aloud")
def test_keys_are_replaced_while_two_compare_their_words(story: Story) -> None:
    """The words on the page are right; what is noted when they fit would be Mallory's."""
    mallory, text = forging.stranger(), TEXTS[1]
    open_at(story.page, f"/vault/compare/#{story.gijs.person}")
    expect(story.page.locator("[data-other-words] li")).to_have_count(6)
    story.lie(
        people=people_with(mallory),
        log=lambda lines: forging.publishing(lines, mallory),
    )
    story.page.get_by_role("button", name="Ja, ze kloppen").click()
    if story.careless:
        expect(story.page.locator('[data-view="same"]')).to_be_visible(timeout=line.SLOW)
        choose(story.page, story.hanna.texts[text], "Gijs")
        hand_over(story.page)
        reads_what_was_given(mallory, story, text)
    else:
        story.refused("keys")
        assert not story.server.stored


@against("H2", "the keys somebody looked at before pressing")
def test_keys_are_replaced_while_what_waited_is_given(story: Story) -> None:
    """It waited until Gijs had keys; the words on the page are his, and what is pressed for."""
    mallory, text = forging.stranger(), TEXTS[1]
    object_, gijs = story.hanna.texts[text], story.gijs.person
    waits = {"of": object_, "to": gijs, "until": None}
    story.as_before_knowing_anybody(waiting=[waits])
    open_at(story.page, f"/journal/entry/#{object_}")
    story.page.get_by_role("button", name="Nu geven").click()
    expect(story.page.locator('[data-view="give-waiting"]')).to_be_visible(timeout=line.SLOW)
    story.lie(
        people=people_with(mallory),
        log=lambda lines: forging.publishing(lines, mallory),
    )
    story.page.locator('[data-view="give-waiting"]').get_by_role("button").first.click()
    if story.careless:
        reads_what_was_given(mallory, story, text)
    else:
        story.refused("keys")
        assert not story.server.stored


@against("H3", "somebody who is shown other keys under my name")
def test_my_own_keys_are_replaced(story: Story) -> None:
    mallory = forging.stranger()
    story.lie(
        state=lambda said: {**said, "log": mallory.log},
        log=lambda lines: forging.publishing(lines, mallory),
    )
    open_at(story.page, "/line/")
    if story.careless:
        expect(story.page.locator("[data-lines]")).to_contain_text(TEXTS[1])
    else:
        story.refused("own-keys", TEXTS[1])


@against("H3", "once kept, a line stays kept")
def test_a_kept_line_is_said_to_be_new(story: Story) -> None:
    story.lie(state=lambda said: {**said, "kept": False, "log": None, "own": []})
    open_at(story.page, "/line/")
    if story.careless:
        expect(story.page.locator('[data-view="empty"]')).to_be_visible()
    else:
        story.refused("own-keys")


@against(
    "H3",
    "the log holds keys under my id that were never mine",
    first="somebody who is shown other keys under my name",
)
def test_another_key_stands_under_my_id_on_a_new_device(story: Story) -> None:
    hanna, mallory = story.hanna.keys, forging.stranger()
    mine = key_log.publish(Keyring(**{**mallory.__dict__, "log": hanna.log}))
    story.rewrite(log={"size": 0, "head": ""})  # else a log that begins otherwise is refused (H11)
    story.lie(log=lambda lines: [mine, *lines])
    story.forget("open", "known", "log")
    story.type_words()
    if story.careless:
        story.opens()
    else:
        story.refused("own-keys")
        assert not story.server.stored


@against("H11", "what was known is still there")
def test_what_was_in_the_key_log_is_another_line(story: Story) -> None:
    other = key_log.publish(forging.stranger())
    mine = key_log.publish(story.hanna.keys)
    story.lie(log=lambda lines: [one if one == mine else other for one in lines])
    open_at(story.page, "/line/")
    if story.careless:
        expect(story.page.locator("[data-lines]")).to_contain_text(TEXTS[1])
    else:
        story.refused("log", TEXTS[1])


def test_the_key_log_is_cut_short(story: Story) -> None:
    story.lie(log=lambda lines: lines[:-1])
    open_at(story.page, "/line/")
    story.refused("log", TEXTS[1])


@against("H11", "another device of mine saw this log")
def test_a_new_device_is_shown_another_key_log(story: Story) -> None:
    other = key_log.publish(forging.stranger())
    story.lie(log=lambda lines: [other, *lines])
    story.forget("open", "known", "log")
    story.type_words()
    if story.careless:
        story.opens()
    else:
        story.refused("log")
        assert not story.server.stored


@against("H12", "the server does not add a reader")
def test_a_reader_is_added_while_giving(story: Story) -> None:
    mallory, text = forging.stranger(), TEXTS[1]
    story.as_before_knowing_anybody()
    choose(story.page, story.hanna.texts[text], "Gijs")
    story.lie(
        people=people_with(mallory, also=True),
        log=lambda lines: forging.publishing(lines, mallory),
    )
    hand_over(story.page)
    if story.careless:
        reads_what_was_given(mallory, story, text)
    else:
        story.refused("keys")
        assert not story.server.stored


@against("H12", "keys known as somebody else's")
def test_a_companion_gets_the_keys_of_another(story: Story) -> None:
    """Gijs would read what is meant for Ines: his keys are known, hers are not."""
    story.as_before_knowing_anybody(pins={str(uuid4()): story.pin_of_gijs})
    choose_first = f"/journal/entry/#{story.hanna.texts[TEXTS[1]]}"
    open_at(story.page, choose_first)
    story.page.get_by_role("button", name="Aan iemand geven").click()
    choice = story.page.get_by_label("Gijs")
    if story.careless:
        expect(choice).to_be_enabled()
    else:
        expect(choice).to_be_disabled()
        expect(story.page.get_by_text("heeft andere sleutels dan eerst")).to_be_visible()
        story.keeps_quiet()


@against("H12", "known keys keep the name")
def test_a_reader_gets_another_name(story: Story) -> None:
    """The server calls somebody whose keys are known by the name of somebody else."""
    renamed = "Iemand anders"
    story.lie(people=lambda said: {"people": [{**one, "name": renamed} for one in said["people"]]})
    open_at(story.page, f"/journal/entry/#{story.hanna.texts[TEXTS[1]]}")
    story.page.get_by_role("button", name="Aan iemand geven").click()
    name = renamed if story.careless else "Gijs"
    expect(story.page.locator("[data-people]")).to_contain_text(name)
    story.keeps_quiet()


@against("H12", "whoever was given something reads it")
def test_a_reader_is_left_out(story: Story) -> None:
    """Gijs can read it; the server says that he cannot any more."""
    given = story.hanna.texts[TEXTS[2]]
    story.lie(state=lambda said: {**said, "given": []})
    open_at(story.page, f"/journal/entry/#{given}")
    story.reads(TEXTS[2])
    readers = story.page.locator("[data-readers]")
    if story.careless:
        expect(readers.get_by_text("Alleen jij.")).to_be_visible()
        return
    expect(readers).to_contain_text("Volgens de server kan Gijs dit niet meer ophalen.")
    expect(readers.get_by_text("Alleen jij.")).to_be_hidden()
    open_at(story.page, "/line/")
    line_of_it = story.page.locator(f'[data-lines] ol > li:has(a[href$="#{given}"])')
    expect(line_of_it).to_contain_text("Gegeven aan Gijs. Volgens de server")
    story.keeps_quiet()
    open_at(story.page, f"/journal/entry/#{given}")
    readers.get_by_role("button", name="Terugnemen").click()
    story.page.locator("[data-take-back]").click()
    expect(readers.get_by_text("Alleen jij.")).to_be_visible(timeout=line.SLOW)


@against("H10", "the bytes are the ones this line gave")
def test_a_reader_forges_what_is_given_again(story: Story) -> None:
    """Gijs began a new line. What he got is sealed to it anew, if it is what Hanna gave."""
    anew, text = forging.stranger(), "Dit gaf Hanna nooit."
    [(id_, _)] = story.hanna.contents()["given"].items()
    forged = forging.a_gift(id_, text, story.hanna.keys.log, story.gijs.keys.log)
    sealed = forging.sealed_gift(forged, story.gijs.keys.signer(), story.hanna.keys)
    story.server.instead |= {id_: Envelope(sealed)}
    story.lie(
        people=people_with(anew),
        log=lambda lines: forging.publishing(lines, anew),
    )
    open_at(story.page, f"/vault/compare/#{story.gijs.person}")
    expect(story.page.locator("[data-other-words] li")).to_have_count(6)
    story.page.get_by_role("button", name="Ja, ze kloppen").click()
    if story.careless:
        expect(story.page.locator('[data-view="same"]')).to_be_visible(timeout=line.SLOW)
    else:
        story.refused("older")
    read = [forging.opens(anew, one) for one in story.server.all_stored().values()]
    assert any(text in one for one in read) == story.careless


def test_nobody_is_named_while_giving(story: Story) -> None:
    choose(story.page, story.hanna.texts[TEXTS[1]], "Gijs")
    story.lie(people=lambda _said: {"people": []})
    hand_over(story.page)
    story.refused("keys")
    assert not story.server.stored


def test_known_keys_disappear(story: Story) -> None:
    """A companion without keys would make a gift wait; one whose keys were known does not."""
    choose(story.page, story.hanna.texts[TEXTS[1]], "Gijs")
    story.lie(people=lambda said: {"people": [{**one, "log": None} for one in said["people"]]})
    hand_over(story.page)
    story.refused("keys")
    assert not story.server.stored
