"""Words on paper: nothing is read as markup, and no amount or telephone number is broken at the end of a line."""

from __future__ import annotations

import io

import pytest

from journal.insights.cells import Cell
from journal.reports.figure_rows import FigureGroup, FigureRow
from journal.reports.fonts import REGULAR, register_fonts
from journal.reports.pen import Pen
from journal.reports.printed import Printed, paragraph, plain, strong, style
from journal.reports.table_blocks import FigureTable
from journal.reports.tagged import TaggedCanvas
from journal.texts import english

SAID = "On the most of these days 2.5 g or 12 capsules were taken; call 116 123."


@pytest.mark.quick_every(4)
@pytest.mark.parametrize("width", range(60, 240, 3))
def test_no_line_on_paper_ends_inside_of_an_amount(width: int) -> None:
    register_fonts()
    block = paragraph(plain(SAID), style(8))
    block.wrap(width, 1_000)
    lines = [" ".join(words).replace("\N{NO-BREAK SPACE}", " ") for _, words in block.blPara.lines]
    assert all(any(each in line for line in lines) for each in ("2.5 g", "12 capsules", "116 123"))


def test_nothing_is_read_as_markup() -> None:
    assert plain("<b>2.5 g</b> & more") == "&lt;b&gt;2.5\N{NO-BREAK SPACE}g&lt;/b&gt; &amp; more"
    assert strong("<i>") == "<b>&lt;i&gt;</b>"


def test_the_unit_of_a_label_is_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    register_fonts()
    printed, pen = Printed(), Pen(TaggedCanvas(io.BytesIO(), initialFontName=REGULAR))
    cell = Cell("≥ 1444100", n="n 7 (7)")
    rows = [FigureRow(f"{name}, pieces", (cell, cell, cell), unit=", pieces") for name in ("Kind not said", "Leaf")]
    drawn: list[str] = []
    monkeypatch.setattr(Pen, "text", lambda pen, x, y, words, size, bold=False: drawn.append(words))
    FigureTable(
        [FigureGroup("", "", tuple(rows))],
        ("Last 7", "Last 28 days", "28 before", "Change"),
        322,
        11,
        printed,
        english(),
        True,
    ).draw(pen, 0, 300)
    assert "Leaf, pieces" in drawn and "Kin…, pieces" in drawn and printed.cut == ["Kind not said, pieces"]
