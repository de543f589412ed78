"""What is copied of the journal bears a hint for clipboard histories, and goes with the journal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.kit.clipboard import SECRET, SecretCopies, copy_public
from journal.ui.safety.numbers import CopyButton

HINT = "x-kde-passwordManagerHint"


@pytest.fixture
def clipboard(qapp: object) -> Iterator[QClipboard]:
    board = QGuiApplication.clipboard()
    board.clear()
    yield board
    board.clear()


@pytest.fixture
def copies(clipboard: QClipboard) -> Iterator[SecretCopies]:
    """The plugin without a screen never says that the clipboard is its own."""
    parent = QObject()
    made = SecretCopies(parent, lambda: True)
    yield made
    parent.deleteLater()


def copied_in_a_field(qtbot: QtBot, text: str) -> None:
    field = QLineEdit(text)
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()


@pytest.mark.usefixtures("copies")
def test_what_a_field_copies_bears_the_hint(clipboard: QClipboard, qtbot: QtBot) -> None:
    copied_in_a_field(qtbot, "a secret word")
    data = clipboard.mimeData()
    assert data.text() == "a secret word"
    assert bytes(data.data(HINT).data()) == b"secret"
    assert set(SECRET) <= set(data.formats())


def test_without_it_there_is_no_hint(clipboard: QClipboard, qtbot: QtBot) -> None:
    copied_in_a_field(qtbot, "a secret word")
    assert not clipboard.mimeData().hasFormat(HINT)


def test_it_goes_with_the_journal(copies: SecretCopies, clipboard: QClipboard, qtbot: QtBot) -> None:
    copied_in_a_field(qtbot, "a secret word")
    copies.stop()
    assert clipboard.text() == ""
    copied_in_a_field(qtbot, "later")
    assert not clipboard.mimeData().hasFormat(HINT)


def test_what_another_program_copied_is_left_alone(clipboard: QClipboard, qtbot: QtBot) -> None:
    parent = QObject()
    copies = SecretCopies(parent, lambda: False)
    copied_in_a_field(qtbot, "of another program")
    assert not clipboard.mimeData().hasFormat(HINT)
    copies.stop()
    assert clipboard.text() == "of another program"
    parent.deleteLater()


def test_a_number_to_call_stays(copies: SecretCopies, clipboard: QClipboard, qtbot: QtBot) -> None:
    button = CopyButton(english(), "112", "Emergency")
    qtbot.addWidget(button)
    button.click()
    assert clipboard.text() == "112" and not clipboard.mimeData().hasFormat(HINT)
    copies.forget()
    assert clipboard.text() == "112"


def test_what_is_public_says_so_itself(clipboard: QClipboard) -> None:
    copy_public("a source")
    assert clipboard.text() == "a source"
