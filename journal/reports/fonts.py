"""The font of the pages: DejaVu Sans, embedded; letters that it lacks come from other fonts or are replaced before."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from journal.charts.glyphs import UNKNOWN, font_file, printable
from journal.reports.other_fonts import OtherFonts
from journal.reports.right_to_left import joined, needs_care, visual, without_marks

__all__ = [
    "BOLD",
    "REGULAR",
    "UNKNOWN",
    "as_written",
    "missing_characters",
    "other_fonts",
    "printable",
    "register_fonts",
]

REGULAR, BOLD = "DejaVuSans", "DejaVuSans-Bold"
_NO_LETTER = re.compile(r"<[0-9A-F]{2}> <0000>\n")


class PageFont(TTFont):  # type: ignore[misc]  # ReportLab knows no types
    """A font that takes the letters it lacks from others, so that lines, paragraphs and charts need not know of them.

    It remembers how wide words are: a page measures the same ones again and again.
    """

    def __init__(self, name: str, file: str, others: OtherFonts) -> None:
        super().__init__(name, file)
        self._own = self.face.charToGlyph
        self.take_from(others)

    def take_from(self, others: OtherFonts) -> None:
        """Where letters come from that this font lacks."""
        self.others = others
        self._units = lru_cache(maxsize=8192)(self._measured)  # a limit, because words come from journals

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """In points."""
        words = text if isinstance(text, str) else text.decode(encoding)
        return 0.001 * size * self._units(words)

    def _measured(self, words: str) -> float:
        """In thousandths of the size."""
        words = joined(without_marks(words)) if needs_care(words) else words
        words = words if words.isascii() else self.others.shaped(words)
        widths = self.face.charWidths
        return float(sum(widths[code] if (code := ord(letter)) in widths else self._other(letter) for letter in words))

    def _other(self, letter: str) -> float:
        return float(self.font_of(letter).face.getCharWidth(ord(letter)))

    def font_of(self, letter: str) -> TTFont:
        """The one that a letter is drawn with; this one too where no font has it."""
        return self if ord(letter) in self._own else self.others.drawn_with(letter) or self

    def splitString(self, text: str | bytes, doc: Any, encoding: str = "utf-8") -> list[tuple[Any, bytes]]:  # noqa: N802
        """ReportLab's way to ask, of each line it draws, in which embedded part each letter lies.

        A part is a number, or another font and a number. Here a line gets the order of its places.
        """
        words = text if isinstance(text, str) else text.decode(encoding)
        if words.isascii():  # nearly all: the way of every line
            if words and words.isprintable() and doc in self.state:
                return [(0, words.encode("ascii"))]  # where ReportLab puts each of them, letter by letter
            return list(super().splitString(words, doc))
        words = self.others.shaped(visual(words) if needs_care(words) else words)
        parts: list[tuple[Any, bytes]] = []
        for font, letters in groupby(words, self.font_of):
            if font is self:
                parts += super().splitString("".join(letters), doc)
            else:
                parts += [((font, part), codes) for part, codes in font.splitString("".join(letters), doc)]
        return parts

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """As ReportLab embeds it, but for codes that no text uses: it says that they are the letter U+0000, which
        checkers of tagged files refuse."""
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                stream.content = _without_no_letter(stream.content)

    def getSubsetInternalName(self, subset: Any, doc: Any) -> str:  # noqa: N802
        """What the page calls an embedded part."""
        font, part = subset if isinstance(subset, tuple) else (super(), subset)
        return str(font.getSubsetInternalName(part, doc))


def _without_no_letter(letters_of_codes: str) -> str:
    """The table of letters without the codes that stand for none."""
    kept, unused = _NO_LETTER.subn("", letters_of_codes)
    return re.sub(r"(\d+) beginbfchar", lambda found: f"{int(found[1]) - unused} beginbfchar", kept)


def register_fonts() -> None:
    """Make both weights known to ReportLab, also as the family that ``<b>`` in paragraphs needs; once is enough."""
    if not {REGULAR, BOLD} <= set(pdfmetrics.getRegisteredFontNames()):
        others = OtherFonts()
        for name, bold in ((REGULAR, False), (BOLD, True)):
            pdfmetrics.registerFont(PageFont(name, str(font_file(bold)), others))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


def other_fonts() -> OtherFonts:
    """Where both weights take the letters from that they lack."""
    register_fonts()
    others: OtherFonts = pdfmetrics.getFont(REGULAR).others
    return others


def as_written(text: str) -> str:
    """The text of a line as it is copied and read aloud."""
    return text if text.isascii() else other_fonts().written(without_marks(text))


def missing_characters(text: str, name: str = REGULAR) -> set[str]:
    """Characters that ReportLab would drop without a word."""
    register_fonts()
    font = pdfmetrics.getFont(name)
    return {letter for letter in without_marks(text) if ord(letter) not in font.font_of(letter).face.charToGlyph}
