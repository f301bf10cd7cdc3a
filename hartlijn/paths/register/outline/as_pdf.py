"""The outline on paper, in the letter of the house, with its headings as a list beside it."""

from pathlib import Path
from typing import Final

from django.contrib.staticfiles import finders
from fpdf import FPDF
from fpdf.enums import XPos, YPos

from hartlijn.paths.register.outline.kinds import ROOM
from hartlijn.paths.register.outline.words import Outline, Section

HOUSE, MORE = "house", "more"
"""Our letter, and the same for names and words from further away."""
SETS: Final = {HOUSE: "latin", MORE: "latin-ext"}
WEIGHTS: Final = {"": 400, "B": 700}
SIZES: Final = {1: 20, 2: 15, 3: 11}
TEXT, LINE, GAP, BULLET = 11, 6, 3, 5
WRITING: Final = ROOM * LINE * 1.5
GREY: Final = 160


def made(outline: Outline) -> bytes:
    """The file."""
    paper = Paper(outline)
    paper.heading(1, outline.title)
    for words in outline.before:
        paper.words(words)
    for section in outline.sections:
        _section(paper, outline, section)
    return bytes(paper.output())


def _section(paper: "Paper", outline: Outline, section: Section) -> None:
    paper.heading(2, section.heading, below=8 * LINE)
    if section.about:
        paper.words(section.about)
    paper.heading(3, outline.steps_heading)
    for step in section.steps:
        paper.bullet(step)
    if not section.steps:
        paper.words(section.no_steps)
    paper.heading(3, section.asks, below=WRITING)
    paper.room()


class Paper(FPDF):
    """A4 with our letter, and lines to write on."""

    def __init__(self, outline: Outline) -> None:
        """Empty, with its title and language."""
        super().__init__(format="A4")
        self.set_margin(22)
        self.c_margin = 0
        self.set_lang(outline.locale)
        self.set_title(outline.title)
        for family, letters in SETS.items():
            for style, weight in WEIGHTS.items():
                self.add_font(family, style, _face(letters, weight))
        self.set_fallback_fonts([MORE])
        self.add_page()

    def heading(self, level: int, words: str, *, below: float = 3 * LINE) -> None:
        """A heading that also stands in the list beside the pages, with room ``below`` it."""
        size = SIZES[level]
        if self.will_page_break(size + below):
            self.add_page()
        self.ln(GAP)
        self.start_section(words, level=level - 1)
        self.set_font(HOUSE, "B", size)
        self._line(words, size * 0.5)

    def words(self, words: str) -> None:
        """A paragraph."""
        self.set_font(HOUSE, "", TEXT)
        self._line(words, LINE)
        self.ln(GAP / 2)

    def bullet(self, words: str) -> None:
        """One of a list, its lines under each other."""
        self.set_font(HOUSE, "", TEXT)
        if self.will_page_break(LINE):
            self.add_page()
        self.cell(BULLET, LINE, "•")
        self.multi_cell(0, LINE, words, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def room(self) -> None:
        """Lines to write on, together on one page."""
        self.set_draw_color(GREY)
        for _number in range(ROOM):
            self.ln(WRITING / ROOM)
            self.line(self.l_margin, self.get_y(), self.w - self.r_margin, self.get_y())
        self.ln(GAP)

    def _line(self, words: str, high: float) -> None:
        self.multi_cell(0, high, words, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _face(letters: str, weight: int) -> Path:
    """A face as `setup.build` laid it beside the pages."""
    name = f"ui/dist/fonts/atkinson-hyperlegible-next-{letters}-{weight}-normal.woff2"
    found = finders.find(name)
    if not found:
        raise FileNotFoundError(f"{name} is not there. Run `make build`.")
    return Path(found)
