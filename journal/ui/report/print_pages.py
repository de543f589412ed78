"""Printing the pages as they are chosen now: a printer is asked for, and what came of it is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from journal.reports.options import ReportOptions
from journal.reports.sheet_options import SheetOptions
from journal.texts import Texts
from journal.ui.report.asked_first import AskedFirst
from journal.ui.report.making import Source
from journal.ui.report.outcome import Outcome
from journal.ui.report.private_this_time import PrivateThisTime

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from journal.ui.report.printing import Printing

Chosen = ReportOptions | SheetOptions


class PrintPages(QObject):
    """``printed``: pages of these choices went to a printer, None for pages whose choices are not known."""

    printed = Signal(object)  # Chosen or None

    def __init__(
        self, texts: Texts, outcome: Outcome, first: AskedFirst, private: PrivateThisTime, source: Callable[[], Source]
    ) -> None:
        super().__init__(outcome)
        self._texts, self._outcome, self._first = texts, outcome, first
        self._private, self._source = private, source
        self.printing: Printing | None = None
        self.dialog: QDialog | None = None

    def start(self) -> None:
        """Make the pages as they are chosen now, then ask for the printer; say so where there is none."""
        from journal.ui.report.printing import any_printer

        chosen = self._first.chosen(self.start)
        if chosen is None:
            return
        if not any_printer():
            self._private.forget()
            self._outcome.say(
                self._texts("No printer is set up on this computer. Save the PDF and print it elsewhere.")
            )
            return
        self._first.who_can_read_it(self._texts("Print the card"), partial(self._make, chosen))

    def _make(self, chosen: Chosen) -> None:
        source = self._source()
        self._outcome.run(
            self._texts("Making the pages"),
            lambda task: source.make(chosen, task),
            lambda made: self._ask_printer(made.pdf, chosen),
        )

    def _ask_printer(self, pdf: bytes, chosen: Chosen) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from journal.ui.report.printing import printer_for

        printer = printer_for(chosen.paper)
        dialog = QPrintDialog(printer, self._outcome.window())
        dialog.accepted.connect(lambda: self.print_on(pdf, printer, chosen))
        dialog.rejected.connect(self._private.forget)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        QDialog.open(dialog)  # its own open() wants a slot by name

    def print_on(self, pdf: bytes, printer: QPrinter, chosen: Chosen | None = None) -> None:
        """Hand the pages to this printer."""
        from journal.ui.report.printing import Printing

        self._outcome.set_busy(True)
        self.printing = Printing(pdf, printer, self)
        self.printing.ended.connect(partial(self._ended, chosen))
        self._outcome.say(self._texts("Printing…"), [(self._texts("Cancel"), self.printing.cancel)])
        self.printing.start()

    def _ended(self, chosen: Chosen | None, well: bool) -> None:
        if self.printing is not None:
            self.printing.deleteLater()
        self.printing = None
        self._outcome.set_busy(False)
        if not well:
            self._private.forget()
            self._outcome.say(self._texts("The pages were not printed."))
            return
        self.printed.emit(chosen)
        self._outcome.say(self._private.handed_over(chosen, self._texts("The pages went to the printer.")))
