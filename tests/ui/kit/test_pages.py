"""What fills a page and scrolls keeps the keyboard in sight, and leaves who looks elsewhere where they are."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.kit.pages import Sheet
from journal.ui.kit.scroll_area import scrolling
from tests.ui.fits import settle


def tall(inside: QWidget) -> list[QPushButton]:
    column = QVBoxLayout(inside)
    rows = [QPushButton(f"row {number}") for number in range(40)]
    for row in rows:
        row.setMinimumHeight(40)
        column.addWidget(row)
    return rows


@pytest.mark.parametrize("looks_elsewhere", [False, True])
@pytest.mark.parametrize("height", [300, 500])
@pytest.mark.parametrize("nested", [False, True])
def test_another_height_leaves_who_scrolled_away_from_the_keyboard_there(
    qtbot: QtBot, looks_elsewhere: bool, height: int, nested: bool
) -> None:
    """As when a line comes or goes below it: the page jumped back to the card that was answered last."""
    inside = QWidget()
    rows = tall(inside)
    page = inside
    if nested:
        page = QWidget()
        QVBoxLayout(page).addWidget(scrolling(inside))
    sheet = Sheet(page)
    qtbot.addWidget(sheet)
    sheet.resize(300, 400)
    sheet.show()
    sheet.activateWindow()
    settle()
    rows[30].setFocus()
    settle()
    bar = (page.findChildren(QScrollArea)[0] if nested else sheet).verticalScrollBar()
    assert bar.value() > 0
    if looks_elsewhere:
        bar.setValue(0)
    sheet.resize(300, height)
    settle()
    assert (bar.value() == 0) is looks_elsewhere
    seen = not rows[30].visibleRegion().isEmpty()
    assert seen is not looks_elsewhere
