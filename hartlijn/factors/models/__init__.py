"""Maps of factors and findings, each in versions that are written once."""

from hartlijn.factors.models.belonging import (
    Viewer,
    organisations_kept_by,
    organisations_read_by,
)
from hartlijn.factors.models.changed_by import ChangedBy
from hartlijn.factors.models.factor_map import FactorMap, MapVersion
from hartlijn.factors.models.finding import Finding, FindingVersion
from hartlijn.factors.models.scenario import KeptScenario
from hartlijn.factors.models.weighing import Weighing, WeighingRound

__all__ = [
    "ChangedBy",
    "FactorMap",
    "Finding",
    "FindingVersion",
    "KeptScenario",
    "MapVersion",
    "Viewer",
    "Weighing",
    "WeighingRound",
    "organisations_kept_by",
    "organisations_read_by",
]
