"""Work that waits for the event loop."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import journal
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


@pytest.mark.slow
def test_thousands_that_wait_do_not_fill_the_stack(qtbot: QtBot) -> None:
    """Each used to send what was posted from within the one before: Tab through a long form, and the window died."""
    owner, done = QObject(), list[int]()
    for number in range(3000):
        once_laid_out(owner, lambda number=number: done.append(number))  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(done) == 3000, timeout=20_000)
    assert sorted(done) == [*range(3000)]


def test_what_waits_again_while_others_are_laid_out_comes_to_its_end(qtbot: QtBot) -> None:
    owner, done = QObject(), list[int]()

    def again() -> None:
        done.append(len(done))
        if len(done) < 50:
            once_laid_out(owner, again)

    once_laid_out(owner, again)
    once_laid_out(owner, again)
    qtbot.waitUntil(lambda: len(done) >= 50, timeout=5000)


def test_what_waits_is_given_to_qt_in_one_place() -> None:
    """There a bug in it is told; Qt's binding would lose it, and more (see called_by_qt)."""
    folder = Path(journal.__file__).parent
    with_timers = [file for file in folder.rglob("*.py") if ".singleShot(" in file.read_text(encoding="utf-8")]
    assert [file.relative_to(folder).as_posix() for file in with_timers] == ["ui/kit/event_loop.py"]
