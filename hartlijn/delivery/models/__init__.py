"""Tables of delivery: what is on its way to whom, and by which ways."""

from hartlijn.delivery.models.attempt import Attempt
from hartlijn.delivery.models.delivery import Delivery
from hartlijn.delivery.models.ways import CalendarAddress, MailWay, PushDevice

__all__ = ["Attempt", "CalendarAddress", "Delivery", "MailWay", "PushDevice"]
