"""What was given and what ended, in the past tense, for the floors above.

Sent inside the transaction in which it happens.
"""

from django.dispatch import Signal

granted = Signal()  # grants: list of Grant, each held until its reader can be reached, all of one
# owner; cannot_wait: the envelopes among them that reach whoever is on duty at any hour
given_anew = Signal()  # former, envelope: the ids before and after; reader: the id of its reader.
# Sent before the grant itself is held, so that whoever listens holds its own rows first.
grants_ended = Signal()  # envelopes: list of the ids that nobody may fetch by a grant any more
