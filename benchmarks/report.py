"""The report of 60 people and 300 contributions: drafted, and in every kind of file, twice.

The goal is a wall time: what a researcher waits for who asks for everything in both languages. The
floor beside it writes the same words with the same libraries and nothing else: no drafting, no
links, no styles, no tags, no steady file.
"""

import json
import os
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django

django.setup()

import typst  # noqa: E402 - after Django
from docx import Document  # noqa: E402 - after Django
from odfdo import Document as OpenDocument  # noqa: E402 - after Django
from odfdo import Paragraph  # noqa: E402 - after Django

from benchmarks._machine import told  # noqa: E402 - after Django
from benchmarks._turns import in_turn, taken  # noqa: E402 - after Django
from hartlijn.dialogues.report.as_paper import paper_of  # noqa: E402 - after Django
from hartlijn.dialogues.report.as_qda import project_of  # noqa: E402 - after Django
from hartlijn.dialogues.report.as_table import table_of  # noqa: E402 - after Django
from hartlijn.dialogues.report.draft import draft  # noqa: E402 - after Django
from hartlijn.dialogues.report.meeting import Meeting  # noqa: E402 - after Django
from hartlijn.dialogues.report.saying import LANGUAGES  # noqa: E402 - after Django
from hartlijn.dialogues.report.tests.meetings import meeting  # noqa: E402 - after Django
from hartlijn.lib.papers.kinds import KINDS  # noqa: E402 - after Django

_PEOPLE, _CONTRIBUTIONS, _ROUNDS, _GOAL = 60, 300, 5, 3.0
_MANY = 5_000


def everything(held: Meeting) -> int:
    """All kinds of file in both languages; how many bytes that is."""
    size = len(table_of(held))
    for language in LANGUAGES:
        paper = paper_of(draft(held), held, language)
        size += sum(len(kind.make(paper)) for kind in KINDS.values())
        size += len(project_of(held, language))
    return size


def bare(lines: list[str], said: list[str]) -> int:
    """The same words, once for each file, as plainly as can be."""
    size = len("\n".join(said).encode())
    for _language in LANGUAGES:
        file = BytesIO()
        document = Document()
        for line in lines:
            document.add_paragraph(line)
        document.save(file)
        size += file.tell()
        file, text = BytesIO(), OpenDocument("text")
        text.body.clear()
        for line in lines:
            text.body.append(Paragraph(line))
        text.save(file)
        size += file.tell()
        source = "\n\n".join(f"#{json.dumps(line)}" for line in lines)
        size += len(typst.compile(source.encode(), format="pdf", pdf_tags=False) or b"")
        size += len("\n\n".join(lines).encode())
        packed = BytesIO()
        with ZipFile(packed, "w") as project:
            project.writestr("project.qde", "\n".join(said))
        size += packed.tell()
    return size


def main() -> None:
    """Print one line of JSON for each part, and where it was measured."""
    held = meeting(_PEOPLE, _CONTRIBUTIONS)
    paper = paper_of(draft(held), held, "nl")
    lines = [line for line in KINDS["md"].make(paper).decode().splitlines() if line]
    said = [one.text for one in held.contributions]
    print(told(f"typst {typst.__version__}"))

    whole = in_turn(lambda: everything(held), lambda: bare(lines, said), _ROUNDS, warm=1)
    _cpu, wall = taken(lambda: everything(replace(held)))
    part = "report of 60 people and 300 contributions, every file in two languages"
    line = {"part": part, "goal": f"{_GOAL:.0f} s", "wall_s": round(wall / 1000, 2), **whole}
    print(json.dumps(line))

    for name, size in (("300", _CONTRIBUTIONS), ("5,000", _MANY)):
        many = meeting(_PEOPLE, size)
        cpu, wall = taken(lambda many=many: draft(many))  # type: ignore[misc] # bound at once
        print(json.dumps({"part": f"drafting {name} contributions", "cpu_ms": round(cpu, 1), "wall_ms": round(wall, 1)}))  # fmt: skip


if __name__ == "__main__":
    main()
