"""Give names to what belongs together."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.access import may_name_themes
from hartlijn.dialogues.models import Contribution, Dialogue, Theme
from hartlijn.dialogues.ringing import ring
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Person


@transaction.atomic
def name(dialogue: Dialogue, chosen: Iterable[UUID], words: str, *, by: Person) -> Theme:
    """Put contributions under one name; a name that is there already takes them in."""
    require(may_name_themes(by, dialogue))
    found = Contribution.objects.revealed(dialogue).filter(pk__in=list(chosen))
    if not found.exists():
        raise Refused(_("Kies eerst wat bij elkaar hoort."))
    standing = dialogue.themes.filter(merged_into=None, name__iexact=words).first()
    theme = standing or Theme.objects.create(
        dialogue=dialogue, name=words, order=_next_place(dialogue)
    )
    found.update(theme=theme)
    ring(dialogue)
    return theme


@transaction.atomic
def take_out(contribution: Contribution, *, by: Person) -> None:
    """It belongs under no name after all."""
    require(may_name_themes(by, contribution.dialogue))
    contribution.theme = None
    contribution.save(update_fields=["theme"])
    ring(contribution.dialogue)


@transaction.atomic
def word(theme: Theme, said: Mapping[str, Any], *, by: Person) -> None:
    """Its name, and the sentence that was agreed on."""
    require(may_name_themes(by, theme.dialogue))
    for name_, value in said.items():
        setattr(theme, name_, value)
    theme.save(update_fields=list(said))
    ring(theme.dialogue)


@transaction.atomic
def retell(contribution: Contribution, said: Mapping[str, Any], *, by: Person) -> None:
    """Put it in the other language or in other words, or leave it out; what was said stays."""
    require(may_name_themes(by, contribution.dialogue))
    for name_, value in said.items():
        setattr(contribution, name_, value)
    contribution.save(update_fields=list(said))
    ring(contribution.dialogue)


@transaction.atomic
def merge(theme: Theme, into: Theme, *, by: Person) -> None:
    """Let it go into another. Its contributions keep their own theme, so it can be undone."""
    require(may_name_themes(by, theme.dialogue))
    if theme.pk == into.pk or into.dialogue_id != theme.dialogue_id or into.merged_into_id:
        raise Refused(_("Kies een ander thema van deze dialoog."))
    theme.merged.update(merged_into=into)
    theme.merged_into = into
    theme.save(update_fields=["merged_into"])
    ring(theme.dialogue)


@transaction.atomic
def take_apart(theme: Theme, *, by: Person) -> None:
    """Undo: it stands by itself again."""
    require(may_name_themes(by, theme.dialogue))
    theme.merged_into = None
    theme.save(update_fields=["merged_into"])
    ring(theme.dialogue)


@transaction.atomic
def remove(theme: Theme, *, by: Person) -> None:
    """Take the name away; what stood under it stays."""
    require(may_name_themes(by, theme.dialogue))
    theme.delete()
    ring(theme.dialogue)


def _next_place(dialogue: Dialogue) -> int:
    return (dialogue.themes.aggregate(last=Max("order"))["last"] or 0) + 1
