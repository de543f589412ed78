"""Work that waits for the event loop."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.scroll_area import scrolling
from journal.ui.kit.widgets import Card, label
from tests.ui.fits import shown


def test_what_scrolls_waits_for_the_layout_however_slow(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    area = scrolling(inside)
    shown(qtbot, area, 300, 200)
    card = Card(16, 8)
    column.addWidget(card)
    for each in range(40):
        card.body.addWidget(label(f"{each} of the words that wrap in a narrow window, and need some lines", wrap=True))
    heights = []
    once_laid_out(area, lambda: heights.append(area.verticalScrollBar().maximum()))
    time.sleep(0.02)
    qtbot.waitUntil(lambda: bool(heights))
    QCoreApplication.processEvents()
    assert heights == [area.verticalScrollBar().maximum()]
    assert heights[0] > 400


def test_nothing_is_done_for_a_widget_deleted_before_its_layout(qtbot: QtBot) -> None:
    owner, done = QObject(), []
    once_laid_out(owner, lambda: done.append(owner))
    owner.deleteLater()
    qtbot.wait(20)
    assert not isValid(owner)
    assert done == []
