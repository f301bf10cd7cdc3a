"""Keep a what-if to lay it beside another, and let go of it."""

from collections.abc import Mapping

from django.db import transaction

from hartlijn.factors.models import KeptScenario, MapVersion, WeighingRound
from hartlijn.factors.weighing_access import may_drop, may_keep_scenario
from hartlijn.factors.whatif.playing import Held, Played, Settings
from hartlijn.lib.verdict import require
from hartlijn.people.models import Person


@transaction.atomic
def keep(  # noqa: PLR0913 - what a scenario says
    version: MapVersion,
    name: str,
    held: Mapping[str, Held],
    settings: Settings,
    played: Played,
    *,
    round_: WeighingRound | None,
    by: Person,
) -> KeptScenario:
    """Keep it under a name; the same under the same name again is kept once."""
    require(may_keep_scenario(by, version.map))
    kept, _made = KeptScenario.objects.get_or_create(
        version=version,
        name=name,
        held=dict(held),
        settings=settings.as_json(),
        round=round_,
        defaults={"played": played.as_json(), "kept_by": by},
    )
    return kept


@transaction.atomic
def drop(scenario: KeptScenario, *, by: Person) -> None:
    """It is gone; the map and what people weighed stay."""
    require(may_drop(by, scenario))
    scenario.delete()
