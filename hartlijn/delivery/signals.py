"""What happened to messages, in the past tense, for the floors above."""

from django.dispatch import Signal

arrived = Signal()  # deliveries: list of Delivery, in the transaction in which they arrive
