"""Lets a page offer the ten people without knowing how they are found."""

from django import template
from django.conf import settings

from hartlijn.demo.cast import CAST, Part, present
from hartlijn.demo.models import World
from hartlijn.demo.world.sealed import WORDS
from hartlijn.vault.models import KeyHolder

register = template.Library()


@register.simple_tag
def demo_people() -> list[Part]:
    """The people one can be; nobody outside a demonstration."""
    return present() if settings.DEMO and World.objects.exists() else []


@register.simple_tag
def demo_words() -> str:
    """The six words that open every line here; none when nobody here has keys."""
    made = settings.DEMO and World.objects.exists()
    return (
        WORDS
        if made and KeyHolder.objects.filter(person__in=[one.id for one in CAST]).exists()
        else ""
    )
