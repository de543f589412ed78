"""The backups of a journal that cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal.core.backups import Contents
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.logbook.backups import FoundBackup, contents, found_backups, newest_is_plain
from journal.logbook.passphrases import is_plain
from journal.texts import Texts
from journal.ui.backups.backup_list import BackupList
from journal.ui.backups.scrolled_card import asking, fill
from journal.ui.backups.typed_passphrases import TypedPassphrases
from journal.ui.kit.breakable import breakable
from journal.ui.kit.buttons import plain_button, primary_button
from journal.ui.kit.screen import Page
from journal.ui.kit.side_by_side import flowing
from journal.ui.kit.tasks import run_in_background, while_alive
from journal.ui.kit.widgets import label
from journal.ui.lock.passphrase import PassphraseField


class RestorePage(Page):
    """``restore_wanted(path, passphrase)``. All are listed; those with a passphrase open once it was typed.

    It is asked for wherever any of them has one. Those from before a change have another: what was typed is tried on
    each, so that the first stay open when a second one is typed.
    ``second``: the folder with further copies, if there is one. What lies there is listed once a worker has looked.
    """

    restore_wanted = Signal(object, object)  # Path, str or None
    _met = Signal()  # one with a passphrase, from the worker that counts them

    def __init__(
        self, texts: Texts, journal: Path, clock: Clock, back: Callable[[], object], second: Path | None = None
    ) -> None:
        super().__init__()
        self._texts, self._journal, self._clock = texts, journal, clock
        self._typed_ones = TypedPassphrases()
        self.field = PassphraseField(texts, texts("Passphrase of the backups"))
        self.field.entered.connect(self._typed)
        self.show_list = primary_button(texts("Show the backups"), "Enter", self._typed)
        self.back = plain_button(texts("Back"), back)
        self.asking = asking(texts("Passphrase of the backups"), self.field, flowing(self.show_list))
        self.list = BackupList(texts, journal, clock, self._count)
        self.list.restore_wanted.connect(lambda path: self.restore_wanted.emit(path, self._typed_ones.opened.get(path)))
        kept = texts("A copy of the backup takes the journal’s place. What lies there now is kept among the backups.")
        what = label(kept if journal.exists() else texts("A copy of the backup becomes the journal."), wrap=True)
        self.looking = label(texts("Looking into the second folder…"), "quiet", wrap=True)
        self.looking.setVisible(second is not None)
        self.away = label("", "body", wrap=True)
        self.away.hide()
        fill(
            self,
            texts("Go back to a backup"),
            what,
            self.asking,
            self.away,
            self.list,
            self.looking,
            flowing(self.back),
        )
        self.asking.hide()
        self._met.connect(self.asking.show)
        self._elsewhere: list[FoundBackup] = []
        self.locked = False
        self._list_all(_is_locked(found_backups(journal)))
        if second is not None:
            run_in_background(lambda: _both(journal, second), while_alive(self, self._found))

    def _list_all(self, locked: bool) -> None:
        self.locked = locked
        if self.locked:
            self.asking.show()
        self.list.look_again(self._elsewhere)

    def _found(self, backups_found: _Found) -> None:
        """In the second folder, too. What was typed or listed by then stays."""
        self.looking.hide()
        if backups_found.away is not None:
            words = self._texts("The second folder is not there now, so the copies in it are not listed: {path}",
                                path=breakable(backups_found.away))  # fmt: skip
            self.away.setText(words)
            self.away.show()
        self._elsewhere = backups_found.elsewhere
        if self._typed_ones:
            self.list.show_elsewhere(backups_found.elsewhere)
        elif backups_found.elsewhere:
            waited = self.back.hasFocus()
            self._list_all(backups_found.locked)
            if waited:
                self.first_field().setFocus()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        if self.locked:
            return self.field.edit
        return self.list.rows[0].look if self.list.rows else self.back

    def _typed(self) -> None:
        if typed := self.field.wanted():
            self._typed_ones.add(typed)
            self.list.look_again(self._elsewhere)

    def _count(self, path: Path) -> Contents:
        """In a worker, with whatever opens it; one without a passphrase opens without."""
        if is_plain(path):
            return contents(path, None)
        if self._typed_ones:
            return self._typed_ones.count(path)
        try:
            return contents(path, None)
        except Refused as refused:
            if refused.code != "backup-has-passphrase":
                raise
            self._met.emit()
            raise Refused("backup-passphrase-untyped") from refused


class _Found(NamedTuple):
    """The backups in the second folder, and whether the newest of all has a passphrase.

    ``away``: that folder, where it is not there now.
    """

    elsewhere: list[FoundBackup]
    locked: bool
    away: Path | None


def _both(journal: Path, second: Path) -> _Found:
    """In a worker: that folder's disk may have to wake up, or a network to answer."""
    backups = found_backups(journal, second)
    there = second.is_dir()
    elsewhere = [backup for backup in backups if backup.second]
    return _Found(elsewhere, _is_locked(backups), None if there else second)


def _is_locked(backups: list[FoundBackup]) -> bool:
    return bool(backups) and not newest_is_plain(backups)
