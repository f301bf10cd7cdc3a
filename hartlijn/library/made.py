"""Words that people make in the product instead of in a file: checked by the same schema."""

from collections.abc import Mapping
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.library import plain, shelf
from hartlijn.library.canonical import digest
from hartlijn.library.kinds import kinds
from hartlijn.library.models import Version
from hartlijn.library.problems import Problem, shown
from hartlijn.library.schema import Reader


class WrongError(ValueError):
    """It cannot be used yet; carries every problem, each with the way to it."""

    def __init__(self, problems: list[Problem]) -> None:
        """Keep what is wrong."""
        super().__init__("; ".join(str(one.sentence) for one in problems))
        self.problems = problems


def read(kind: str, body: Mapping[str, Any]) -> Any:
    """What ``body`` holds, as its kind's schema. Raises ``WrongError``."""
    return _read(kind, body)[0]


def keep(kind: str, key: str, body: Mapping[str, Any]) -> Version:
    """Keep a version for good; the same words are the same version. Raises ``WrongError``."""
    _content, tidy = _read(kind, body)
    hash_ = digest(kind, key, tidy)
    said = {"kind": kind, "key": key, "body": tidy}
    version, _new = Version.objects.get_or_create(hash=hash_, defaults=said)
    return version


def _read(kind: str, body: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
    wrong: list[Problem] = []
    tidy = plain.tidy(dict(body), (), wrong)
    if wrong:
        raise WrongError(wrong)
    reader = Reader()
    content = reader.read(kinds()[kind].schema, tidy)
    lost = [one for one in reader.references if not _is_there(one.kind, one.key)]
    sentence = _("Er is geen {kind} met de naam “{key}”. Kies een andere, of voeg die toe.")
    problems = reader.problems + [
        Problem(one.path, format_lazy(sentence, kind=one.kind, key=shown(one.key))) for one in lost
    ]
    if problems:
        raise WrongError(problems)
    return content, tidy


def _is_there(kind: str, key: str) -> bool:
    try:
        shelf.get(kind, key)
    except shelf.UnknownError:
        return False
    return True
