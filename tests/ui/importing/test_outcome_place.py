"""Choices and what comes of them are seen together; in a small window the counts stay in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.ui.importing.dialog import ImportDialog
from tests.ui.importing.conftest import Ask, settle


def _asked(ask: Ask, qtbot: QtBot, width: int, height: int) -> ImportDialog:
    dialog = ask("table-german.csv")
    dialog.resize(width, height)
    settle(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.height() == height)
    qtbot.wait(50)
    return dialog


def _place(widget: QWidget, dialog: ImportDialog) -> QPoint:
    return widget.mapTo(dialog, QPoint(0, 0))


def _seen_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize(("width", "height"), [(1240, 720), (1008, 552)])
def test_in_a_wide_window_the_outcome_stands_beside_the_choices(
    ask: Ask, qtbot: QtBot, width: int, height: int
) -> None:
    dialog = _asked(ask, qtbot, width, height)
    columns = dialog.choices.columns
    assert columns is not None
    assert all(_seen_whole(line.meaning) for line in columns.lines[:5])
    assert _seen_whole(dialog.outcome.first_rows)
    assert _place(dialog.outcome, dialog).x() > _place(columns.lines[0].meaning, dialog).x()
    assert dialog.outcome_place.short.isHidden()


def test_in_a_narrow_high_window_the_outcome_stands_below_the_choices(ask: Ask, qtbot: QtBot) -> None:
    dialog = _asked(ask, qtbot, 860, 780)
    assert _seen_whole(dialog.outcome.first_rows)
    assert _place(dialog.outcome, dialog).y() > _place(dialog.choices, dialog).y() + 200
    assert dialog.outcome_place.short.isHidden()


def test_in_a_small_window_the_counts_are_always_in_sight(ask: Ask, qtbot: QtBot) -> None:
    dialog = _asked(ask, qtbot, 860, 552)
    columns = dialog.choices.columns
    assert columns is not None
    assert all(_seen_whole(line.meaning) for line in columns.lines[:5])
    assert not _seen_whole(dialog.outcome.first_rows)
    assert _seen_whole(dialog.outcome_place.short)
    assert dialog.outcome_place.short.text() == dialog.outcome.state.text().splitlines()[0]


def test_the_keyboard_comes_along_when_the_window_grows(ask: Ask, qtbot: QtBot) -> None:
    dialog = _asked(ask, qtbot, 860, 552)
    dialog.outcome.first_rows.setFocus()
    dialog.resize(1240, 720)
    qtbot.waitUntil(lambda: _seen_whole(dialog.outcome.first_rows))
    assert dialog.focusWidget() is dialog.outcome.first_rows
