"""Somebody's own document as a template: read with care, and refused with a sentence."""

from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from docx import Document
from docx.document import Document as WordDocument

from hartlijn.lib.papers.as_docx import filled
from hartlijn.lib.papers.paper import Paper, cleaned

LARGEST: Final = 5 * 1024 * 1024
UNPACKED: Final = 60 * 1024 * 1024
MOST_PARTS: Final = 2000


class TemplateError(ValueError):
    """Why a document cannot be a template; ``sentence`` is for who brought it."""

    def __init__(self, sentence: str | Promise) -> None:
        """Keep the sentence."""
        super().__init__(str(sentence))
        self.sentence = sentence


def in_template(data: bytes, paper: Paper) -> bytes:
    """The paper in somebody's own document, in its styles. Raises ``TemplateError``."""
    document = _opened(data)
    try:
        return filled(document, cleaned(paper))
    except Exception as error:  # whatever else is broken in somebody's document
        raise TemplateError(BROKEN) from error


BROKEN: Final = _(
    "Dit document kunnen we niet openen. Bewaar het in je tekstverwerker opnieuw als Word-document (.docx) en probeer het nog een keer."
)


def _opened(data: bytes) -> WordDocument:
    if len(data) > LARGEST:
        raise TemplateError(_("Dit document is te groot. Neem er een van hooguit 5 MB."))
    if reason := _refused(data):
        raise TemplateError(reason)
    try:
        return Document(BytesIO(data))
    except Exception as error:
        raise TemplateError(BROKEN) from error


def _refused(data: bytes) -> str | Promise | None:
    """Why this is not unpacked at all."""
    try:
        with ZipFile(BytesIO(data)) as file:
            parts = file.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return BROKEN
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > UNPACKED:
        return _("In dit document zit te veel. Neem een eenvoudiger sjabloon.")
    if any("vbaProject" in one.filename for one in parts):
        return _("In dit document zitten macro’s. Bewaar het eerst als .docx zonder macro’s.")
    return None
