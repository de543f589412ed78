"""Shortcuts by the place of their key, in a window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.ui.kit import key_places
from journal.ui.shell.other_layouts import OtherLayouts

CTRL = Qt.KeyboardModifier.ControlModifier


class Window(QMainWindow):
    """A line, an action and a shortcut; ``done`` is what they did."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        middle = QWidget()
        self.line = QLineEdit("abc")
        QVBoxLayout(middle).addWidget(self.line)
        self.setCentralWidget(middle)
        for key in ("Ctrl+D", "Ctrl+1", "Ctrl++"):
            action = QAction(key, self)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, key=key: self.done.append(key))
            self.addAction(action)
        QShortcut(QKeySequence("Ctrl+F"), middle).activated.connect(lambda: self.done.append("Ctrl+F"))
        OtherLayouts(self)

    def press(self, key: int, code: int) -> None:
        """Ctrl and a key, as a system gives them to the window: first asked whether somebody claims it, then sent."""
        window = self.windowHandle()
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, key, CTRL, code, 0, 0, "")
            event.ignore()
            QApplication.sendEvent(window, event)


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr(key_places, "_FIRST", 8)
    made = Window()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is made.windowHandle())
    made.line.setFocus()
    return made


def test_a_letter_and_a_digit_by_place(window: Window) -> None:
    window.press(0x412, 40)  # Russian "в"
    window.press(0x26, 10)  # AZERTY "&"
    assert window.done == ["Ctrl+D", "Ctrl+1"]


def test_the_digit_place_is_no_plus(window: Window) -> None:
    window.press(0x2B, 10)  # Czech "+"
    assert window.done == ["Ctrl+1"]


def test_a_shortcut_of_a_place_in_the_window(window: Window) -> None:
    window.press(0x410, 41)  # Russian "а"
    assert window.done == ["Ctrl+F"]
    window.line.parentWidget().setEnabled(False)  # type: ignore[union-attr]
    window.press(0x410, 41)
    assert window.done == ["Ctrl+F"]


def test_an_action_that_cannot_be_used_does_nothing(window: Window) -> None:
    window.actions()[0].setEnabled(False)
    window.press(0x412, 40)
    assert window.done == []


def test_a_line_of_text_has_its_own_keys(window: Window) -> None:
    window.line.selectAll()
    window.press(0x427, 53)  # Russian "ч", where X is
    assert window.line.text() == "" and window.done == []
    window.press(0x42F, 52)  # "я", where Z is
    assert window.line.text() == "abc"
