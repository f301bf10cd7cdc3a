"""What people do with signals. ``send_from`` is for the floors above: a dialogue that sends one."""

from hartlijn.signalling.actions.sending import send_from

__all__ = ["send_from"]
