"""Letters to people without an account: take part in writing, and read the draft along."""

from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hartlijn.dialogues.models import Dialogue
from hartlijn.people.letter_reasons import HEADER, INVITATION


def invitation(dialogue: Dialogue, email: str, token: str, *, again: bool) -> EmailMessage:
    """A link that opens one place."""
    where = reverse("dialogues:invited", args=[token])
    return _letter(dialogue, email, where, "dialogues/letters/invited.txt", again=again)


def draft(dialogue: Dialogue, email: str, token: str) -> EmailMessage:
    """The link with which everybody who was there reads along."""
    where = reverse("dialogues:draft_read", args=[token])
    return _letter(dialogue, email, where, "dialogues/letters/draft.txt", again=False)


def _letter(
    dialogue: Dialogue, email: str, where: str, template: str, *, again: bool
) -> EmailMessage:
    with translation.override(dialogue.language):
        said = {
            "dialogue": dialogue,
            "address": f"{settings.SITE_URL}{where}",
            "until": day_in_words(dialogue.open_until or dialogue.check_until),
            "again": again,
        }
        if dialogue.check_until:
            said["until"] = day_in_words(dialogue.check_until)
            subject = _("Het concept van een dialoog om mee te lezen")
        else:
            subject = _("Uitnodiging voor een dialoog op schrift")
        text = render_to_string(template, said)
    return EmailMessage(str(subject), text, to=[email], headers={HEADER: INVITATION})


def day_in_words(day: date | None) -> str:
    """In the language that is on."""
    return date_format(day, _("j F Y")) if day else ""
