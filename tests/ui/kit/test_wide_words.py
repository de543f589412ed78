"""Words that are wider than their place: they break, and every letter of them is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.kit.buttons import chip
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.theme import theme
from journal.ui.kit.words import Line, Paragraph, breakable, letters
from tests.ui.fits import cut, shown
from tests.ui.fonts import both_fonts

LONG = "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmm"


def lines_of_ink(widget: QWidget, edge: int = 0) -> list[int]:
    """The widths of the painted lines of words within an edge, in pixels, from top to bottom."""
    picture = QImage(widget.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    widget.render(picture)
    found, before = list[int](), 0
    for y in range(edge, picture.height() - edge):
        now = _ink(picture, y, edge)
        if now:
            found = [*found[:-1], max(found[-1], now)] if before else [*found, now]
        before = now
    return found


def _ink(picture: QImage, y: int, edge: int) -> int:
    dark = [x for x in range(edge, picture.width() - edge) if picture.pixelColor(x, y).lightness() < 110]
    return max(dark) - min(dark) + 1 if dark else 0


@both_fonts
@pytest.mark.parametrize("made", [Paragraph, Line])
def test_a_word_that_is_too_wide_breaks_and_all_of_it_is_painted(qtbot: QtBot, made: type[QLabel]) -> None:
    label = made(LONG)
    shown(qtbot, label, 120, 300)
    widths = lines_of_ink(label)
    written = QFontMetrics(label.font()).horizontalAdvance(LONG)
    assert len(widths) >= 3 and max(widths) <= 120
    assert sum(widths) == pytest.approx(written, rel=0.1)
    assert label.heightForWidth(120) >= len(widths) * label.fontMetrics().height()
    assert label.text() == LONG and cut(label) == []


@pytest.mark.parametrize("made", [Paragraph, Line])
def test_its_height_is_that_of_its_text_font_and_edges_as_they_are_now(qtbot: QtBot, made: type[QLabel]) -> None:
    label = made("some words that take several lines here")
    shown(qtbot, label, 120, 300)

    def changed() -> bool:
        before, now = heights[-1], label.heightForWidth(120)
        alike = made(label.text())
        alike.setFont(label.font())
        alike.setContentsMargins(label.contentsMargins())
        alike.setWordWrap(label.wordWrap())
        qtbot.addWidget(alike)
        heights.append(now)
        return now != before and now == alike.heightForWidth(120)

    heights = [label.heightForWidth(120)]
    label.setText("words")
    assert changed()
    label.setText(f"{LONG} {LONG}")
    assert changed()
    label.setContentsMargins(9, 9, 9, 9)
    assert changed()
    label.setFont(theme().font(22))
    assert changed()
    label.setText("some words that take several lines here")
    assert changed()
    label.setWordWrap(False)
    assert changed()


def test_it_has_the_colour_of_its_role(qtbot: QtBot) -> None:
    label = Paragraph(LONG)
    label.setProperty("role", "caution")
    shown(qtbot, label, 120, 300)
    picture = label.grab().toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert theme().color("caution").rgb() in colours


def test_what_fits_is_left_as_it_is(qtbot: QtBot) -> None:
    label = Paragraph(f"ab {LONG}")
    shown(qtbot, label, 900, 100)
    assert label.broken() == label.text()
    assert breakable(f"ab {LONG}", label.fontMetrics(), 100) == "ab" + "\u200b".join(f" {LONG}")


def test_a_mark_stays_with_its_letter() -> None:
    assert list(letters("e\u0301a\N{ZERO WIDTH JOINER}b\ufe0fc")) == ["e\u0301", "a\N{ZERO WIDTH JOINER}b\ufe0f", "c"]


@both_fonts
def test_a_button_of_one_long_word_fits_into_a_narrow_place(qtbot: QtBot) -> None:
    pressed = chip(LONG * 2)
    holder = flowing(pressed)
    shown(qtbot, holder, 260, 400)
    lines = pressed.lines(pressed.width())
    assert pressed.width() <= 260 and len(lines) > 2 and "".join(lines) == LONG * 2
    _above, *painted, _below = lines_of_ink(pressed, edge=3)  # its edge is painted above and below the words
    assert cut(holder) == [] and len(painted) == len(lines)
