"""Take over a template that comes with Hartlijn, change it, and offer a version to those it runs for."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Q

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import require
from hartlijn.library import made, shelf
from hartlijn.library.models import Version
from hartlijn.paths.access import may_make_templates
from hartlijn.paths.models import Side, Template, TemplateVersion
from hartlijn.people.models import Organisation, Person

KIND = "path"


@transaction.atomic
def adopt(key: str, organisation: Organisation, *, by: Person) -> Template:
    """Make a shipped template an own one, as it stands. Raises ``shelf.UnknownError``."""
    require(may_make_templates(by, organisation))
    shipped = shelf.get(KIND, key)
    template = Template.objects.create(organisation=organisation, shipped_key=key)
    _put(template, dict(shipped.body), by)
    return template


@transaction.atomic
def change(template: Template, body: Mapping[str, Any], *, by: Person) -> None:
    """Keep a draft; it need not be right yet, and counts for nobody."""
    require(may_make_templates(by, template.organisation))
    Template.objects.filter(pk=template.pk).update(draft=dict(body))
    template.draft = dict(body)


@transaction.atomic
def drop_draft(template: Template, *, by: Person) -> None:
    """Leave it as the version that counts has it."""
    require(may_make_templates(by, template.organisation))
    Template.objects.filter(pk=template.pk).update(draft=None)
    template.draft = None


@transaction.atomic
def publish(template: Template, *, by: Person) -> Version:
    """Make the draft the version that counts for new paths. Raises ``made.WrongError``.

    Running paths keep theirs until it is offered and their starter takes it. Without a draft, or
    with the same words, nothing changes.
    """
    require(may_make_templates(by, template.organisation))
    held = Template.objects.select_for_update().get(pk=template.pk)
    if held.draft is not None:
        _put(held, held.draft, by)
    template.refresh_from_db()
    assert template.version is not None  # noqa: S101 - a template without draft has a version
    return template.version


@transaction.atomic
def offer(template: Template, *, by: Person) -> int:
    """Offer the version that counts to every running path of this template that has another.

    Answers how many; an offer that was made before is replaced.
    """
    require(may_make_templates(by, template.organisation))
    sides = Side.objects.running().filter(template=template)
    sides.filter(version=template.version).update(offered=None)
    return sides.filter(~Q(version=template.version)).update(offered=template.version)


@transaction.atomic
def put_away(template: Template, *, by: Person) -> None:
    """Begin no more paths by it; those that run go on."""
    require(may_make_templates(by, template.organisation))
    Template.objects.filter(pk=template.pk, put_away_on=None).update(put_away_on=civil_day())


def _put(template: Template, body: Mapping[str, Any], by: Person) -> None:
    version = made.keep(KIND, _key(template), body)
    if template.version_id != version.pk:
        number = template.number + 1
        TemplateVersion.objects.create(
            template=template, number=number, version=version, made_by=by
        )
        template.version, template.number = version, number
    template.draft = None
    template.save(update_fields=["version", "number", "draft"])


def _key(template: Template) -> str:
    """Under its own name, so that the same words of two organisations are two versions."""
    return f"own-{template.pk.hex}"
