"""A button was pressed: say that it is done, or why not, on the page that follows."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest

from hartlijn.lib.verdict import Refused


@contextmanager
def pressed(request: HttpRequest, done: str = "") -> Iterator[None]:
    """Say ``done`` after what happens inside; of a refusal its reason, and the page goes on."""
    try:
        yield
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        if done:
            messages.success(request, done)
