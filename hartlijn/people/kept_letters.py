"""Letters in the data folder, where they are kept while there is no mail server."""

from datetime import timedelta
from pathlib import Path
from typing import Final

from django.conf import settings
from django.utils import timezone

STAY: Final = timedelta(days=30)
"""As long as an invitation is kept after its time; no link in a letter works longer."""


def forget_old_letters() -> int:
    """Remove letters of more than a month ago, with the addresses and links in them."""
    before = (timezone.now() - STAY).timestamp()
    old = [
        file
        for file in Path(settings.EMAIL_FILE_PATH).glob("*.log")
        if file.stat().st_mtime < before
    ]
    for file in old:
        file.unlink(missing_ok=True)
    return len(old)
