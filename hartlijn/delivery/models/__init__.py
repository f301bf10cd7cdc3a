"""Tables of delivery: what is on its way to whom."""

from hartlijn.delivery.models.delivery import Delivery

__all__ = ["Delivery"]
