"""Say at each start which files with words do not count."""

from typing import Any

from django.core.checks import CheckMessage, Warning, register  # noqa: A004 - Django's name

from hartlijn.library import shelf


@register()
def every_file_counts(**options: Any) -> list[CheckMessage]:
    """Warn about each refused file; the rest works."""
    del options
    hint = "`hartlijn content` checks them all again; docs/content.md explains the files."
    return [Warning(str(one), hint=hint, id="hartlijn.W001") for one in shelf.refusals()]
