"""The field for a passphrase tells of caps lock, as far as the letters show it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.lock.passphrase import PassphraseField

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def field(qtbot: QtBot) -> PassphraseField:
    made = PassphraseField(english(), "Passphrase")
    qtbot.addWidget(made)
    made.show()
    return made


def press(field: PassphraseField, letter: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    key = Qt.Key.Key_CapsLock if letter == "" else Qt.Key.Key_A
    QApplication.sendEvent(field.edit, QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers, letter))


@pytest.mark.parametrize(
    ("letter", "modifiers", "told"),
    [
        ("A", NONE, True), ("A", SHIFT, False), ("a", NONE, False), ("Ä", NONE, True), ("7", NONE, False),
        ("字", NONE, False),
    ],
)  # fmt: skip
def test_a_large_letter_without_shift_tells(
    field: PassphraseField, letter: str, modifiers: Qt.KeyboardModifier, told: bool
) -> None:
    press(field, letter, modifiers)
    assert field.caps.isVisible() is told
    assert field.text() == letter


def test_it_goes_with_the_next_small_letter_or_the_key_itself(field: PassphraseField) -> None:
    press(field, "A")
    press(field, "7")
    assert field.caps.isVisible()
    press(field, "a")
    assert not field.caps.isVisible()
    press(field, "A")
    press(field, "")
    assert not field.caps.isVisible()


def test_a_button_that_needs_it_asks_for_it_with_the_keyboard(field: PassphraseField, qtbot: QtBot) -> None:
    field.activateWindow()
    with qtbot.waitActive(field):
        pass
    field.box.setFocus()
    assert field.wanted() == "" and field.edit.hasFocus()
    field.edit.setText(" two words ")
    field.box.setFocus()
    assert field.wanted() == " two words " and field.box.hasFocus()
