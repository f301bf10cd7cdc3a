"""Ids that come back in a form."""

from uuid import UUID

from django.http import Http404


def id_in(said: str | None) -> UUID:
    """The id that a form gave; what is none belongs to nothing that exists."""
    try:
        return UUID(said or "")
    except ValueError:
        raise Http404 from None
