"""Change a draft together, publish what one saw, and read a template in from a file."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import Refused, require
from hartlijn.library.models import Version
from hartlijn.paths.access import may_make_templates
from hartlijn.paths.actions import templates
from hartlijn.paths.drafting.drafts import Body, ChangedMeanwhile, mark
from hartlijn.paths.models import Template
from hartlijn.people.models import Organisation, Person


def body_of(template: Template) -> Body:
    """As it reads now for who changes it: the draft, or the version that counts."""
    if template.draft is not None:
        return dict(template.draft)
    return dict(template.version.body) if template.version else {}


@transaction.atomic
def edit(template: Template, change: Callable[[Body], Body], *, by: Person) -> Body:
    """Change one thing of what stands there now, whoever changed other things meanwhile.

    Raises ``ChangedMeanwhile`` when the change was begun on something else.
    """
    held = _held(template, by)
    now = body_of(held)
    new = change(deepcopy(now))
    if new != now:
        counts = held.version.body if held.version else None
        held.draft = None if new == counts else new
        held.save(update_fields=["draft"])
    template.draft = held.draft
    return new


@transaction.atomic
def publish(template: Template, *, seen: str, by: Person) -> Version:
    """Let the draft count, if it still is the one that was ``seen`` (its mark)."""
    held = _held(template, by)
    if mark(held.draft) != seen:
        raise ChangedMeanwhile(held.draft)
    return templates.publish(template, by=by)


@transaction.atomic
def drop(template: Template, *, seen: str, by: Person) -> None:
    """Throw the draft away, if it still is the one that was ``seen``; one that never counted goes."""
    held = _held(template, by)
    if mark(held.draft) != seen:
        raise ChangedMeanwhile(held.draft)
    if held.version_id is None:
        held.delete()
        return
    templates.drop_draft(template, by=by)


@transaction.atomic
def offer(template: Template, *, seen: int, by: Person) -> int:
    """Offer the version that counts, if it still is number ``seen``."""
    held = _held(template, by)
    if held.number != seen:
        raise ChangedMeanwhile(held.number)
    return templates.offer(held, by=by)


@transaction.atomic
def read_in(organisation: Organisation, body: Mapping[str, Any], *, by: Person) -> Template:
    """A template from a file, as a draft that counts for nobody yet."""
    require(may_make_templates(by, organisation))
    return Template.objects.create(organisation=organisation, draft=dict(body))


@transaction.atomic
def bring_back(template: Template, *, by: Person) -> None:
    """Begin paths by it again."""
    require(may_make_templates(by, template.organisation))
    Template.objects.filter(pk=template.pk).update(put_away_on=None)


def _held(template: Template, by: Person) -> Template:
    require(may_make_templates(by, template.organisation))
    held = Template.objects.select_for_update(of=("self",)).select_related("version")
    found: Template = held.get(pk=template.pk)
    if found.put_away_on:
        raise Refused(_("Dit traject is weggelegd. Haal het eerst terug."))
    return found
