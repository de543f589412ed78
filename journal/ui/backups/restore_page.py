"""The backups of a journal that cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.core.backups import Contents
from journal.core.moments import Clock
from journal.logbook.backups import contents, found_backups, found_in, newest_is_plain
from journal.texts import Texts
from journal.ui.backups.backup_list import BackupList
from journal.ui.backups.scrolled_card import asking, fill
from journal.ui.kit.buttons import plain_button, primary_button
from journal.ui.kit.screen import Page
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label
from journal.ui.lock.passphrase import PassphraseField


class RestorePage(Page):
    """``restore_wanted(path, passphrase)``. Backups with a passphrase are listed once it was typed.

    ``second``: the folder with further copies, if there is one.
    """

    restore_wanted = Signal(object, object)  # Path, str or None

    def __init__(
        self, texts: Texts, journal: Path, clock: Clock, back: Callable[[], object], second: Path | None = None
    ) -> None:
        super().__init__()
        self._texts, self._journal, self._clock = texts, journal, clock
        self._passphrase: str | None = None
        self.field = PassphraseField(texts, texts("Passphrase of the backups"))
        self.field.entered.connect(self._typed)
        self.show_list = primary_button(texts("Show the backups"), "Enter", self._typed)
        self.back = plain_button(texts("Back"), back)
        self.asking = asking(texts("Passphrase of the backups"), self.field, flowing(self.show_list))
        self.list = BackupList(texts, journal, clock, self._count)
        self.list.restore_wanted.connect(lambda path: self.restore_wanted.emit(path, self._passphrase))
        what = label(texts("A copy of the backup takes the place of the journal, which is kept beside it."), wrap=True)
        fill(self, texts("Go back to a backup"), what, self.asking, self.list, flowing(self.back))
        self._elsewhere = [] if second is None else found_in(second, journal)
        self.locked = bool(found_backups(journal, second)) and not newest_is_plain(journal, second)
        self.asking.setVisible(self.locked)
        self.list.setVisible(not self.locked)
        if not self.locked:
            self.list.look_again(self._elsewhere)

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        if self.locked:
            return self.field.edit
        return self.list.rows[0].look if self.list.rows else self.back

    def _typed(self) -> None:
        self._passphrase = self.field.text()
        self.list.show()
        self.list.look_again(self._elsewhere)

    def _count(self, path: Path) -> Contents:
        return contents(path, self._passphrase)
