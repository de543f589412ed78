"""A file that was saved: where it is, and how it is locked afterwards if it was saved open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from journal.texts import Texts
from journal.ui.report.making import Saved, lock_saved
from journal.ui.report.outcome import Outcome
from journal.ui.report.pdf_password import PdfPassword

Button = tuple[str, Callable[[], object]]


class SavedFile(QObject):
    """Tells of the newest one. ``never``: the journal's own file, in place of which nothing is written.

    ``password_wanted``: one is to be typed at the choices; ``locked``: the open file was locked.
    """

    password_wanted = Signal()
    locked = Signal(object)  # Saved

    def __init__(self, texts: Texts, password: PdfPassword, outcome: Outcome, never: Callable[[], Path]) -> None:
        super().__init__(outcome)
        self._texts, self._password, self._outcome, self._never = texts, password, outcome, never
        self._to_lock: Saved | None = None  # the open file that a password is being typed for
        self._refused_lock = False  # the password for it was, and why is said
        self._left_open: Saved | None = None  # the open file that a password is offered for
        outcome.over.connect(self.forget)
        password.entered.connect(self._password_entered)
        password.typed.connect(self._password_typed)

    def forget(self) -> None:
        """Nothing is offered for it any more."""
        self._to_lock = self._left_open = None
        self._refused_lock = False

    def tell_locked(self, saved: Saved, words: str) -> None:
        """Say that it is saved and locked."""
        self._outcome.say(words, self._about(saved))

    def tell_open(self, saved: Saved, words: str) -> None:
        """Say that it is saved, and offer to lock it."""
        self._outcome.say(words, self._about_open(saved))
        self._left_open = saved

    def choices_changed(self) -> None:
        """What was refused or asked of the choices before is over; of an open file it is said what it holds."""
        if self._outcome.busy or self._to_lock is not None:
            return
        message = self._outcome.message
        if self._left_open is not None:
            name = self._left_open.path.name
            words = self._texts("{name} was saved before you changed the choices. It is not locked.", name=name)
            message.show_message(words, self._about_open(self._left_open))
        else:
            message.withdraw()
            self._outcome.fit()

    # --- its folder ---

    def _about(self, saved: Saved) -> list[Button]:
        return [self._outcome.ok, (self._texts("Show in folder"), partial(self._show_folder, saved))]

    def _about_open(self, saved: Saved) -> list[Button]:
        return [(self._texts("Add a password"), partial(self._add_password, saved)), *self._about(saved)]

    def _show_folder(self, saved: Saved) -> None:
        """In the computer's own program for files, where there is one."""
        self._outcome.done_with()
        folder = saved.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            words = self._texts("The folder could not be opened. The file is {path}.", path=saved.path)
            self._outcome.say(words)

    # --- its lock ---

    def _add_password(self, saved: Saved) -> None:
        words = self._texts(
            "Type a password twice at “Password for the PDF”, then lock {name} as it was saved. A forgotten password "
            "cannot be recovered.",
            name=saved.path.name,
        )
        self._offer_lock(saved, words)
        self.password_wanted.emit()

    def _offer_lock(self, saved: Saved, words: str) -> None:
        later = (self._texts("Leave it open"), self._outcome.done_with)
        self._outcome.say(words, [(self._texts("Lock the file"), partial(self._lock, saved)), later])
        self._to_lock = saved

    def _password_typed(self) -> None:
        """Why the password before was refused is over."""
        if self._to_lock is None:
            self.choices_changed()
        elif self._refused_lock:
            name = self._to_lock.path.name
            self._offer_lock(self._to_lock, self._texts("Lock {name} with this password?", name=name))

    def _password_entered(self) -> None:
        """Enter in the password's field is "Lock the file", where that is asked."""
        if self._to_lock is not None:
            self._lock(self._to_lock)

    def _lock(self, saved: Saved) -> None:
        """The same pages are written, locked, in place of the open file, whatever was chosen since."""
        password, never = self._password.text(), self._never()
        if not password:
            self._add_password(saved)
        elif why := self._password.problem():
            self._offer_lock(saved, why)
            self._refused_lock = True
        else:
            words = self._texts("Locking {name}", name=saved.path.name)
            self._outcome.run(words, lambda _task: lock_saved(saved, password, never), self.locked.emit)
