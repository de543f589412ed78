"""A name that is typed while the keyboard is on the pills of a form's first field: it belongs to the line for words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journal.ui.entries.typed_inputs import Input, LineInput
from journal.ui.kit.chip_row import ChipRow

_OF_A_LETTER = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def letter_of(event: QKeyEvent) -> str:
    """The letter that was typed; empty for digits, marks, and keys with Ctrl or Alt."""
    return event.text() if event.text().isalpha() and not event.modifiers() & ~_OF_A_LETTER else ""


def line_for_words(first: QWidget, focused: QWidget | None, inputs: Iterable[Input]) -> QLineEdit | None:
    """Where letters go that the first field, if it is pills with the keyboard, has no use for."""
    if not isinstance(first, ChipRow) or focused is None or not first.isAncestorOf(focused):
        return None
    # Numbers are lines, too, and take no letters.
    return next((line.edit for line in inputs if isinstance(line, LineInput) and type(line) is LineInput), None)
