"""The address by which people come in: as text, and as a code for a camera."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from hartlijn.dialogues.models import Dialogue
from hartlijn.lib.qr import Qr, qr


def door(request: HttpRequest, dialogue: Dialogue) -> dict[str, str | Qr | None]:
    """For a page; the code for a camera holds the two words too, while there are some."""
    address = request.build_absolute_uri(reverse("dialogues:join"))
    words = f"?{urlencode({'code': dialogue.code})}" if dialogue.code else ""
    return {
        "address": address.split("//", 1)[-1],
        "qr": qr(address + words) if words else None,
    }
