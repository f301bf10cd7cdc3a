"""One text in both languages."""

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True)
class Text:
    """A text in Dutch and English; ``str()`` gives the reader's own."""

    nl: str
    en: str

    def __str__(self) -> str:
        """Speak the language of the page."""
        return self.en if get_language() == "en" else self.nl
