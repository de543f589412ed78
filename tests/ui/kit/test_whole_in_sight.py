"""Scrolling to one of several parts: as much as there is room for above it, and nothing cut."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.whole_in_sight import bring_whole_into_sight
from tests.ui.fits import settle

HEIGHTS = (100, 300, 120, 60)  # with 10 px between them


@pytest.mark.parametrize(
    ("part", "room", "scrolled"),
    [
        (0, 250, 0),
        (1, 450, 0),  # all from the beginning has room
        (1, 350, 106),  # only itself
        (1, 250, 106),  # not even that: from its beginning on
        (2, 450, 106),  # with the one above it
        (2, 250, 356),  # it cannot be scrolled up to the edge: a line of the part above it stands at the edge
    ],
)
def test_it_scrolls_to_the_beginning_of_a_part(qtbot: QtBot, part: int, room: int, scrolled: int) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    parts, lines = [], []
    for height in HEIGHTS:
        parts.append(QWidget())
        parts[-1].setFixedHeight(height)
        lines += [QWidget(parts[-1]) for _ in range(0, height, 50)]
        for number, line in enumerate(lines[-len(range(0, height, 50)) :]):
            line.setGeometry(0, number * 50, 40, 40)
        column.addWidget(parts[-1])
    area = scrolling(inside)
    qtbot.addWidget(area)
    area.setMinimumHeight(0)
    area.resize(200, room)
    area.show()
    settle()
    bring_whole_into_sight(parts[part], parts, lines)
    assert area.verticalScrollBar().value() == scrolled
