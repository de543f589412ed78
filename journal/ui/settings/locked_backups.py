"""The passphrase of backups that have one, though the journal has none: typed above their list, and tried on each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal.core.backups import Compared, Contents
from journal.core.refusal import Refused
from journal.logbook import Logbook
from journal.logbook.backups import OpenedWith, beside_today, beside_today_with, contents_for
from journal.texts import Texts
from journal.ui.backups.typed_passphrases import TypedPassphrases
from journal.ui.kit.buttons import button
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.widgets import label
from journal.ui.lock.passphrase import PassphraseField


class LockedBackups(QWidget):
    """``typed``: another passphrase is to be tried. It is shown once a backup was met that asks for one."""

    typed = Signal()
    _met = Signal()  # from the worker that counts them

    def __init__(self, texts: Texts, logbook: Logbook) -> None:
        super().__init__()
        self._logbook = logbook
        self._typed_ones = TypedPassphrases()
        named = texts("Passphrase of the backups")
        self.field = PassphraseField(texts, named)
        self.field.entered.connect(self._try)
        self.show_list = button(texts("Show the backups"), self._try)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(label(named, wrap=True))
        body.addWidget(self.field)
        body.addWidget(flowing(self.show_list))
        self.hide()
        self._met.connect(self.show)

    def _try(self) -> None:
        if typed := self.field.wanted():
            self._typed_ones.add(typed)
            self.typed.emit()

    def count(self, path: Path) -> Contents:
        """What a backup holds, in a worker: with the journal's passphrase, or with one of those that were typed."""
        try:
            return contents_for(self._logbook, path)
        except Refused as refused:
            if refused.code != "backup-has-passphrase":
                raise
            self._met.emit()
            if not self._typed_ones:
                raise Refused("backup-passphrase-untyped") from refused
        return self._typed_ones.count(path)

    def beside_today(self, path: Path) -> Compared:
        """What going back to it would take away and bring back; in a worker."""
        if path in self._typed_ones.opened:
            return beside_today_with(self._logbook, path, self._typed_ones.opened[path])
        return beside_today(self._logbook, path)

    def chosen(self, path: Path) -> Path | OpenedWith:
        """The backup to go back to, with its own passphrase if it was typed."""
        return OpenedWith(path, self._typed_ones.opened[path]) if path in self._typed_ones.opened else path
