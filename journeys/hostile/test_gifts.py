"""What others gave, before a server that forges, passes on and mixes up."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from journeys.hostile import forging
from journeys.hostile.attacks import against
from journeys.hostile.parcels import Envelope
from journeys.hostile.story import Story
from journeys.hostile.victim import GIFTS, TEXTS, open_at
from sealing import key_log
from sealing.keyring import Keyring
from sealing.notation import b64

pytestmark = pytest.mark.long

FORGED = "Dit schreef Gijs niet."


@against("H8", "another version means something else")
def test_an_envelope_is_of_another_version(story: Story) -> None:
    """By Gijs himself: only he signs what Hanna believes to be from him."""
    gijs, hanna, id_ = story.gijs.keys, story.hanna.keys, story.hanna.texts[GIFTS[0]]
    gift = forging.a_gift(id_, FORGED, gijs.log, hanna.log)
    story.server.instead |= {id_: Envelope(forging.of_version(0, gift, gijs.signer(), hanna))}
    story.forget_received()
    open_at(story.page, f"/vault/received/#{id_}")
    if story.careless:
        story.reads(FORGED)
    else:
        story.refused("sealed", FORGED)


@against("H4", "never an older one than was seen here")
def test_a_gift_is_replaced_by_another_with_the_same_number(story: Story) -> None:
    gijs, hanna, id_ = story.gijs.keys, story.hanna.keys, story.hanna.texts[GIFTS[0]]
    gift = forging.a_gift(id_, FORGED, gijs.log, hanna.log)
    story.server.instead |= {id_: Envelope(forging.sealed_gift(gift, gijs.signer(), hanna))}
    open_at(story.page, f"/vault/received/#{id_}")
    if story.careless:
        story.reads(FORGED)
    else:
        story.refused("older", FORGED)


@against("H10", "not signed by its author")
def test_a_gift_is_signed_by_another(story: Story) -> None:
    mallory, id_ = forging.stranger(), story.hanna.texts[GIFTS[0]]
    gift = forging.a_gift(id_, FORGED, story.gijs.keys.log, story.hanna.keys.log)
    forged = forging.sealed_gift(gift, mallory.signer(), story.hanna.keys)
    story.server.instead |= {id_: Envelope(forged)}
    story.forget_received()
    open_at(story.page, f"/vault/received/#{id_}")
    if story.careless:
        story.reads(FORGED)
    else:
        story.refused("sealed", FORGED)


@against("H10", "signed by somebody, but not in the name of")
def test_a_gift_is_signed_in_the_name_of_another(story: Story) -> None:
    """By Gijs, who says inside it that somebody else wrote it."""
    gijs, hanna, id_ = story.gijs.keys, story.hanna.keys, story.hanna.texts[GIFTS[0]]
    gift = replace(forging.a_gift(id_, FORGED, gijs.log, hanna.log), author=str(uuid4()))
    story.server.instead |= {id_: Envelope(forging.sealed_gift(gift, gijs.signer(), hanna))}
    story.forget_received()
    open_at(story.page, f"/vault/received/#{id_}")
    if story.careless:
        story.reads(FORGED)
    else:
        story.refused("sealed", FORGED)


@against("H10", "sealed to others as well, or instead")
def test_a_gift_to_somebody_else_is_passed_on(story: Story) -> None:
    gijs, mallory, id_ = story.gijs.keys, forging.stranger(), story.hanna.texts[GIFTS[0]]
    gift = forging.a_gift(id_, FORGED, gijs.log, mallory.log)
    story.server.instead |= {
        id_: Envelope(forging.sealed_gift(gift, gijs.signer(), story.hanna.keys))
    }
    story.forget_received()
    open_at(story.page, f"/vault/received/#{id_}")
    if story.careless:
        story.reads(FORGED)
    else:
        story.refused("sealed", FORGED)


@against("H12", "sealed to others as well, or instead")
def test_a_gift_has_a_reader_nobody_shows(story: Story) -> None:
    gijs, hanna, id_ = story.gijs.keys, story.hanna.keys, story.hanna.texts[GIFTS[0]]
    mallory = forging.stranger()
    gift = forging.a_gift(id_, FORGED, gijs.log, hanna.log, mallory.log)
    story.server.instead |= {
        id_: Envelope(forging.sealed_gift(gift, gijs.signer(), hanna, mallory))
    }
    story.forget_received()
    open_at(story.page, f"/vault/received/#{id_}")
    if story.careless:
        story.reads(FORGED)
    else:
        story.refused("sealed", FORGED)


@against("H15", "the letter itself says which object")
def test_one_gift_is_delivered_for_another(story: Story) -> None:
    one, other = (story.hanna.texts[text] for text in GIFTS)
    story.server.instead |= {one: story.hanna.fetched(other)[other]}
    story.forget_received()
    open_at(story.page, f"/vault/received/#{one}")
    if story.careless:
        story.reads(GIFTS[1])
    else:
        story.refused("sealed", GIFTS[1])


def test_an_answer_is_replayed_whole(story: Story) -> None:
    one, other = (story.hanna.texts[text] for text in GIFTS)
    replayed = story.hanna.fetched(other)
    story.lie(fetch=lambda found: replayed if one in found else found)
    open_at(story.page, f"/vault/received/#{one}")
    story.refused("older", GIFTS[1])


def test_an_own_text_is_delivered_as_a_gift(story: Story) -> None:
    id_, own = story.hanna.texts[GIFTS[0]], story.hanna.texts[TEXTS[1]]
    story.server.instead |= {id_: story.hanna.fetched(own)[own]}
    open_at(story.page, f"/vault/received/#{id_}")
    story.refused("sealed", TEXTS[1])


def test_a_gift_is_delivered_as_an_own_text(story: Story) -> None:
    id_, own = story.hanna.texts[GIFTS[0]], story.hanna.texts[TEXTS[1]]
    story.server.instead |= {own: story.hanna.fetched(id_)[id_]}
    open_at(story.page, f"/journal/entry/#{own}")
    story.refused("older", GIFTS[0])


def pin_of(name: str, keys: Keyring) -> dict[str, Any]:
    """As what Hanna would know somebody."""
    print_ = b64(key_log.fingerprint(key_log.public(keys)))
    return {"name": name, "log": keys.log, "keys": print_, "compared": None}


def from_ines(story: Story, **parts: Any) -> None:
    """The server says that all Hanna got is from Ines; with these parts of Hanna's contents."""
    person, ines = str(uuid4()), forging.stranger()
    row = {"person": person, "name": "Ines", "as": "buddy", "walks": True, "log": ines.log}
    if "pins" in parts:
        parts["pins"] = {**parts["pins"], person: pin_of("Ines", ines)}
    story.rewrite(**parts)
    story.lie(
        log=lambda lines: forging.publishing(lines, ines),
        people=lambda said: {"people": [*said["people"], row]},
        state=lambda said: {
            **said,
            "received": [{**one, "from": person, "name": "Ines"} for one in said["received"]],
        },
    )


