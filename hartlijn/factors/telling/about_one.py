"""Which findings are about a factor, and which versions changed it."""

from collections.abc import Iterable, Sequence
from typing import Any

from hartlijn.factors.checking import same_name
from hartlijn.factors.document import Factor
from hartlijn.factors.models import Finding, FindingVersion, MapVersion


def findings_about(findings: Iterable[Finding], factor: Factor) -> list[FindingVersion]:
    """The newest version of each finding that names this factor. Expects versions at hand."""
    names = {same_name(name) for name in (factor.name, factor.name_en) if name}
    newest = [max(one.versions.all(), key=lambda version: version.number) for one in findings]
    return [one for one in newest if names & {same_name(name) for name in one.factors}]


def versions_that_changed(
    newest_first: Sequence[MapVersion], key: str, *, part: str = "factors"
) -> list[MapVersion]:
    """Those in which a factor or relation came, went or became another."""
    before = [*newest_first[1:], None]
    return [
        version
        for version, earlier in zip(newest_first, before, strict=True)
        if _part(version, part, key) != (_part(earlier, part, key) if earlier else None)
        and (earlier or version.number == 1)
    ]


def _part(version: MapVersion, part: str, key: str) -> Any:
    return next((one for one in version.body.get(part, ()) if one["key"] == key), None)
