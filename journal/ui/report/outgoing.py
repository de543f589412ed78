"""The pages leave the journal: saved whole under a neutral name, locked if a password was typed, or printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog

from journal.core.changes import BY_ITSELF
from journal.core.preferences import setting_for
from journal.core.report_dates import days_written, with_report
from journal.reports.options import ReportOptions
from journal.reports.sheet_options import SheetKind, SheetOptions
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, primary_button
from journal.ui.kit.file_dialogs import file_dialog
from journal.ui.report.asked_first import AskedFirst
from journal.ui.report.made import Made
from journal.ui.report.making import Saved, Source
from journal.ui.report.outcome import Outcome
from journal.ui.report.pdf_password import PdfPassword
from journal.ui.report.print_pages import PrintPages
from journal.ui.report.private_this_time import PrivateThisTime
from journal.ui.report.saved_file import SavedFile
from journal.ui.report.sheet_choice import SheetChoice


class Outgoing(QObject):
    """Two buttons, and ``outcome``, which says what came of them. The screen has a place for each.

    Nothing can be saved or printed before the pages were made once (``pages_made``), nor while it is being done.
    ``card_made``: an emergency card was saved or printed.
    """

    card_made = Signal()

    def __init__(self, bridge: Bridge, password: PdfPassword, what: SheetChoice, source: Callable[[], Source]) -> None:
        super().__init__()
        self._bridge, self._texts, self._password, self._source = bridge, bridge.texts, password, source
        self._what = what
        self._made: Made | None = None  # what is in sight
        self._made_from: Source | None = None
        self.dialog: QDialog | None = None
        self.save_button = primary_button(self._texts("Save PDF…"), on_click=self.save)
        self.outcome = Outcome(self._texts, what, self.save_button)
        self.message = self.outcome.message
        self._private = PrivateThisTime(self._texts, what)
        self._first = AskedFirst(bridge, password, what, self.outcome, self._private, source, self._in_sight)
        self.saved_file = SavedFile(self._texts, password, self.outcome, lambda: bridge.logbook.path)
        self.print_pages = PrintPages(self._texts, self.outcome, self._first, self._private, source)
        self.print_button = button(self._texts("Print…"), self.print_pages.start)
        self._offer()
        self.outcome.busy_changed.connect(self._offer)
        self.outcome.refused.connect(self._private.forget)
        self.saved_file.locked.connect(self._tell_locked)
        self.print_pages.printed.connect(self._handed_over)

    @property
    def busy(self) -> bool:
        """Whether something is being saved or printed."""
        return self.outcome.busy

    def pages_made(self, made: Made) -> None:
        """There are pages, so they can be saved."""
        self._made, self._made_from = made, self._source()
        self._offer()

    def other_pages(self) -> None:
        """Something else is to be made: what was said of the pages before is over, and they cannot be saved."""
        self._made = None
        self.saved_file.forget()
        self.message.dismiss()
        self._offer()

    def _offer(self) -> None:
        for pressed in (self.save_button, self.print_button):
            pressed.setEnabled(self._made is not None and not self.busy)

    def _in_sight(self) -> Made | None:
        return self._made if self._made_from is self._source() else None

    # --- saving ---

    def save(self) -> None:
        """Ask where, unless something on the left must be put right first."""
        if self._first.chosen(self.save) is not None:
            self._first.who_can_read_it(self._texts("Save the card"), self._ask_where)

    def _ask_where(self) -> None:
        self.dialog = self._file_dialog()
        self.dialog.rejected.connect(self._private.forget)
        QDialog.open(self.dialog)

    def _file_dialog(self) -> QFileDialog:
        dialog = file_dialog(self.outcome.window(), self._texts("Save PDF"), self.save_to)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self._texts("PDF (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._made.file_name if self._made is not None else "")
        return dialog

    def save_to(self, path: Path) -> None:
        """Write the pages there in a worker."""
        chosen = self._first.chosen(partial(self.save_to, path))
        if chosen is None:
            return
        source, password = self._source(), self._password.text()
        never = self._bridge.logbook.path
        self.outcome.run(
            self._texts("Saving {name}", name=path.name),
            lambda task: source.save(chosen, password, path, never, task),
            partial(self._saved, chosen, bool(password)),
        )

    def _saved(self, chosen: ReportOptions | SheetOptions, locked: bool, saved: Saved) -> None:
        if locked:
            self._tell_locked(saved, chosen)
            return
        self._handed_over(chosen)
        where = {"name": saved.path.name, "folder": saved.path.parent}
        words = self._texts("{name} is saved in {folder}. This file is not locked.", **where)
        self.saved_file.tell_open(saved, self._private.handed_over(chosen, words))

    def _tell_locked(self, saved: Saved, chosen: ReportOptions | SheetOptions | None = None) -> None:
        self._handed_over(chosen)
        where = {"name": saved.path.name, "folder": saved.path.parent}
        words = self._texts("{name} is saved in {folder}. It opens only with its password.", **where)
        self.saved_file.tell_locked(saved, self._private.handed_over(chosen, words))

    # --- what went out ---

    def _handed_over(self, chosen: ReportOptions | SheetOptions | None) -> None:
        self._note_report()
        self._what.ask_again()
        if isinstance(chosen, SheetOptions) and chosen.kind is SheetKind.EMERGENCY:
            self.card_made.emit()

    def _note_report(self) -> None:
        """Note that a report went out today, for the next one; a sheet is none. No step that Undo takes back."""
        logbook = self._bridge.logbook
        days = with_report(logbook.preferences.reports, logbook.today())
        if self._what.kind is None and self._bridge.can_write and days != logbook.preferences.reports:
            setting = setting_for("reports", days_written(days))
            self._bridge.attempt(lambda: logbook.save(setting, origin=BY_ITSELF), self.message)
