"""The file that was saved: what is offered for it ends with the words that offer it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.reports.sheet_options import SheetKind
from tests.ui.report.conftest import PASSWORD, OpenScreen, type_password


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
def test_after_another_paper_was_chosen_enter_locks_nothing(
    qtbot: QtBot, weeks: Logbook, open_screen: OpenScreen, tmp_path: Path
) -> None:
    screen, path = open_screen(weeks), tmp_path / "summary.pdf"
    screen.outgoing.save_to(path)
    qtbot.waitUntil(lambda: not screen.outgoing.busy, timeout=20_000)
    screen.outgoing.message.buttons()[0].click()
    assert "cannot be recovered" in screen.outgoing.message.text()
    screen.what.choose(SheetKind.PHARMACIST)
    assert screen.outgoing.message.text() == ""
    type_password(screen, PASSWORD)
    screen.choices.lock.entered.emit()
    QTest.qWait(50)
    assert not screen.outgoing.busy and not PdfReader(path).is_encrypted
