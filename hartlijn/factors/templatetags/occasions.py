"""Where a version says it comes from, for templates."""

from collections.abc import Mapping

from django import template
from django.utils.html import format_html

from hartlijn.factors.occasions import DIALOGUE, Occasion

register = template.Library()


@register.filter
def from_one_of(reference: str, occasions: Mapping[str, Occasion]) -> str:
    """A link to what is known of a reference; without a page what was typed, or nothing."""
    if found := occasions.get(reference):
        return format_html(' · <a href="{}">{}</a>', found.address, found.title)
    if not reference or reference.startswith(DIALOGUE):
        return ""
    return format_html(" · {}", reference)
