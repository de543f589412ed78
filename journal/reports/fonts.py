"""The font of the pages: DejaVu Sans, embedded, and what it cannot show replaced visibly before it gets there."""

from __future__ import annotations

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from journal.charts.glyphs import UNKNOWN, font_file, printable

__all__ = ["BOLD", "REGULAR", "UNKNOWN", "missing_characters", "printable", "register_fonts"]

REGULAR, BOLD = "DejaVuSans", "DejaVuSans-Bold"


def register_fonts() -> None:
    """Make both weights known to ReportLab, also as the family that ``<b>`` in paragraphs needs; once is enough."""
    for name, bold in ((REGULAR, False), (BOLD, True)):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(font_file(bold))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)


def missing_characters(text: str, name: str = REGULAR) -> set[str]:
    """Characters that ReportLab would drop without a word."""
    register_fonts()
    return {each for each in text if ord(each) not in pdfmetrics.getFont(name).face.charToGlyph}
