"""The letter that warns somebody: their trusted contact was asked to open their line."""

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core import mail
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from hartlijn.people.letter_reasons import HEADER, WARNING
from hartlijn.people.models import Person


def warn_by_mail(person_id: str) -> None:
    """One letter to each address that is proved to be theirs, apart: none sees another."""
    person = Person.objects.filter(pk=person_id).first()
    if person is None:  # left for good meanwhile
        return
    letters = [_letter(person, address) for address in _addresses(person)]
    mail.get_connection().send_messages(letters)


def _addresses(person: Person) -> list[str]:
    proved = EmailAddress.objects.filter(user=person, verified=True).values_list("email", flat=True)
    return sorted({person.email, *proved} - {""})


def _letter(person: Person, address: str) -> EmailMessage:
    """Neutral: who reads along in a mailbox learns no name and not what is asked."""
    with translation.override(person.language):
        link = f"{settings.SITE_URL}{reverse('vault:stop')}"
        text = render_to_string("vault/letters/warning.txt", {"link": link})
        subject = _("Kijk even: er wordt iets met je account gedaan")
    return EmailMessage(subject, text, to=[address], headers={HEADER: WARNING})
