"""Begin a map, write its next version, and show it to everybody or not."""

from datetime import date

from django.db import transaction

from hartlijn.factors.access import may_change, may_keep
from hartlijn.factors.actions.meanwhile import ChangedMeanwhile
from hartlijn.factors.checking import require_sound
from hartlijn.factors.document import MapDocument
from hartlijn.factors.models import ChangedBy, FactorMap, MapVersion
from hartlijn.factors.models.factor_map import LONGEST_REASON, LONGEST_REFERENCE
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import require
from hartlijn.people.models import Organisation, Person


@transaction.atomic
def begin(  # noqa: PLR0913 - what a first version says
    organisation: Organisation,
    document: MapDocument,
    *,
    because: str,
    changed_by: str = ChangedBy.EDITING,
    reference: str = "",
    by: Person,
) -> FactorMap:
    """A new map with its first version. Raises ``UnusableError`` for one that is not sound."""
    require(may_keep(by, organisation))
    made = FactorMap.objects.create(
        organisation=organisation, made_by=by, title=document.title, title_en=document.title_en
    )
    _write(made, 1, document, because, changed_by, reference, by)
    return made


@transaction.atomic
def new_version(  # noqa: PLR0913 - what a version says
    map_: FactorMap,
    document: MapDocument,
    *,
    because: str,
    changed_by: str = ChangedBy.EDITING,
    reference: str = "",
    by: Person,
    after: int | None = None,
) -> MapVersion:
    """Write the next version: what changed it, and why.

    With ``after``, the number of the version that was seen, raises ChangedMeanwhile when another
    came since. The same map again is no new version. Raises ``UnusableError`` for one that is not
    sound.
    """
    require(may_change(by, map_))
    held = FactorMap.objects.select_for_update().get(pk=map_.pk)
    newest = held.newest
    if after is not None and after != newest.number:
        raise ChangedMeanwhile
    if newest.document == document:
        return newest
    version = _write(held, newest.number + 1, document, because, changed_by, reference, by)
    held.title, held.title_en = document.title, document.title_en
    held.save(update_fields=["title", "title_en"])
    map_.title, map_.title_en = held.title, held.title_en
    return version


@transaction.atomic
def publish(map_: FactorMap, *, by: Person) -> None:
    """Let everybody read it, with all its versions, also without an account."""
    _show(map_, is_public=True, by=by)


@transaction.atomic
def take_back(map_: FactorMap, *, by: Person) -> None:
    """Keep it inside the organisation again."""
    _show(map_, is_public=False, by=by)


@transaction.atomic
def put_away(map_: FactorMap, *, by: Person) -> None:
    """Out of the lists. Nothing of it goes: findings and dialogues that name it still lead there."""
    _lay(map_, civil_day(), by=by)


@transaction.atomic
def take_out(map_: FactorMap, *, by: Person) -> None:
    """Back into the lists."""
    _lay(map_, None, by=by)


def _lay(map_: FactorMap, put_away_on: date | None, *, by: Person) -> None:
    require(may_change(by, map_))
    FactorMap.objects.filter(pk=map_.pk).update(put_away_on=put_away_on)
    map_.put_away_on = put_away_on


def _show(map_: FactorMap, *, is_public: bool, by: Person) -> None:
    require(may_change(by, map_))
    FactorMap.objects.filter(pk=map_.pk).update(is_public=is_public)
    map_.is_public = is_public


def _write(  # noqa: PLR0913, PLR0917 - one row
    map_: FactorMap,
    number: int,
    document: MapDocument,
    because: str,
    changed_by: str,
    reference: str,
    by: Person,
) -> MapVersion:
    written: MapVersion = MapVersion.objects.create(
        map=map_,
        number=number,
        body=require_sound(document).body,
        because=because[:LONGEST_REASON],
        changed_by=changed_by,
        reference=reference[:LONGEST_REFERENCE],
        made_by=by,
    )
    return written
