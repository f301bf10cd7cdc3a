"""The own line before a server that swaps, drops, ages and forges."""

from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from journeys import line
from journeys.hostile import forging
from journeys.hostile.attacks import INDEX, Worker, against
from journeys.hostile.parcels import Envelope
from journeys.hostile.story import Story
from journeys.hostile.victim import CHANGED, TEXTS, open_at
from sealing import age_file
from sealing.envelope import recipient_of, seal_private
from sealing.keyring import Keyring
from sealing.letter import Letter
from sealing.notation import b64, unb64

pytestmark = pytest.mark.long

FORGED = "Dit schreef Hanna niet."
NEW = "Kanarie zeven, na het openen."
LOST = "Kanarie acht, van een apparaat dat net te laat was."
CLOSED = ("locked", "shut", "open")  # views of pages on which a closed line can be opened


def lost_the_race(story: Story, object_: str, **parts: Any) -> bytes:
    """A letter of Hanna's under a number that is taken: sealed with her keys, and never listed."""
    listed = story.hanna.contents()["objects"][object_]
    said = {"object": object_, "kind": listed["kind"], "content": {"v": 1, "text": LOST}, **parts}
    mine = Letter(
        version=listed["version"],
        author=story.hanna.keys.keyring,
        time=forging.TIME,
        **said,
    )
    return seal_private(mine, story.hanna.keys.private[0])


def swapped(story: Story) -> dict[str, Envelope]:
    """Two own texts in each other's place, of the same kind and version: only the object differs."""
    one, other = (story.hanna.texts[text] for text in TEXTS[1:])
    texts = {one: TEXTS[2], other: TEXTS[1]}
    return {
        place: Envelope(
            lost_the_race(story, place, object=object_, content={"v": 1, "text": texts[place]})
        )
        for place, object_ in ((one, other), (other, one))
    }


@against(
    "H1", "the letter itself says which object", first="the bytes are the newest this line knows"
)
def test_two_own_texts_are_swapped(story: Story) -> None:
    story.server.instead = swapped(story)
    open_at(story.page, f"/journal/entry/#{story.hanna.texts[TEXTS[1]]}")
    if story.careless:
        story.reads(TEXTS[2])
    else:
        story.refused("older", TEXTS[2], behind="sealed")


@against(
    "H1", "the letter itself says which object", first="the bytes are the newest this line knows"
)
def test_two_own_texts_are_swapped_before_the_line_opens_them(story: Story) -> None:
    story.server.instead = swapped(story)
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


@against("H1", "nor a letter of another kind", first="the bytes are the newest this line knows")
def test_a_text_becomes_another_kind(story: Story) -> None:
    """By a device that lost the race for this version; the server kept what it did not take."""
    object_ = story.hanna.texts[TEXTS[1]]
    story.server.instead = {object_: Envelope(lost_the_race(story, object_, kind="entry"))}
    open_at(story.page, f"/journal/entry/#{object_}")
    if story.careless:
        story.reads(LOST)
    else:
        story.refused("older", LOST, behind="sealed")


@against("H4", "the bytes are the newest this line knows")
def test_a_text_that_lost_the_race_is_served(story: Story) -> None:
    """Another device was first; what this one wrote under the same number is not what counts."""
    object_ = story.hanna.texts[TEXTS[1]]
    story.server.instead = {object_: Envelope(lost_the_race(story, object_))}
    open_at(story.page, f"/journal/entry/#{object_}")
    if story.careless:
        story.reads(LOST)
    else:
        story.refused("older", LOST)


@against("H4", "nor another version of it", first="the bytes are the newest this line knows")
def test_an_older_text_is_served_beside_the_newest_contents(story: Story) -> None:
    object_ = story.hanna.texts[CHANGED]
    story.server.instead = {object_: story.two.older[object_]}
    open_at(story.page, f"/journal/entry/#{object_}")
    if story.careless:
        story.reads(TEXTS[0])
    else:
        story.refused("older", TEXTS[0], behind="sealed")


@INDEX
@against("H4", "older contents than this device knew")
def test_an_older_line_is_listed(story: Story, index: str) -> None:
    story.server.instead = story.two.older
    story.with_index(index)
    open_at(story.page, "/line/")
    if story.careless:
        expect(story.on_the_line(CHANGED)).to_contain_text(TEXTS[0], timeout=line.SLOW)
    else:
        story.refused("older", TEXTS[0])


@against("H4", "older contents than this device knew")
def test_an_older_line_is_served(story: Story) -> None:
    story.server.instead = story.two.older
    open_at(story.page, f"/journal/entry/#{story.hanna.texts[CHANGED]}")
    if story.careless:
        story.reads(TEXTS[0])
    else:
        story.refused("older", TEXTS[0])


