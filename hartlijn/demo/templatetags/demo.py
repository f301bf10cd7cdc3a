"""Lets a page offer the ten people without knowing how they are found."""

from django import template
from django.conf import settings

from hartlijn.demo.cast import Part, present
from hartlijn.demo.models import World

register = template.Library()


@register.simple_tag
def demo_people() -> list[Part]:
    """The people one can be; nobody outside a demonstration."""
    return present() if settings.DEMO and World.objects.exists() else []
