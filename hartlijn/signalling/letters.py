"""The letter to whom must answer. It holds a link and no word of the signal."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hartlijn.people.letter_reasons import HEADER, INVITATION
from hartlijn.signalling.models import Signal


def letter(signal: Signal, token: str) -> EmailMessage:
    """As whoever opens the mailbox of that role reads it; the key works for this signal alone."""
    address = f"{settings.SITE_URL}{reverse('signalling:answer', args=[token])}"
    with translation.override(signal.language):
        text = render_to_string(
            "signalling/letters/signal.txt", {"signal": signal, "address": address}
        )
        said = {"day": date_format(signal.answer_by, _("j F Y"))}
        subject = str(_("Een signaal waarop uiterlijk op %(day)s antwoord wordt verwacht") % said)
    return EmailMessage(subject, text, to=[signal.to_address], headers={HEADER: INVITATION})