def is_not_from_ines(story: Story) -> None:
    """What Gijs gave is not shown as from Ines, unless by a careless worker."""
    open_at(story.page, f"/vault/received/#{story.hanna.texts[GIFTS[0]]}")
    if story.careless:
        story.reads(GIFTS[0])
        expect(story.page.locator("main")).to_contain_text("Van Ines")
    else:
        story.refused("keys", GIFTS[0])


@against("H10", "what was read as from one person")
def test_a_gift_is_said_to_be_from_another(story: Story) -> None:
    """Gijs began a new line since, and his former keys are nobody's any more."""
    from_ines(story, pins={story.gijs.person: pin_of("Gijs", forging.stranger())})
    is_not_from_ines(story)


@against("H10", "what somebody known by these keys gave")
@pytest.mark.parametrize("known", ["both", "giver"])
def test_a_gift_of_which_the_giver_was_not_noted_is_from_another(story: Story, known: str) -> None:
    """Read before it was written down from whom; but whose keys these are is known."""
    seen = story.hanna.contents()["received"].items()
    parts = {"received": {id_: {k: one[k] for k in one if k != "from"} for id_, one in seen}}
    if known == "both":
        parts["pins"] = {story.gijs.person: story.pin_of_gijs}
    from_ines(story, **parts)
    is_not_from_ines(story)
