"""The pages' font: registered once, and what it lacks never reaches ReportLab, which would drop it."""

from __future__ import annotations

import io
import re

import pytest
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from journal.charts.glyphs import shown_characters
from journal.reports.fonts import BOLD, REGULAR, missing_characters, printable, register_fonts
from journal.reports.tagged import TaggedCanvas
from tests.charts.days import ODD_NAMES


@pytest.mark.parametrize("font", [REGULAR, BOLD])
@pytest.mark.parametrize("text", ODD_NAMES.values(), ids=ODD_NAMES)
def test_nothing_is_missing_after_the_replacement(text: str, font: str) -> None:
    assert not missing_characters(printable(text)[0].replace("\n", ""), font)


def test_what_would_be_dropped_is_seen() -> None:
    assert missing_characters("a腰b") == {"腰"}


def test_both_libraries_agree_on_what_the_font_has() -> None:
    register_fonts()
    for name in (REGULAR, BOLD):
        assert {ord(each) for each in shown_characters()} <= pdfmetrics.getFont(name).face.charToGlyph.keys()


def test_registering_twice_is_once() -> None:
    register_fonts()
    first = pdfmetrics.getFont(REGULAR)
    register_fonts()
    assert pdfmetrics.getFont(REGULAR) is first


@pytest.mark.parametrize("words", ["", " ", "2.5 g (half) \\ 100 %", "~!@{}", "tab\there", "\x7f", "line\nend"])
def test_plain_letters_lie_where_reportlab_puts_them_and_are_escaped_as_it_does(words: str) -> None:
    register_fonts()
    font, canvas = pdfmetrics.getFont(REGULAR), TaggedCanvas(io.BytesIO())
    for _ in range(2):  # the first line of a document makes its part of the font
        own = font.splitString(words, canvas._doc)
        assert own == TTFont.splitString(font, words, canvas._doc)
    for _, codes in own:
        assert canvas._escape(codes) == Canvas._escape(canvas, codes)


def test_no_code_of_an_embedded_font_stands_for_the_letter_0() -> None:
    """ReportLab says so of all codes that no text uses, and checkers of tagged files refuse it."""
    register_fonts()
    out = io.BytesIO()
    canvas = Canvas(out, initialFontName=REGULAR)
    canvas.setFont(REGULAR, 9)
    canvas.drawString(50, 700, "Aa ≥ 5")
    canvas.save()
    fonts = PdfReader(io.BytesIO(out.getvalue())).pages[0]["/Resources"]["/Font"].values()  # type: ignore[index]
    tables = [font["/ToUnicode"].get_data().decode() for font in fonts]
    assert tables and all("> <0000>" not in table for table in tables)
    for table in tables:
        count = int(re.search(r"(\d+) beginbfchar", table)[1])  # type: ignore[index]
        assert table.count("> <") - 1 == count  # the first is the range of codes
