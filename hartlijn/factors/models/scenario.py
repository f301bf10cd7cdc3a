"""A what-if that was kept: what is held in which version, how it was reckoned, and what it said."""

from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import QuerySet

from hartlijn.factors.models.belonging import Viewer, organisations_read_by
from hartlijn.factors.models.factor_map import MapVersion
from hartlijn.factors.models.weighing import WeighingRound
from hartlijn.factors.whatif.playing import Held, Played, Settings
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person


class KeptScenarioQuerySet(QuerySet["KeptScenario"]):
    """Kept scenarios, asked for by who looks."""

    def visible_to(self, viewer: Viewer) -> "KeptScenarioQuerySet":
        """Of the maps of organisations one is in today."""
        return self.filter(version__map__organisation__in=organisations_read_by(viewer))


class KeptScenario(models.Model):
    """Beside another it can be compared. It says nothing about a person, and names nobody."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.ForeignKey(MapVersion, on_delete=models.CASCADE, related_name="scenarios")
    name = models.CharField(max_length=120)
    held = models.JSONField()  # key of a factor: word
    settings = models.JSONField()
    round = models.ForeignKey(
        WeighingRound, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    played = models.JSONField()
    kept_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    kept_on = models.DateField(default=civil_day)

    objects: ClassVar = KeptScenarioQuerySet.as_manager()

    def __str__(self) -> str:
        """Its name."""
        return self.name

    @property
    def as_held(self) -> dict[str, Held]:
        """What is held, by the key of a factor."""
        kept: dict[str, Any] = self.held
        return {key: Held(word) for key, word in kept.items()}

    @property
    def as_settings(self) -> Settings:
        """How it was reckoned."""
        return Settings.of(self.settings)

    @property
    def as_played(self) -> Played:
        """What it said."""
        return Played.of(self.played)
