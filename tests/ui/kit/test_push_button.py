"""Enter on the button that has the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from journal.ui.kit.buttons import action_button, button, chip, icon_button, plain_button, primary_button
from journal.ui.kit.chip_row import ChipRow
from journal.ui.kit.push_button import EnterButton
from journal.ui.kit.wrap_button import WrapButton

MADE: list[Callable[[], QPushButton]] = [
    lambda: button("Yes"), lambda: plain_button("Not now"), lambda: primary_button("Save"), lambda: chip("now"),
    lambda: action_button("Dose"), lambda: icon_button("next", "Next day"), lambda: WrapButton("A page"),
]  # fmt: skip


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("make", MADE)
def test_enter_presses_every_button_as_space_does(qtbot: QtBot, make: Callable[[], QPushButton], key: Qt.Key) -> None:
    made, pressed = make(), []
    qtbot.addWidget(made)
    made.clicked.connect(lambda: pressed.append(1))
    made.show()
    QTest.keyClick(made, key)
    assert pressed == [1]


def test_the_key_that_saves_a_form_answers_no_question(qtbot: QtBot) -> None:
    """Ctrl+Enter after the keyboard had gone to "Is this happening now?" was written down as Yes."""
    made, pressed = button("Yes", lambda: pressed.append(1)), list[int]()
    qtbot.addWidget(made)
    made.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(made, key, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_a_key_held_down_presses_once(qtbot: QtBot) -> None:
    made, pressed = button("Yes", lambda: pressed.append(1)), list[int]()
    qtbot.addWidget(made)
    for repeated in (False, True, True):
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", repeated)
        QApplication.sendEvent(made, press)
    assert pressed == [1]


def test_the_pills_of_a_choice_leave_enter_to_the_form(qtbot: QtBot) -> None:
    row = ChipRow("Preparation", [(1, "tea"), (2, "extract")])
    qtbot.addWidget(row)
    row.show()
    QTest.keyClick(row._pills()[0], Qt.Key.Key_Return)
    assert row.value() is None


def test_a_second_enter_just_after_something_closed_presses_nothing(qtbot: QtBot) -> None:
    made, pressed = EnterButton("Dose"), list[int]()
    qtbot.addWidget(made)
    made.clicked.connect(lambda: pressed.append(1))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.take_keyboard()
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert pressed == [] and made.hasFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)
    made._take_enter()
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert pressed == [1, 1]
