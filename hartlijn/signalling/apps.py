"""Signals about conditions, sent upwards by several people to somebody who must answer."""

from django.apps import AppConfig


class SignallingConfig(AppConfig):
    """Floor 3: knows people and delivery; nothing of a person's wing."""

    name = "hartlijn.signalling"
