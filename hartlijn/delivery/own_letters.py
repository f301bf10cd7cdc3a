"""The letter of delivery itself: that something is there, and nothing more. It kept working time.

Only delivery may make one: `mail_exit` knows it by its class, and no header stands for it.
"""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from hartlijn.delivery.models import Attempt, MailWay


class OwnLetter(EmailMessage):
    """Made for an attempt that is planned within working time and marked."""


def letter_for(attempt: Attempt) -> OwnLetter | None:
    """The letter, in the language of its reader; None for who wants none any more."""
    wanted = MailWay.objects.filter(person=attempt.receiver, address__verified=True)
    way = wanted.select_related("address", "person").first()
    if way is None or not way.person.is_active:
        return None
    with translation.override(way.person.language):
        subject = _("Er staat iets voor je klaar")
        text = render_to_string("delivery/letter.txt", {"site": settings.SITE_URL})
    headers = {"Auto-Submitted": "auto-generated"}
    return OwnLetter(subject, text, to=[way.address.email], headers=headers)
