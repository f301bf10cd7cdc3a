"""Take a shipped template over, or read one in from a file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.library import made, plain
from hartlijn.library.schema import key_problem
from hartlijn.paths.telling.readable import KINDS, rows


class FileForm(forms.Form):
    """A template as a TOML file, as ``content/paths`` has them."""

    file = forms.FileField(
        label=_("Het bestand"), help_text=_("Een bestand dat op .toml eindigt, hooguit 256 kB.")
    )

    def clean_file(self) -> dict[str, Any]:
        """What is in it, or everything that is wrong with it."""
        upload = self.cleaned_data["file"]
        if upload.size > plain.LARGEST:
            raise ValidationError(_("Dit bestand is groter dan 256 kB. Maak het kleiner."))
        try:
            body = plain.parse(plain.decode(upload.read()))
            made.read("path", body)
        except plain.BrokenError as error:
            said = format_lazy(_("Regel {line}: {why}"), line=error.line, why=error.sentence)
            raise ValidationError(str(said)) from error
        except made.WrongError as error:
            raise ValidationError([str(one.sentence) for one in error.problems]) from error
        for kind in KINDS:
            for part in rows(body, kind):
                if wrong := key_problem(part["key"], (kind,)):
                    raise ValidationError(str(wrong.sentence))
        return body