@against("H5", "a line this device knew, or that is kept, has contents")
def test_the_whole_line_is_left_out(story: Story) -> None:
    story.lie(fetch=lambda _found: {})
    open_at(story.page, "/line/")
    if story.careless:
        expect(story.page.locator('[data-view="empty"]')).to_be_visible()
    else:
        story.refused("older")


@against("H5", "what is on the line is there")
def test_a_text_that_is_read_is_left_out(story: Story) -> None:
    """A careless client shows it as if nothing had been written there."""
    object_ = story.hanna.texts[TEXTS[1]]
    story.lie(fetch=lambda found: {id_: found[id_] for id_ in found if id_ != object_})
    open_at(story.page, f"/journal/entry/#{object_}")
    if story.careless:
        story.reads("")
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


@against("H6", "the keyring of another person")
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


@against("H15", "the keyring of another person")
def test_the_answers_for_another_account_are_given(story: Story) -> None:
    """Everything is real and Gijs's, delivered to Hanna; he typed his words on her telephone."""
    gijs = story.gijs
    said = gijs.page.context.request.get("/vault/api/state/").json()
    ways = gijs.page.context.request.get("/vault/api/wraps/").json()
    story.lie(
        wraps=lambda _said: ways,
        state=lambda own: {**said, "person": own["person"]},
        people=lambda _said: {"people": []},
    )
    story.server.instead = gijs.fetched(gijs.keys.contents, *gijs.contents()["objects"])
    story.forget("open")
    story.type_words(gijs.words)
    if story.careless:
        story.opens()
    else:
        story.refused("secret")
        assert not story.server.stored


def test_a_keyring_is_delivered_for_another(story: Story) -> None:
    """The answer to another account, on a device where Hanna types her own words."""
    ways = story.gijs.page.context.request.get("/vault/api/wraps/").json()
    story.lie(wraps=lambda _said: ways)
    story.forget("open")
    story.type_words()
    story.refused("secret")
    assert not story.server.stored


@against("H4", "not an earlier state of the same keyring")
def test_a_keyring_of_before_the_new_keys_is_served(story: Story) -> None:
    """This device knew newer keys; the server says that it has only the former ones."""
    story.knows(counter=story.hanna.keys.counter + 1)
    story.forget("open")
    story.type_words()
    if story.careless:
        story.opens()
    else:
        story.refused("older")
        assert not story.server.stored


@against("H7", "a factor that would keep the device busy")
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


@pytest.mark.parametrize(
    "story",
    [Worker(frozenset({"a factor that would keep the device busy"})), Worker()],
    indirect=True,
    ids=["is-refused-by-the-library", "is-refused"],
)
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
@against("H9", "never the sharing keys")
def test_a_line_is_forged_with_public_keys(story: Story, index: str) -> None:
    """By somebody who even learned the id of the keyring."""
    story.with_index(index)
    forged = forging.forged_line(story.hanna.keys, FORGED, author=story.hanna.keys.keyring)
    story.server.instead = {id_: Envelope(one) for id_, one in forged.items()}
    open_at(story.page, "/line/")
    if story.careless:
        expect(story.page.locator("[data-lines]")).to_contain_text(FORGED)
    else:
        story.refused("sealed", FORGED)


@against("H9", "only who holds the keyring knows its id")
def test_a_line_is_forged_by_who_learned_the_private_recipient(story: Story) -> None:
    private = recipient_of(story.hanna.keys.private[0])
    forged = forging.forged_line(story.hanna.keys, FORGED, to=private)
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


@against(
    "H15", "the letter itself says which object", first="the bytes are the newest this line knows"
)
def test_an_answer_is_given_to_another_question(story: Story) -> None:
    """An own text: what was fetched for one is delivered for the other, under its name."""
    one = story.hanna.texts[TEXTS[1]]
    replayed = swapped(story)[one]
    story.lie(fetch=lambda found: {**found, one: replayed} if one in found else found)
    open_at(story.page, f"/journal/entry/#{one}")
    if story.careless:
        story.reads(TEXTS[2])
    else:
        story.refused("older", TEXTS[2], behind="sealed")


def test_an_answer_to_another_question_is_replayed_whole(story: Story) -> None:
    one, other = (story.hanna.texts[text] for text in TEXTS[1:])
    replayed = story.hanna.fetched(other)
    story.lie(fetch=lambda found: replayed if one in found else found)
    open_at(story.page, f"/journal/entry/#{one}")
    story.refused("older", TEXTS[2])


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
