"""What ended, in the past tense, for the floors above. Sent inside the transaction that ends it."""

from django.dispatch import Signal

grants_ended = Signal()  # envelopes: list of the ids that nobody may fetch by a grant any more
