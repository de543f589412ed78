"""The recovery sheet: a place for the passphrase, what it is for, and neither the passphrase nor an entry."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.texts import english
from journal.ui.lock.recovery_sheet import RecoverySheet
from journal.ui.safety import printed_page
from tests.journals import PASSPHRASE, FixedClock, note, quick_keys

__all__ = ["quick_keys"]


@pytest.fixture
def book(tmp_path: Path, templates: Callable[[str | None], Path]) -> Logbook:
    path = tmp_path / "mine.leaf"
    shutil.copyfile(templates(PASSPHRASE), path)
    return Logbook.open(path, PASSPHRASE, clock=FixedClock())


@pytest.fixture
def sheet(qtbot: QtBot, book: Logbook, monkeypatch: pytest.MonkeyPatch) -> RecoverySheet:
    """On a computer without a printer, so that no dialog opens."""
    monkeypatch.setattr(printed_page, "any_printer", lambda: False)
    made = RecoverySheet(english(), "DE")
    qtbot.addWidget(made)
    made.refresh(book)
    made.show()
    return made


def test_it_is_saved_as_one_page_without_the_passphrase(sheet: RecoverySheet, book: Logbook, tmp_path: Path) -> None:
    note(book, "a secret word")
    sheet.print_button.click()
    assert sheet.message.text() == "No printer is set up on this computer."
    sheet.message.buttons()[0].click()
    dialog = sheet.printing.dialog
    assert isinstance(dialog, QFileDialog) and [Path(name).name for name in dialog.selectedFiles()] == [
        "recovery-sheet.pdf"
    ]
    dialog.reject()
    sheet.printing.save_to(tmp_path / "sheet.pdf")
    (page,) = PdfReader(BytesIO((tmp_path / "sheet.pdf").read_bytes())).pages
    words = " ".join(unicodedata.normalize("NFKC", page.extract_text()).split())  # some fonts write fi as one letter
    assert "mine.leaf" in words and "written by hand" in words and "______" in words
    assert [len(line) for line in re.findall("_{2,}", words)] == [34] * 3, "a line to write on was broken"
    assert "destroy this sheet and" not in words and "Keep this one as long as there are backups from before" in words
    assert "Press Ctrl+O and choose the file" in words
    for unsaid in (PASSPHRASE, "secret", "kratom"):
        assert unsaid not in words.casefold()


def test_the_journal_is_never_written_over(sheet: RecoverySheet, book: Logbook) -> None:
    before = book.path.read_bytes()
    sheet.print_button.click()
    sheet.printing.save_to(book.path)
    assert book.path.read_bytes() == before
    assert "saved" not in sheet.message.text()


def test_there_is_none_without_a_passphrase(qtbot: QtBot, plain_book: Logbook) -> None:
    made = RecoverySheet(english(), "DE")
    qtbot.addWidget(made)
    made.refresh(plain_book)
    assert made.isHidden()
