"""The pages' font: registered once, and what it lacks never reaches ReportLab, which would drop it."""

from __future__ import annotations

import pytest
from reportlab.pdfbase import pdfmetrics

from journal.charts.glyphs import shown_characters
from journal.reports.fonts import BOLD, REGULAR, missing_characters, printable, register_fonts
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
