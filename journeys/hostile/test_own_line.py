"""The own line before a server that swaps, drops, ages and forges."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from journeys import line
from journeys.hostile import forging
from journeys.hostile.attacks import INDEX, against
from journeys.hostile.parcels import Envelope
from journeys.hostile.story import Story
from journeys.hostile.victim import CHANGED, TEXTS, open_at
from sealing import age_file
from sealing.envelope import seal_private
from sealing.keyring import Keyring
from sealing.notation import b64, unb64

FORGED = "Dit schreef Hanna niet."
NEW = "Kanarie zeven, na het openen."
CLOSED = ("locked", "shut", "open")  # views of pages on which a closed line can be opened


@against("H1")
def test_two_own_texts_are_swapped(story: Story) -> None:
    one, other = (story.hanna.texts[text] for text in TEXTS[1:])
    house = story.hanna.fetched(one, other)
    story.server.instead = {one: house[other], other: house[one]}
    open_at(story.page, f"/journal/entry/#{one}")
    if story.careless:
        story.reads(TEXTS[2])
    else:
        story.refused("older", TEXTS[2])


@against("H1")
def test_two_own_texts_are_swapped_before_the_line_opens_them(story: Story) -> None:
    one, other = (story.hanna.texts[text] for text in TEXTS[1:])
    house = story.hanna.fetched(one, other)
    story.server.instead = {one: house[other], other: house[one]}
    story.with_index("cold")
    open_at(story.page, "/line/")
    if story.careless:
        expect(story.on_the_line(TEXTS[1])).to_contain_text(TEXTS[2], timeout=line.SLOW)
    else:
        for text in TEXTS[1:]:
            closed = story.on_the_line(text).get_by_text("Gaat niet open")
            expect(closed).to_be_visible(timeout=line.SLOW)
        story.finds_nothing(TEXTS[2])
        assert TEXTS[1] not in story.page.content()
        story.keeps_quiet()


def test_two_own_texts_are_swapped_after_the_line_knew_them(story: Story) -> None:
    """What this browser knew stays what it was, by the digest of each envelope."""
    one, other = (story.hanna.texts[text] for text in TEXTS[1:])
    house = story.hanna.fetched(one, other)
    story.server.instead = {one: house[other], other: house[one]}
    open_at(story.page, "/line/")
    expect(story.on_the_line(TEXTS[1])).to_contain_text(TEXTS[1], timeout=line.SLOW)
    expect(story.on_the_line(TEXTS[2])).to_contain_text(TEXTS[2])
    story.on_the_line(TEXTS[1]).get_by_role("link").first.click()
    story.refused("older", TEXTS[2])


@INDEX
@against("H4")
def test_an_older_line_is_listed(story: Story, index: str) -> None:
    story.server.instead = story.two.older
    story.with_index(index)
    open_at(story.page, "/line/")
    if story.careless:
        expect(story.on_the_line(CHANGED)).to_contain_text(TEXTS[0], timeout=line.SLOW)
    else:
        story.refused("older", TEXTS[0])


@against("H4")
def test_an_older_line_is_served(story: Story) -> None:
    story.server.instead = story.two.older
    open_at(story.page, f"/journal/entry/#{story.hanna.texts[CHANGED]}")
    if story.careless:
        story.reads(TEXTS[0])
    else:
        story.refused("older", TEXTS[0])


@against("H5")
def test_the_whole_line_is_left_out(story: Story) -> None:
    story.lie(fetch=lambda _found: {})
    open_at(story.page, "/line/")
    if story.careless:
        expect(story.page.locator('[data-view="empty"]')).to_be_visible()
    else:
        story.refused("older")


@INDEX
def test_one_text_is_left_out(story: Story, index: str) -> None:
    left_out = story.hanna.texts[TEXTS[1]]
    story.lie(fetch=lambda found: {id_: found[id_] for id_ in found if id_ != left_out})
    story.with_index(index)
    open_at(story.page, "/line/")
    expect(story.page.locator("[data-lines] ol > li")).to_have_count(len(TEXTS), timeout=line.SLOW)
    missing = story.on_the_line(TEXTS[1])
    says = TEXTS[1] if index == "warm" else "Gaat niet open"
    expect(missing.get_by_text(says)).to_be_visible(timeout=line.SLOW)
    missing.get_by_role("link").first.click()
    story.refused("older")


def test_a_text_is_acknowledged_and_thrown_away(story: Story) -> None:
    line.write(story.page, NEW)
    story.server.stored.clear()
    open_at(story.page, "/line/")
    story.refused("older")


@against("H6")
def test_somebody_elses_keyring_is_served(story: Story) -> None:
    mallory = forging.stranger()
    [wrap] = story.page.context.request.get("/vault/api/wraps/").json()["wraps"]
    wrap["content"] = forging.wrapped(mallory, story.hanna.words)
    nothing = seal_private(forging.contents(mallory, 1), mallory.private[0])
    story.lie(
        wraps=lambda _said: {"wraps": [wrap]},
        log=lambda lines: forging.publishing(lines, mallory),
        state=lambda said: {**said, "log": mallory.log},
    )
    story.server.instead = {mallory.contents: Envelope(nothing)}
    story.forget("open")
    story.type_words()
    if story.careless:
        story.opens()
        line.write(story.page, NEW)
        assert any(NEW in forging.opens(mallory, one) for one in story.server.all_stored().values())
    else:
        story.refused("secret")
        assert not story.server.stored


@against("H7")
def test_a_keyring_behind_little_work_is_served(story: Story) -> None:
    [wrap] = story.page.context.request.get("/vault/api/wraps/").json()["wraps"]
    wrap["content"] = forging.wrapped(story.hanna.keys, story.hanna.words, factor=1)
    story.lie(wraps=lambda _said: {"wraps": [wrap]})
    story.forget("open")
    story.type_words()
    if story.careless:
        story.opens()
    else:
        story.refused("secret")


def test_a_keyring_behind_endless_work_is_served(story: Story) -> None:
    """The library refuses more than 20 by itself; here nothing but 18 even begins."""
    [wrap] = story.page.context.request.get("/vault/api/wraps/").json()["wraps"]
    file = unb64(wrap["content"])
    endless = file.replace(b" %d\n" % age_file.WORK_FACTOR, b" 30\n", 1)
    assert endless != file
    wrap["content"] = b64(endless)
    story.lie(wraps=lambda _said: {"wraps": [wrap]})
    story.forget("open")
    story.type_words()
    story.refused("secret")


@pytest.mark.parametrize("page", ["/line/", "/vault/keys/", "/vault/open/"])
def test_a_line_begun_anew_elsewhere_opens_here_after_closing(story: Story, page: str) -> None:
    """No attack, but it looks like one (H3): this device holds the former keys."""
    anew, words = Keyring.new(story.hanna.person), " ".join(reversed(story.hanna.words.split()))
    [wrap] = story.page.context.request.get("/vault/api/wraps/").json()["wraps"]
    wrap["content"] = forging.wrapped(anew, words)
    nothing = seal_private(forging.contents(anew, 1), anew.private[0])
    story.lie(
        wraps=lambda _said: {"wraps": [wrap]},
        log=lambda lines: forging.publishing(lines, anew),
        state=lambda said: {**said, "log": anew.log, "own": [], "given": [], "received": []},
    )
    story.server.instead = {anew.contents: Envelope(nothing)}
    open_at(story.page, page)
    story.refused("own-keys", TEXTS[1])
    with story.page.expect_navigation():
        story.page.get_by_role("button", name="Mijn lijn hier sluiten").click()
    closed = story.page.locator(", ".join(f'[data-view="{one}"]' for one in CLOSED))
    expect(closed.locator("visible=true")).to_have_count(1, timeout=line.SLOW)
    story.type_words(words)
    story.opens()
    expect(story.page.locator('[data-view="empty"]')).to_be_visible(timeout=line.SLOW)


@INDEX
@against("H9")
def test_a_line_is_forged_with_public_keys(story: Story, index: str) -> None:
    story.with_index(index)
    forged = forging.forged_line(story.hanna.keys, FORGED)
    story.server.instead = {id_: Envelope(one) for id_, one in forged.items()}
    open_at(story.page, "/line/")
    if story.careless:
        expect(story.page.locator("[data-lines]")).to_contain_text(FORGED)
    else:
        story.refused("sealed", FORGED)


def test_an_own_text_is_forged_under_a_new_id(story: Story) -> None:
    """What the contents do not list is not there, whatever the server says."""
    story.lie(state=lambda said: {**said, "own": [*said["own"], str(uuid4())]})
    open_at(story.page, "/line/")
    expect(story.page.locator("[data-lines] ol > li")).to_have_count(len(TEXTS))
    story.keeps_quiet()


@pytest.mark.parametrize(
    "answer",
    [b"", b"\0\0\0\2{}", b"\xff\xff\xff\xff{}", b"\0\0\0\4null", b"<!doctype html>"],
)
def test_an_answer_is_no_parcel(story: Story, answer: bytes) -> None:
    story.lie(parcel=lambda _parcel: answer)
    open_at(story.page, "/line/")
    story.refused("server")


def test_the_state_of_another_account_is_served(story: Story) -> None:
    story.lie(state=lambda said: {**said, "person": story.gijs.person})
    open_at(story.page, "/line/")
    story.refused("signed-out", TEXTS[1])


def test_an_answer_is_cut_short(story: Story) -> None:
    story.lie(parcel=lambda parcel: parcel[:-10])
    open_at(story.page, "/line/")
    story.refused("sealed")
