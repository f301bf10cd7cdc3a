"""What sending a letter can raise, and what a page says then."""

from smtplib import SMTPException
from typing import Final

from django.utils.translation import gettext_lazy as _

NO_MAIL_SERVER: Final = (OSError, SMTPException)
NO_ANSWER: Final = _("De mailserver antwoordt niet. Er is geen brief verstuurd.")
