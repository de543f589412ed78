"""What the pages are drawn with: black words, rules, boxes to tick and lines to write on, in points from the left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import Any, Protocol

from reportlab.pdfbase.pdfmetrics import stringWidth

from journal.insights.wording import Sentence
from journal.reports.fonts import BOLD, REGULAR
from journal.reports.printed import INK, paragraph, plain, strong, style
from journal.reports.right_to_left import needs_care
from journal.reports.tagged import HeadOf, Role, TaggedCanvas

HEADING, LINE, TABLE, SMALL = 9.4, 8.6, 7.8, 7.5  # sizes of type; nothing is smaller than the last
RULE, FRAME = 0.6, 1.2  # a fax at 200 dots an inch keeps what is wider than a dot and a half
TICK = 7.0  # the side of a box


@lru_cache(maxsize=4096)  # a limit, because names come from journals
def width_of(words: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is."""
    return float(stringWidth(words, BOLD if bold else REGULAR, size))


def markup_of(sentences: Sequence[Sentence]) -> str:
    """Sentences behind each other, their beginnings in bold."""
    parts = [
        part
        for sentence in sentences
        for part in (sentence.lead and strong(sentence.lead), sentence.text and plain(sentence.text))
    ]
    return " ".join(filter(None, parts))


class Block(Protocol):
    """A part of a page that knows its height before it is drawn."""

    height: float

    def draw(self, pen: Pen, left: float, top: float) -> None:
        """From its top down."""


# From here, down from there: lines below each other from their left ends, so far apart, read as one.
Lines = Callable[[float, float, Sequence[str], float], None]


class Pen:
    """Draws on a canvas: words are read to who hears the page, lines and boxes are not."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self.canvas = canvas
        self.part, self.figure = canvas.part, canvas.figure

    def text(self, x: float, y: float, words: str, size: float, bold: bool = False) -> None:
        """One line from its left end."""
        self._write(self.canvas.drawString, x, y, words, size, bold)

    def right(self, x: float, y: float, words: str, size: float, bold: bool = False) -> None:
        """One line to its right end."""
        self._write(self.canvas.drawRightString, x, y, words, size, bold)

    @contextmanager
    def one_text(self, size: float) -> Iterator[Lines]:
        """Many lines as one text of the page, in which no rule can be drawn: far less work than a text for each."""
        with self.canvas.one_text(REGULAR, size, INK) as text:
            yield partial(self._put, text)

    def _put(self, text: Any, x: float, y: float, lines: Sequence[str], leading: float) -> None:
        words = " ".join(lines)
        if not words:
            return
        with self.canvas.drawn(words if len(lines) > 1 or needs_care(words) else ""):
            for number, line in enumerate(lines):
                self.canvas.begin_words(x, y - number * leading)
                text._textOut(line)  # without asking where the line ends, as the next one says where it begins

    def rules(self, left: float, right: float, heights: Iterable[float], width: float) -> None:
        """Lines across, below each other."""
        with self.canvas.decoration():
            self.canvas.setStrokeColor(INK)
            self.canvas.setLineWidth(width)
            self.canvas.lines([(left, y, right, y) for y in heights])

    def corner(self) -> None:
        """The empty cell above the heads of a table's rows."""
        with self.part(Role.HEAD, HeadOf.COLUMN):
            pass

    def _write(self, draw: Callable[..., Any], x: float, y: float, words: str, size: float, bold: bool) -> None:
        with self.canvas.drawn(words if needs_care(words) else ""):
            self.canvas.setFont(BOLD if bold else REGULAR, size)
            self.canvas.setFillColor(INK)
            draw(x, y, words)

    def rule(self, left: float, y: float, right: float, width: float = RULE) -> None:
        """A line across, also one to write on."""
        with self.canvas.decoration():
            self.canvas.setStrokeColor(INK)
            self.canvas.setLineWidth(width)
            self.canvas.line(left, y, right, y)

    def frame(self, left: float, bottom: float, width: float, height: float) -> None:
        """A thick frame."""
        self._box(left, bottom, width, height, FRAME)

    def tick_box(self, x: float, y: float) -> None:
        """A box to tick whose foot stands on a line of text."""
        self._box(x, y - 0.8, TICK, TICK, 0.8)

    def _box(self, left: float, bottom: float, width: float, height: float, line: float) -> None:
        with self.canvas.decoration():
            self.canvas.setStrokeColor(INK)
            self.canvas.setLineWidth(line)
            self.canvas.rect(left, bottom, width, height, stroke=1, fill=0)

    def heading(self, left: float, top: float, width: float, title: str, note: str = "") -> float:
        """A heading with its quiet note and a rule below; where what follows begins."""
        y = top - HEADING
        with self.part(Role.HEADING):
            self.text(left, y, title, HEADING, bold=True)
        if note:
            self.text(left + width_of(title, HEADING, bold=True) + 6, y, note, SMALL)
        self.rule(left, y - 3.2, left + width)
        return y - 3.2

    def block(self, block: Any, left: float, top: float, width: float) -> float:
        """A paragraph; where it ends."""
        _, height = block.wrap(width, 2000)
        self.wrapped(block, left, top - height)
        return top - float(height)

    def wrapped(self, block: Any, left: float, bottom: float) -> None:
        """A paragraph that was broken into lines before."""
        with self.canvas.drawn(block.getPlainText()):
            block.drawOn(self.canvas, left, bottom)


HEADING_HEIGHT = HEADING + 3.2


def set_in(sentences: Sequence[Sentence], size: float, leading: float = 1.24) -> Any:
    """A paragraph of sentences."""
    return paragraph(markup_of(sentences), style(size, leading=leading))


def height_of(block: Any, width: float) -> float:
    """How high a paragraph is at this width."""
    return float(block.wrap(width, 2000)[1])
