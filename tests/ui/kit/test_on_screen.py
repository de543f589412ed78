"""Windows fit the screen, frame included, whatever was wanted or kept."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from journal.ui.kit.on_screen import FRAME, fit_on_screen, room_for


def test_a_window_is_never_larger_than_its_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    fit_on_screen(window, QSize(screen.width() * 2, screen.height() * 2))
    assert window.height() == screen.height() - FRAME.height()
    assert window.width() == screen.width() - FRAME.width()


def test_a_place_beyond_the_edge_is_left(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    window.move(screen.right() - 50, screen.bottom() - 50)
    fit_on_screen(window, QSize(300, 200))
    assert window.size() == QSize(300, 200)
    assert room_for(window).contains(window.geometry())


def test_control_what_fits_stays(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    inside = room_for(window).topLeft()
    window.move(inside.x() + 20, inside.y() + 20)
    fit_on_screen(window, QSize(300, 200))
    assert (window.x(), window.size()) == (inside.x() + 20, QSize(300, 200))
