"""While a passphrase is chosen, what would be guessed is said below it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from journal.texts import english
from journal.ui.lock.strength_line import StrengthLine
from tests.ui.backups.waiting import workers_end


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def line(qtbot: QtBot, field: QLineEdit) -> StrengthLine:
    made = StrengthLine(english(), field)
    qtbot.addWidget(made)
    made.show()
    workers_end(qtbot)
    return made


def test_it_follows_what_is_typed(line: StrengthLine, field: QLineEdit, qtbot: QtBot) -> None:
    assert not line.words.isVisible()
    field.setText("qwertyuiop")
    qtbot.waitUntil(line.words.isVisible)
    assert "guessed quickly" in line.words.text()
    field.setText("quiet river stones")
    assert not line.words.isVisible()
    qtbot.waitUntil(line.words.isVisible)
    assert "No common pattern" in line.words.text()
    field.clear()
    assert not line.words.isVisible()


def test_what_was_judged_and_changed_since_is_not_said(line: StrengthLine, field: QLineEdit, qtbot: QtBot) -> None:
    field.setText("qwertyuiop")
    line._judge()
    field.setText("q")
    workers_end(qtbot)
    assert not line.words.isVisible()
