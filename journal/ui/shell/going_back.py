"""Going back to a backup: the journal is closed, a copy of the backup takes its place, and it is opened again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from journal.paths import default_journal
from journal.ui.kit.tasks import run_in_background

if TYPE_CHECKING:
    from journal.core.moments import Clock
    from journal.logbook import Logbook
    from journal.texts import Texts
    from journal.ui.shell.window import MainWindow


class Opener(Protocol):
    """What opens and closes the journal, and asks what is to become of what is typed."""

    window: MainWindow
    clock: Clock
    texts: Texts
    logbook: Logbook | None

    @property
    def path(self) -> Path:
        """Where the journal lies."""

    def begin(self) -> None:
        """Open it."""

    def go_to(self, path: Path) -> None:
        """From now on the journal is the one there."""

    def let_go(self) -> None:
        """Close it."""

    def leave_pages(self, words: str) -> None:
        """Show nothing of it any more, but these words."""

    def once_kept(self, words: str, anyway: str, go_on: Callable[[], object]) -> None:
        """``go_on`` once what is typed is kept, or the person lets it go."""

    def words_of(self, problem: Exception) -> str:
        """Why something could not be done."""


class GoingBack(QObject):
    """``words``: what is said once the journal is open again; empty if nothing was put in its place."""

    def __init__(self, start: Opener, parent: QObject) -> None:
        super().__init__(parent)
        self._start = start
        self.words = ""

    def to(self, backup: Path) -> None:
        """From the open journal; what is typed is kept in it first, or the person is asked."""
        texts = self._start.texts
        words = texts("What you typed could not be kept, and going back to a backup now would lose it.")
        self._start.once_kept(words, texts("Go back anyway"), lambda: self._from_open(backup))

    def _from_open(self, backup: Path) -> None:
        logbook = self._start.logbook
        assert logbook is not None
        key = logbook.passphrase
        self._start.leave_pages(self._start.texts("Going back to the backup…"))
        self._start.let_go()
        self.put_in_place(backup, key)

    def offer(self) -> None:
        """Where the journal cannot be opened: its backups, each with the way back."""
        from journal.ui.backups.restore_page import RestorePage

        start = self._start
        page = RestorePage(start.texts, start.path, start.clock, start.begin)
        page.restore_wanted.connect(self.put_in_place)
        start.window.body.show_page(page)

    def put_in_place(self, backup: Path, passphrase: str | None) -> None:
        """In a worker, and to the end: nobody else may have the journal open meanwhile."""
        from journal.logbook.backups import journal_of, restore

        start = self._start
        now = dt.datetime.fromtimestamp(start.clock.now_ms() / 1000, dt.UTC)
        if start.path == backup:  # it was looked at
            start.go_to(journal_of(backup, default_journal()))
        path, texts = start.path, start.texts

        def done(kept: Path | None) -> None:
            self.words = texts("The journal is now what the backup {name} holds.", name=backup.name)
            if kept is not None:
                self.words = texts("{said} The journal before it is kept: {path}", said=self.words, path=kept)
            start.begin()

        def refused(problem: Exception) -> None:
            self.words = start.words_of(problem)
            start.begin()

        run_in_background(lambda: restore(path, backup, passphrase, now), done, refused).to_the_end = True
