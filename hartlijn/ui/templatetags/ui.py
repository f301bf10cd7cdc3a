"""Small words for templates."""

import re
from typing import Final

from django import forms, template
from django.utils.translation import gettext as _

register = template.Library()

# The first that is found counts: Edge also calls itself Chrome, and Chrome also Safari.
BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox|FxiOS", "Firefox"),
    ("Chrome|CriOS|Chromium", "Chrome"),
    ("Safari", "Safari"),
)
MACHINES: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X|Macintosh", "Mac"),
    ("Linux|X11", "Linux"),
)


@register.filter
def device(user_agent: str) -> str:
    """What somebody holds in their hands, as far as a browser tells: "Firefox op Windows"."""
    browser, machine = _first(BROWSERS, user_agent), _first(MACHINES, user_agent)
    if browser and machine:
        return _("%(browser)s op %(machine)s") % {"browser": browser, "machine": machine}
    return browser or machine or _("Een onbekend toestel")


@register.simple_tag
def reword(form: forms.BaseForm, name: str, label: str, hint: str = "") -> str:
    """Give a field of somebody else's form a label and a hint in our words."""
    field = form[name]
    field.label, field.help_text = label, hint
    return ""


def _first(known: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for pattern, name in known if re.search(pattern, user_agent)), "")
