"""What ``hartlijn serve`` says when a demonstration opens: whom one can be."""

from django.conf import settings
from django.db import DatabaseError
from django.utils.translation import gettext as _

from hartlijn.demo.cast import present
from hartlijn.demo.models import World
from hartlijn.demo.templatetags.demo import demo_words


def lines() -> list[str]:
    """Lines for the terminal; none outside a demonstration, or before its world is made."""
    if not settings.DEMO:
        return []
    try:
        if not World.objects.exists():
            return []
        people, words = present(), demo_words()
    except DatabaseError:
        return []  # not migrated yet: the server itself says what to do
    width = max((len(part.name) for part in people), default=0)
    return [
        _("DEMO: iedereen hier is verzonnen. Op de aanmeldpagina kies je wie je bent:"),
        *(f"  {part.name:<{width}}  {part.sentence}" for part in people),
        *([_("De zes woorden van iedereen: {words}").format(words=words)] if words else []),
    ]
