"""What the vault tells the floors above."""

from django.dispatch import Signal

started_over = Signal()
"""The keys of ``person`` are lost: what was sealed to them stays closed. Sent in the transaction."""
