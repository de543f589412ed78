"""The pages leave the journal: saved whole under a neutral name, locked if a password was typed, or printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QVBoxLayout, QWidget

from journal.core.changes import BY_ITSELF
from journal.core.entries import Condition
from journal.core.preferences import setting_for
from journal.core.refusal import Refused
from journal.core.report_dates import days_written, with_report
from journal.reports.options import ReportOptions
from journal.reports.sheet_options import WHO_CAN_READ_IT, SheetKind, SheetOptions
from journal.texts.refusals import explain
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.buttons import button, primary_button
from journal.ui.kit.file_dialogs import file_dialog
from journal.ui.kit.inline_message import InlineMessage
from journal.ui.kit.tasks import Task, TaskProgress, run_task, while_alive
from journal.ui.report.asked_choice import AskedChoice
from journal.ui.report.choices import ReportChoices
from journal.ui.report.made import Made
from journal.ui.report.making import Saved, Source, lock_saved
from journal.ui.report.private_this_time import PrivateThisTime, may_tell_private
from journal.ui.report.second_question import second_question
from journal.ui.report.sheet_choice import SheetChoice

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from journal.ui.report.printing import Printing


class Outgoing(QWidget):
    """What came of saving and printing, with progress. The two buttons stand elsewhere.

    Nothing can be saved or printed before the pages were made once (``pages_made``), nor while it is being done.
    ``card_made``: an emergency card was saved or printed.
    """

    password_wanted = Signal()
    card_made = Signal()

    def __init__(self, bridge: Bridge, choices: ReportChoices, what: SheetChoice, source: Callable[[], Source]) -> None:
        super().__init__()
        self._bridge, self._texts, self._choices, self._source = bridge, bridge.texts, choices, source
        self._what = what
        self._file_name, self._busy = "", False
        self._printing: Printing | None = None
        self._made: Made | None = None  # what is in sight
        self._made_from: Source | None = None
        self._private = PrivateThisTime(self._texts, what)
        self._to_lock: Saved | None = None  # the open file that a password is being typed for
        self._refused_lock = False  # the password for it was, and why is said
        self._left_open: Saved | None = None  # the open file that a password is offered for
        self.dialog: QDialog | None = None
        self.message, self.progress = InlineMessage(), TaskProgress(self._texts)
        self.save_button = primary_button(self._texts("Save PDF…"), on_click=self.save)
        self.print_button = button(self._texts("Print…"), self.print_pages)
        self._set_busy(False)
        choices.password_entered.connect(self._password_entered)
        for field in (choices.password, choices.again):
            field.edit.textChanged.connect(lambda _text: self._password_typed())
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.message)
        body.addWidget(self.progress)
        self._fit()

    @property
    def busy(self) -> bool:
        """Whether something is being saved or printed."""
        return self._busy

    def pages_made(self, made: Made) -> None:
        """There are pages, so they can be saved."""
        self._file_name, self._made, self._made_from = made.file_name, made, self._source()
        self._set_busy(self._busy)

    def other_pages(self) -> None:
        """Something else is to be made: what was said of the pages before is over, and they cannot be saved."""
        self._file_name, self._made = "", None
        self._left_open = None
        self.message.dismiss()
        self._set_busy(self._busy)

    def choices_changed(self) -> None:
        """What was refused or asked of the choices before is over; of an open file it is said what it holds."""
        if self._busy or self._to_lock is not None:
            return
        if self._left_open is not None:
            words = self._texts(
                "{name} was saved before you changed the choices. It is not locked.", name=self._left_open.path.name
            )
            self.message.show_message(words, self._about_open(self._left_open))
        else:
            self.message.withdraw()
            self._fit()

    # --- saving ---

    def save(self) -> None:
        """Ask where, unless something on the left must be put right first."""
        if self._ready(self.save) is not None:
            self._once_known(self._texts("Save the card"), self._ask_where)

    def _ask_where(self) -> None:
        self.dialog = self._file_dialog()
        self.dialog.rejected.connect(self._private.forget)
        QDialog.open(self.dialog)

    def _file_dialog(self) -> QFileDialog:
        dialog = file_dialog(self.window(), self._texts("Save PDF"), self.save_to)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self._texts("PDF (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self._file_name)
        return dialog

    def save_to(self, path: Path) -> None:
        """Write the pages there in a worker."""
        chosen = self._ready(partial(self.save_to, path))
        if chosen is None:
            return
        source, password = self._source(), self._choices.password.text()
        never = self._bridge.logbook.path
        self._run(
            self._texts("Saving {name}", name=path.name),
            lambda task: source.save(chosen, password, path, never, task),
            partial(self._saved_first, chosen, bool(password)),
        )

    def _saved_first(self, chosen: ReportOptions | SheetOptions, locked: bool, saved: Saved) -> None:
        self._saved(locked, saved, chosen)
        self._tell_of_card(chosen)

    def _tell_of_card(self, chosen: ReportOptions | SheetOptions) -> None:
        if isinstance(chosen, SheetOptions) and chosen.kind is SheetKind.EMERGENCY:
            self.card_made.emit()

    def _saved(self, locked: bool, saved: Saved, chosen: ReportOptions | SheetOptions | None = None) -> None:
        self._note_report()
        texts, where = self._texts, {"name": saved.path.name, "folder": saved.path.parent}
        if locked:
            words = texts("{name} is saved in {folder}. It opens only with its password.", **where)
            self._say(self._private.handed_over(chosen, words), self._about_saved(saved))
        else:
            words = texts("{name} is saved in {folder}. This file is not locked.", **where)
            self._say(self._private.handed_over(chosen, words), self._about_open(saved))
            self._left_open = saved

    def _about_saved(self, saved: Saved) -> list[tuple[str, Callable[[], object]]]:
        show_folder = (self._texts("Show in folder"), partial(self._show_folder, saved))
        return [(self._texts("OK"), self._done_with), show_folder]

    def _about_open(self, saved: Saved) -> list[tuple[str, Callable[[], object]]]:
        return [(self._texts("Add a password"), partial(self._add_password, saved)), *self._about_saved(saved)]

    def _show_folder(self, saved: Saved) -> None:
        """In the computer's own program for files, where there is one."""
        self._done_with()
        folder = saved.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = self._texts("The folder could not be opened. The file is {path}.", path=saved.path)
            self._say(words, [(self._texts("OK"), self._done_with)])

    def _add_password(self, saved: Saved) -> None:
        texts = self._texts
        words = texts(
            "Type a password twice at “Password for the PDF”, then lock {name} as it was saved. A forgotten password "
            "cannot be recovered.",
            name=saved.path.name,
        )
        self._offer_lock(saved, words)
        self.password_wanted.emit()

    def _offer_lock(self, saved: Saved, words: str) -> None:
        texts = self._texts
        later = (texts("Leave it open"), self._done_with)
        self._say(words, [(texts("Lock the file"), partial(self._lock, saved)), later])
        self._to_lock = saved

    def _password_typed(self) -> None:
        """Why the password before was refused is over."""
        if self._to_lock is None:
            self.choices_changed()
        elif self._refused_lock:
            self._offer_lock(
                self._to_lock, self._texts("Lock {name} with this password?", name=self._to_lock.path.name)
            )

    def _password_entered(self) -> None:
        """Enter in the password's field is "Lock the file", where that is asked."""
        if self._to_lock is not None:
            self._lock(self._to_lock)

    def _lock(self, saved: Saved) -> None:
        """The same pages are written, locked, in place of the open file, whatever was chosen since."""
        password = self._choices.password.text()
        if not password:
            self._add_password(saved)
        elif why := self._choices.password_problem():
            self._offer_lock(saved, why)
            self._refused_lock = True
        else:
            never = self._bridge.logbook.path
            self._run(
                self._texts("Locking {name}", name=saved.path.name),
                lambda _task: lock_saved(saved, password, never),
                partial(self._saved, True),
            )

    # --- printing ---

    def print_pages(self) -> None:
        """Make the pages as they are chosen now, then ask for the printer; say so where there is none."""
        from journal.ui.report.printing import any_printer

        chosen = self._ready(self.print_pages)
        if chosen is None:
            return
        if not any_printer():
            words = self._texts("No printer is set up on this computer. Save the PDF and print it elsewhere.")
            self._private.forget()
            self._say(words, [(self._texts("OK"), self._done_with)])
            return
        self._once_known(self._texts("Print the card"), partial(self._make_to_print, chosen))

    def _make_to_print(self, chosen: ReportOptions | SheetOptions) -> None:
        source = self._source()
        self._run(
            self._texts("Making the pages"),
            lambda task: source.make(chosen, task),
            lambda made: self._ask_printer(made.pdf, chosen),
        )

    def _ask_printer(self, pdf: bytes, chosen: ReportOptions | SheetOptions) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from journal.ui.report.printing import printer_for

        printer = printer_for(chosen.paper)
        dialog = QPrintDialog(printer, self.window())
        dialog.accepted.connect(lambda: self.print_on(pdf, printer, chosen))
        dialog.rejected.connect(self._private.forget)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        QDialog.open(dialog)  # its own open() wants a slot by name

    def print_on(self, pdf: bytes, printer: QPrinter, chosen: ReportOptions | SheetOptions | None = None) -> None:
        """Hand the pages to this printer."""
        from journal.ui.report.printing import Printing

        self._set_busy(True)
        self._printing = Printing(pdf, printer, self)
        self._printing.ended.connect(partial(self._printed, chosen))
        self._say(self._texts("Printing…"), [(self._texts("Cancel"), self._printing.cancel)])
        self._printing.start()

    def _printed(self, chosen: ReportOptions | SheetOptions | None, well: bool) -> None:
        if self._printing is not None:
            self._printing.deleteLater()
        self._printing = None
        self._set_busy(False)
        if well:
            self._note_report()
        if well:
            words = self._private.handed_over(chosen, self._texts("The pages went to the printer."))
        else:
            self._private.forget()
            words = self._texts("The pages were not printed.")
        self._say(words, [(self._texts("OK"), self._done_with)])
        if well and chosen is not None:
            self._tell_of_card(chosen)

    # --- pieces ---

    def _note_report(self) -> None:
        """Note that a report went out today, for the next one; a sheet is none. No step that Undo takes back."""
        logbook = self._bridge.logbook
        days = with_report(logbook.preferences.reports, logbook.today())
        if self._what.kind is None and self._bridge.can_write and days != logbook.preferences.reports:
            setting = setting_for("reports", days_written(days))
            self._bridge.attempt(lambda: logbook.save(setting, origin=BY_ITSELF), self.message)

    def _once_known(self, go_on: str, then: Callable[[], object]) -> None:
        """Of a card: who can read it is read first, wherever the page is scrolled to."""
        if self._what.kind is not SheetKind.EMERGENCY:
            then()
            return
        not_now = (self._texts("Not now"), self._not_now)
        self._say(self._texts(WHO_CAN_READ_IT), [(go_on, partial(self._go_on, then)), not_now])

    def _not_now(self) -> None:
        self._private.forget()
        self._done_with()

    def _go_on(self, then: Callable[[], object]) -> None:
        self._done_with()
        then()

    def _ready(self, then: Callable[[], object]) -> ReportOptions | SheetOptions | None:
        """What was chosen, if it can be put on pages; else why not is said. ``then``: once a question is answered."""
        why = self._what.why_not() or self._choices.password_problem()
        if why:
            self._say(why, [(self._texts("OK"), self._done_with)])
            return None
        if (open_still := self._what.unanswered()) is not None:
            self._ask_first(open_still, then)
            return None
        chosen = self._what.chosen()
        if chosen is not None and not self._private.is_sure_of(chosen) and self._ask_again(chosen, then):
            return None
        return chosen

    def _ask_again(self, chosen: ReportOptions | SheetOptions, then: Callable[[], object]) -> bool:
        """What is marked private is never printed without being asked twice, each time. False: nothing of it would.

        Both answers go on.
        """
        logbook, in_sight = self._bridge.logbook, self._made if self._made_from is self._source() else None
        may_tell = may_tell_private(chosen, in_sight)
        second = second_question(self._texts, chosen, logbook.listed(Condition), logbook.today(), may_tell)

        def print_it() -> None:
            self._private.print_it(chosen)
            then()

        def leave_out() -> None:
            self._private.leave_out()
            then()

        if second is not None:
            self._say(second.words, [(second.no, leave_out), (second.yes, print_it)])
        return second is not None

    def _ask_first(self, asked: AskedChoice, then: Callable[[], object]) -> None:
        """What can be used against a person is never printed, and never left out, by itself."""

        def answer(printed: bool) -> None:
            asked.set_answer(printed)
            then()

        words = self._texts("{what}: print it this time, or leave it out?", what=asked.title)
        leave_out = (self._texts("Leave it out"), partial(answer, False))
        self._say(words, [leave_out, (self._texts("Print it"), partial(answer, True))])

    def _run(self, words: str, work: Callable[[Task], Any], done: Callable[[Any], object]) -> None:
        self.message.dismiss()
        self._to_lock = self._left_open = None
        self._set_busy(True)
        task = run_task(work, while_alive(self, partial(self._end, done)), while_alive(self, self._refuse))
        # Whoever locks a file and closes the window must not find it readable.
        task.to_the_end = True
        self.progress.follow(task, words)
        self.show()
        self._take_keyboard(self)

    def _end(self, done: Callable[[Any], object], answer: object) -> None:
        self._set_busy(False)
        done(answer)
        self._fit()

    def _refuse(self, problem: Exception) -> None:
        self._private.forget()
        self._set_busy(False)
        if isinstance(problem, Refused):
            self._say(explain(self._texts, problem), [(self._texts("OK"), self._done_with)])
        self._fit()

    def _say(self, words: str, buttons: Sequence[tuple[str, Callable[[], object]]]) -> None:
        self._to_lock = self._left_open = None
        self._refused_lock = False
        self.show()
        self.message.show_message(words, buttons)
        self._take_keyboard(self.message.buttons()[0])

    def _take_keyboard(self, widget: QWidget) -> None:
        """It goes nowhere by itself when a button is hidden or greyed; but who is typing keeps it."""
        if not self._what.isAncestorOf(QApplication.focusWidget() or self):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done_with(self) -> None:
        """The news was read: back to the button that it came from."""
        self._to_lock = self._left_open = None
        self._fit()
        self._take_keyboard(self.save_button)

    def _fit(self) -> None:
        """No empty line where there is nothing to say."""
        self.setVisible(not self.message.isHidden())

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for widget in (self.save_button, self.print_button):
            widget.setEnabled(bool(self._file_name) and not busy)
