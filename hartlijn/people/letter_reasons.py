"""Why a letter may leave at any hour. Whoever carries letters lets no other through.

That something arrived is no reason here: such a letter keeps working time, and is delivery's own.
"""

from typing import Final

HEADER: Final = "Hartlijn-Reason"
"""Stands on a letter until it leaves; it is taken off then."""

ASKED: Final = "asked"
"""Somebody waits for it this minute: a link to sign in, a new password, a code."""
WARNING: Final = "warning"
"""Something changed in the account of whoever reads it."""
INVITATION: Final = "invitation"
"""The reader has no account yet, or is asked into a place; there are no working times to keep."""
REASONS: Final = frozenset({ASKED, WARNING, INVITATION})
