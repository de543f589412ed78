"""The font of the pages: DejaVu Sans, embedded, and what it cannot show replaced visibly before it gets there."""

from __future__ import annotations

from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from journal.charts.glyphs import UNKNOWN, font_file, printable

__all__ = ["BOLD", "REGULAR", "UNKNOWN", "missing_characters", "printable", "register_fonts"]

REGULAR, BOLD = "DejaVuSans", "DejaVuSans-Bold"


class _Measured(TTFont):  # type: ignore[misc]  # ReportLab knows no types
    """A font that remembers how wide words are: a page measures the same ones again and again."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._units = lru_cache(maxsize=8192)(self._measured)  # a limit, because words come from journals

    def stringWidth(self, text: str | bytes, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """In points."""
        words = text if isinstance(text, str) else text.decode(encoding)
        return 0.001 * size * self._units(words)

    def _measured(self, words: str) -> float:
        """In thousandths of the size."""
        widths, other = self.face.charWidths, self.face.defaultWidth
        wide: float = sum(widths.get(ord(letter), other) for letter in words)
        return wide


def register_fonts() -> None:
    """Make both weights known to ReportLab, also as the family that ``<b>`` in paragraphs needs; once is enough."""
    for name, bold in ((REGULAR, False), (BOLD, True)):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(_Measured(name, str(font_file(bold))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


def missing_characters(text: str, name: str = REGULAR) -> set[str]:
    """Characters that ReportLab would drop without a word."""
    register_fonts()
    return {letter for letter in text if ord(letter) not in pdfmetrics.getFont(name).face.charToGlyph}
