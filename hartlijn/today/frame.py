"""What stands around every page: the wings with the rooms that exist for this person."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context for the base template."""
    del request
    return {"demo": settings.DEMO, "wings": []}
