"""Printing a page of Safety: to a printer, or as a file where there is none."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.texts import english
from journal.ui.kit.bridge import Bridge
from journal.ui.safety import printed_page
from journal.ui.safety.page_printing import PagePrinting
from journal.ui.safety.printed_page import printer_for
from journal.ui.safety.screen import SafetyScreen
from tests.ui.fits import shown, unnamed


@pytest.fixture
def screen(qtbot: QtBot, plain_book: Logbook, monkeypatch: pytest.MonkeyPatch) -> SafetyScreen:
    """On a computer without a printer, so that no dialog opens."""
    monkeypatch.setattr(printed_page, "any_printer", lambda: False)
    made = SafetyScreen(Bridge(plain_book, english()), "US")
    shown(qtbot, made)
    return made


def printing(screen: SafetyScreen) -> PagePrinting:
    assert screen.view is not None
    screen.view.print_button.click()
    assert screen.printing is not None
    return screen.printing


def said(screen: SafetyScreen) -> str:
    assert screen.view is not None
    return screen.view.message.text()


def words_in(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages).split())


@pytest.mark.slow
def test_without_a_printer_a_file_is_offered(screen: SafetyScreen, tmp_path: Path) -> None:
    made = printing(screen)
    assert said(screen) == "No printer is set up on this computer."
    assert screen.view is not None
    assert [each.text() for each in screen.view.message.buttons()] == ["Save as PDF…", "OK"]
    assert unnamed(screen) == []
    made.save_to(tmp_path / "kept.pdf")
    assert said(screen) == "kept.pdf is saved."
    assert "Emergency signs" in words_in(tmp_path / "kept.pdf")


def test_the_journal_is_never_written_over(screen: SafetyScreen, plain_book: Logbook) -> None:
    before = plain_book.path.read_bytes()
    printing(screen).save_to(plain_book.path)
    assert said(screen) not in ("", "No printer is set up on this computer.")
    assert plain_book.path.read_bytes() == before


@pytest.mark.slow
def test_a_page_goes_to_the_chosen_printer(screen: SafetyScreen, tmp_path: Path) -> None:
    printer = printer_for("a4")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printing(screen).print_on(printer)
    assert said(screen) == "The page went to the printer."
    assert "Emergency signs" in words_in(tmp_path / "out.pdf")


def test_the_keyboard_goes_back_to_where_printing_was_asked_for(qtbot: QtBot, screen: SafetyScreen) -> None:
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    printing(screen)
    assert screen.view is not None
    screen.view.message.buttons()[1].click()
    assert screen.view.print_button.hasFocus() and said(screen) == ""
