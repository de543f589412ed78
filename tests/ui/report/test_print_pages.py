"""Pages go to a printer: all of them, or those that were asked for, until it is stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from journal.logbook import Logbook
from journal.ui.kit.tasks import Task
from journal.ui.report import printing
from journal.ui.report.printing import Printing, printer_for
from journal.ui.report.screen import ReportScreen
from tests.ui.report.conftest import OpenScreen


@pytest.fixture
def screen(weeks: Logbook, open_screen: OpenScreen) -> ReportScreen:
    return open_screen(weeks)


@pytest.mark.usefixtures("same_pages")
def test_without_a_printer_it_says_so(screen: ReportScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "any_printer", lambda: False)
    screen.outgoing.print_button.click()
    assert screen.outgoing.message.text().startswith("No printer is set up on this computer.")


def made_pdf(screen: ReportScreen) -> bytes:
    chosen = screen.choices.chosen()
    assert chosen is not None
    return screen._current_source().make(chosen, Task()).pdf


def to_file(path: Path) -> QPrinter:
    printer = printer_for("a4")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
def test_every_page_goes_to_the_printer(qtbot: QtBot, screen: ReportScreen, tmp_path: Path) -> None:
    screen.outgoing.print_pages.print_on(made_pdf(screen), to_file(tmp_path / "out.pdf"))
    assert not screen.outgoing.save_button.isEnabled()
    qtbot.waitUntil(lambda: screen.outgoing.print_pages.printing is None, timeout=20_000)
    assert screen.outgoing.message.text() == "The pages went to the printer."
    pages = PdfReader(tmp_path / "out.pdf").pages
    assert len(pages) == 3 and [round(float(each)) for each in pages[0].mediabox[2:]] == [595, 842]


@pytest.mark.slow
@pytest.mark.usefixtures("same_pages")
def test_printing_can_be_stopped_and_can_be_of_one_page(qtbot: QtBot, screen: ReportScreen, tmp_path: Path) -> None:
    screen.outgoing.print_pages.print_on(made_pdf(screen), to_file(tmp_path / "out.pdf"))
    screen.outgoing.message.buttons()[0].click()
    qtbot.waitUntil(lambda: screen.outgoing.print_pages.printing is None, timeout=20_000)
    assert screen.outgoing.message.text() == "The pages were not printed."
    printer = to_file(tmp_path / "one.pdf")
    printer.setFromTo(2, 2)
    one = Printing(made_pdf(screen), printer, screen)
    with qtbot.waitSignal(one.ended, timeout=20_000) as ended:
        one.start()
    assert ended.args == [True] and len(PdfReader(tmp_path / "one.pdf").pages) == 1
