"""Consult, help, appreciation and aftercare: pages that a browser fills."""

from django.apps import AppConfig


class ConsultConfig(AppConfig):
    """Floor 2: has no table of its own. What is written lies in the vault like everything else."""

    name = "hartlijn.consult"
