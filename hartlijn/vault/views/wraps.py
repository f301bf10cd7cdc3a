"""The closed keyrings: fetch, add and remove."""

import unicodedata
from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from hartlijn.people.http import Request
from hartlijn.vault import age_files, shown
from hartlijn.vault.actions import wraps as actions
from hartlijn.vault.limits import CHANGE, WRAPS, take_a_turn
from hartlijn.vault.models import WrappedKey
from hartlijn.vault.plain_json import Object, an_id, expect, ids, unb64
from hartlijn.vault.refusals import Malformed, TooLarge, Wrong
from hartlijn.vault.views.door import api, asked, told

LARGEST: Final = 8 * 1024
LONGEST_LABEL: Final = 60
MOST_REPLACED: Final = 13
TYPED_OR_TOUCHED: Final = (WrappedKey.Way.WORDS, WrappedKey.Way.CODE, WrappedKey.Way.PASSKEY)
TOO_LARGE: Final = _("Deze sleutelbos is te groot. Laad de pagina opnieuw.")
NO_KEYRING: Final = _("Wat hier aankwam, is geen gesloten sleutelbos. Laad de pagina opnieuw.")
LABEL: Final = _("Geef een naam van hooguit zestig letters, op één regel.")


@api("GET")
def wraps(request: Request) -> HttpResponse:
    """The own ones, so that another device can open the line."""
    take_a_turn(WRAPS, by=request.user)
    found = shown.wraps(request.user)
    if found:
        actions.fetched(by=request.user)
    return told({"wraps": found})


@api("POST")
def add(request: Request) -> HttpResponse:
    """One more way to open."""
    take_a_turn(CHANGE, by=request.user)
    actions.add(_wrap(asked(request)), by=request.user)
    return told({"kept": True})


@api("POST")
def remove(request: Request, pk: UUID) -> HttpResponse:
    """One way less."""
    take_a_turn(CHANGE, by=request.user)
    actions.remove(pk, by=request.user)
    return told({"kept": True})


def _wrap(says: Object) -> actions.NewWrap:
    expect(says, ["id", "way", "label", "content"], ["replaces"])
    way = says["way"]
    if way not in TYPED_OR_TOUCHED:  # a contact's wrap comes with its halves (trust.py)
        raise Malformed("way is words, code or passkey")
    return actions.NewWrap(
        id=an_id(says["id"]),
        way=way,
        label=_label(says["label"]),
        content=closed_keyring(way, unb64(says["content"])),
        replaces=tuple(ids(says.get("replaces", []), most=MOST_REPLACED)),
    )


def _label(value: object) -> str:
    if not isinstance(value, str):
        raise Malformed("a label is text")
    if len(value) > LONGEST_LABEL or any(unicodedata.category(sign) == "Cc" for sign in value):
        raise Wrong(LABEL)
    return value


def closed_keyring(way: str, content: bytes) -> bytes:
    """The bytes, when they can be a keyring that is closed in this way."""
    if len(content) > LARGEST:
        raise TooLarge(TOO_LARGE)
    by_passphrase = age_files.opens_with_passphrase(content)
    expected = by_passphrase if way != WrappedKey.Way.PASSKEY else not by_passphrase
    if not expected or age_files.header_length(content) is None:
        raise Wrong(NO_KEYRING)
    return content
