"""Printing a page of guidance or the recovery sheet: the printer is asked for, or a file where there is none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from journal.errors import UserError
from journal.exchange.files import whole_file
from journal.texts import Texts
from journal.texts.refusals import explain
from journal.ui.kit.file_dialogs import file_dialog
from journal.ui.kit.print_place import PrintPlace
from journal.ui.safety import printed_page


class PagePrinting(QObject):
    """Prints one document; what came of it is said on its page. ``never`` is the open journal, which stays as it is.

    ``name``: the file that is offered. It does not mention kratom: others who use the computer can see it.
    """

    def __init__(
        self, texts: Texts, document: QTextDocument, view: PrintPlace, paper: str, never: Path, name: str
    ) -> None:
        super().__init__(view)
        self._name = name
        self._texts, self._document, self._view, self._paper, self._never = texts, document, view, paper, never
        self.dialog: QDialog | None = None

    def start(self) -> None:
        """Ask for the printer; where there is none, say so and offer a file."""
        if printed_page.any_printer():
            self._ask_printer()
            return
        self._view.message.show_message(
            self._texts("No printer is set up on this computer."),
            [(self._texts("Save as PDF…"), self._ask_where), (self._texts("OK"), self._view.print_button.setFocus)],
        )
        self._view.message.buttons()[0].setFocus()

    def _ask_printer(self) -> None:
        printer = printed_page.printer_for(self._paper)
        dialog = QPrintDialog(printer, self._view.window())
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        QDialog.open(dialog)  # its own open() wants a slot by name

    def print_on(self, printer: QPrinter) -> None:
        """Hand the page to this printer."""
        self._document.print_(printer)
        well = printer.printerState() != QPrinter.PrinterState.Error
        texts = self._texts
        self._say(texts("The page went to the printer.") if well else texts("The page was not printed."))

    def _ask_where(self) -> None:
        dialog = file_dialog(self._view.window(), self._texts("Save as PDF"), self.save_to)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self._texts("PDF (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._name)
        self.dialog = dialog
        QDialog.open(dialog)

    def save_to(self, path: Path) -> None:
        """Write the page there, whole or not at all."""
        try:
            with whole_file(path, never=self._never) as file:
                file.write(printed_page.pdf_of(self._document, self._paper))
        except UserError as problem:
            self._say(explain(self._texts, problem))
        else:
            self._say(self._texts("{name} is saved.", name=path.name))

    def _say(self, words: str) -> None:
        self._view.message.show_message(words, [(self._texts("OK"), self._view.print_button.setFocus)])
        self._view.message.buttons()[0].setFocus()
