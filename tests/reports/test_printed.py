"""Words on paper: nothing is read as markup, and no amount or telephone number is broken at the end of a line."""

from __future__ import annotations

import pytest

from journal.reports.fonts import register_fonts
from journal.reports.printed import paragraph, plain, strong, style

SAID = "On the most of these days 2.5 g or 12 capsules were taken; call 116 123."


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
