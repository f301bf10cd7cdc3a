"""A demonstration, made once for all tests of one process and rolled back after each."""

from datetime import date
from importlib import import_module

import pytest
from django.utils import timezone
from pytest_django import Settings

from hartlijn.demo.world import make


@pytest.fixture
def demo(settings: Settings, db: None) -> date:
    """A demonstration that was made today; the day it was made on."""
    import_module(settings.ROOT_URLCONF)  # once, as it is without a demonstration
    settings.DEMO = True
    settings.ROOT_URLCONF = "hartlijn.demo.tests.with_demo"
    today = timezone.localdate()
    make(today)
    return today
