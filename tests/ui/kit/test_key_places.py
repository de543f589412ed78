"""Digits and shortcuts by the place of their key, on keyboards that write something else there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.kit import key_places
from journal.ui.kit.key_places import latin_key, typed_digit
from journal.ui.kit.scale import RatingScale

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def pressed(key: int, code: int, text: str = "", held: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    """A key as X tells of it; the numbers were read from a real one with ``setxkbmap``."""
    return QKeyEvent(QEvent.Type.KeyPress, key, held, code, 0, 0, text)


@pytest.fixture(autouse=True)
def _on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_places, "_FIRST", 8)


@pytest.mark.parametrize(
    ("event", "digit"),
    [
        (pressed(0x31, 10, "1"), 1),
        (pressed(0x26, 10, "&"), 1),  # AZERTY
        (pressed(0xC9, 11, "é"), 2),
        (pressed(0x31, 10, "1", SHIFT), 1),
        (pressed(0x2B, 10, "+"), 1),  # Czech
        (pressed(282, 11, "ě"), 2),
        (pressed(0xC0, 19, "à"), 0),
        (pressed(0x37, 79, "7", KEYPAD), 7),
        (pressed(0xFF17, 16, "７"), 7),  # noqa: RUF001
        (pressed(0x0663, 12, "٣"), 3),
        (pressed(0x21, 10, "!", SHIFT), None),
        (pressed(0x26, 10, "&", CTRL), None),
        (pressed(0x41, 24, "a"), None),
        (pressed(0x2D, 0, "-"), None),
        (pressed(0xB2, 0, "²"), None),
    ],
)
def test_digits(event: QKeyEvent, digit: int | None) -> None:
    assert typed_digit(event) == digit


@pytest.mark.parametrize(
    ("event", "key"),
    [
        (pressed(0x412, 40, "в", CTRL), Qt.Key.Key_D),
        (pressed(0x64A, 40, "ي", CTRL), Qt.Key.Key_D),
        (pressed(0x42F, 52, "я", CTRL | SHIFT), Qt.Key.Key_Z),
        (pressed(0x26, 10, "&", CTRL), Qt.Key.Key_1),
        (pressed(282, 11, "ě", CTRL), Qt.Key.Key_2),
        (pressed(0x2B, 10, "+", CTRL), Qt.Key.Key_1),
        (pressed(0x41, 24, "a", CTRL), None),  # AZERTY: where Q lies elsewhere
        (pressed(0x31, 10, "1", CTRL), None),
        (pressed(0x26, 10, "&", CTRL | SHIFT), None),
        (pressed(0x21, 61, "!", CTRL), None),
        (pressed(Qt.Key.Key_F1.value, 67, "", CTRL), None),
        (pressed(0x412, 0, "в", CTRL), None),
    ],
)
def test_keys_of_shortcuts(event: QKeyEvent, key: Qt.Key | None) -> None:
    assert latin_key(event) == key


def test_a_system_that_gives_no_places_has_letters_and_digits_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_places, "_FIRST", None)
    assert typed_digit(pressed(0x26, 10, "&")) is None and typed_digit(pressed(0x31, 10, "1")) == 1


def test_a_scale_takes_a_ten_from_the_digit_row_of_a_french_keyboard(qtbot: QtBot) -> None:
    scale = RatingScale(english(), "Pain", "none", "worst")
    qtbot.addWidget(scale)
    for event in (pressed(0x26, 10, "&"), pressed(0xC0, 19, "à")):
        QApplication.sendEvent(scale, event)
    assert scale.value() == 10
