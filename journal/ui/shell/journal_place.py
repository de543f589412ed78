"""What a worker does with a journal's file at the start: look what it is, open it, or make it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from journal import paths
from journal.core.moments import Clock
from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.ui.kit.computer import Computer
from journal.ui.kit.tasks import Task

if TYPE_CHECKING:
    from journal.logbook import Logbook


class JournalPlace:
    """Where a journal lies, or is to lie; ``named``: the person named the file at the start.

    ``removed``: a copy without a passphrase that a cut change had left beside it, gone since it was opened.
    ``known``: a passphrase that was given for what lies there now; the next look tries it before anybody is asked.
    """

    def __init__(self, path: Path, named: bool, clock: Clock, computer: Computer) -> None:
        self.path, self.named, self.clock, self._computer = path, named, clock, computer
        self.removed: Path | None = None
        self.known: str | None = None

    def go_to(self, path: Path) -> None:
        """From now on the journal is the one there, which opens by itself the next time."""
        self.path, self.named = path, False

    def look(self, task: Task) -> Logbook | str:
        """The open journal, or what must be asked first: "welcome", "passphrase" or "gone", where backups are left.

        The task hears of the steps where an older file is brought up to date, and may stop them.
        """
        from journal.logbook import Logbook
        from journal.logbook.left_of_rescue import remove_left
        from journal.logbook.windows import refuse_second

        known, self.known = self.known, None
        remove_left(self.path)
        salt = self._computer.salt_of(self.path)
        if not self.path.exists() and not self.path.is_symlink():
            if self._has_backups():
                return "gone"
            if self.is_missed():
                raise Refused("journal-missing", path=self.path)
            return "welcome"
        if Logbook.needs_passphrase(self.path, salt):
            refuse_second(self.path)  # before anybody types a passphrase for nothing
            return "passphrase" if known is None else self._opened_with(known, task)
        watched = Watched(task.report, task.cancelled)
        return _with_unsaved(Logbook.open(self.path, clock=self.clock, watched=watched, computer=self._name()))

    def _opened_with(self, known: str, task: Task) -> Logbook | str:
        try:
            return self.unlock(known, task)
        except Refused as refused:
            if not refused.code.startswith("passphrase-"):
                raise
            return "passphrase"

    def _has_backups(self) -> bool:
        """Whether a journal lay there before: beside it, or in its second folder, lies a backup of it."""
        from journal.logbook.backups import is_any_left

        return is_any_left(self.path, self._computer.second_path_of(self.path))

    def is_missed(self) -> bool:
        """Whether it was open last in a place of the person's choice, which may be a drive that is not connected."""
        last = self._computer.settings.last_journal
        return not self.named and last == str(self.path.absolute()) and self.path != paths.default_journal()

    def unlock(self, passphrase: str | None, task: Task) -> Logbook:
        """The journal, opened with its passphrase; None: it has none."""
        from journal.logbook import Logbook
        from journal.logbook.left_of_rekeying import readable_left_beside

        salt, left = self._computer.salt_of(self.path), readable_left_beside(self.path)
        watched = Watched(task.report, task.cancelled)
        opened = Logbook.open(
            self.path, passphrase, clock=self.clock, known_salt=salt, watched=watched, computer=self._name()
        )
        self.removed = left if left is not None and not left.exists() else None
        return _with_unsaved(opened)

    def create(self, passphrase: str | None) -> Logbook:
        """A new journal there."""
        from journal.logbook import Logbook

        return Logbook.open(self.path, passphrase, clock=self.clock, create=True, computer=self._name())

    def _name(self) -> str:
        """What this computer is called in what it writes."""
        return self._computer.settings.computer


def _with_unsaved(logbook: Logbook) -> Logbook:
    """With what was typed while the journal took nothing."""
    from journal.logbook.belongings import unsaved_file

    if unsaved_file(logbook.path).is_file():
        from journal.logbook.unsaved import bring_back

        bring_back(logbook)
    return logbook
