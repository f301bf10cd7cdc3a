"""Let Babel find the texts in Django templates (`babel.cfg` names this module).

Django knows how to read its own templates: it rewrites them as calls of gettext, one call on a
line of its own place, which Babel's extractor for Python then reads.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, BinaryIO

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

CALL = re.compile(r"gettext\(|\b_\(")
QUOTED_OR_ODD_SPACE = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[^\S ]""")


def extract(
    file: BinaryIO,
    keywords: Mapping[str, Any],
    comment_tags: list[str],
    options: Mapping[str, Any],
) -> Iterator[Any]:
    """Yield line number, function, message(s) and comments, as Babel asks of an extractor."""
    source = file.read().decode("utf-8")
    calls = "\n".join(calls_by_line(source)).encode()
    del options  # for other extractors; a template is always UTF-8
    yield from extract_python(BytesIO(calls), keywords, comment_tags, {"encoding": "utf-8"})


def calls_by_line(source: str) -> Iterator[str]:
    """Each line of a template as the calls in it; the rest of the page is left out.

    Around the calls Django leaves filler with the page's own indentation and spaces, which are
    no Python.
    """
    for line in templatize(source).split("\n"):
        if CALL.search(line):
            yield QUOTED_OR_ODD_SPACE.sub(keep_quoted, line.strip())
        else:
            yield ""


def keep_quoted(match: re.Match[str]) -> str:
    """A text as it was; an unusual space between texts as a plain one."""
    return " " if match.group().isspace() else match.group()
