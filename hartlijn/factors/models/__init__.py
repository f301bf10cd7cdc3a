"""Maps of factors and findings, each in versions that are written once."""

from hartlijn.factors.models.belonging import (
    Viewer,
    organisations_kept_by,
    organisations_read_by,
)
from hartlijn.factors.models.changed_by import ChangedBy
from hartlijn.factors.models.factor_map import FactorMap, MapVersion
from hartlijn.factors.models.finding import Finding, FindingVersion

__all__ = [
    "ChangedBy",
    "FactorMap",
    "Finding",
    "FindingVersion",
    "MapVersion",
    "Viewer",
    "organisations_kept_by",
    "organisations_read_by",
]
