"""Contributions with their codes as a table (CSV), in which nothing runs as a formula."""

import csv
import re
from io import StringIO
from typing import Final

from hartlijn.dialogues.report.groups import large, named
from hartlijn.dialogues.report.meeting import Contribution, Meeting
from hartlijn.dialogues.report.saying import tidy

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "|")
INSIDE: Final = re.compile(r"([,;\t]\s*)(?=[=+\-@])")
"""Where a reader that splits at another sign would begin a cell."""
HEADER: Final = (
    "number",
    "kind",
    "finding",
    "mark",
    "perspective",
    "theme",
    "weight",
    "may_quote",
    "language",
    "text",
    "translation",
    "retold_nl",
    "retold_en",
)


def table_of(meeting: Meeting) -> bytes:
    """The file, as a Dutch spreadsheet opens it. A perspective only where it points at nobody."""
    page = StringIO()
    writer = csv.writer(page, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    known = large(meeting)
    for one in meeting.contributions:
        theme = meeting.theme(one.theme)
        writer.writerow(
            [
                one.number,
                one.kind,
                one.finding or "",
                one.mark or "",
                named(one, known) or "",
                *map(plain, (theme.name.nl or theme.name.en if theme else "",)),
                one.weight,
                "yes" if one.may_quote else "no",
                one.language,
                *map(plain, _texts(one)),
            ]
        )
    return page.getvalue().encode("utf-8-sig")


def _texts(one: Contribution) -> tuple[str, str, str, str]:
    return (one.text, one.translation, one.retold.nl, one.retold.en)


def plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    text = INSIDE.sub(r"\1'", tidy(text))
    return f"'{text}" if text.startswith(FORMULAS) else text
