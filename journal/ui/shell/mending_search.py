"""A damaged search index is built anew: the journal is closed, a mended copy takes its place and is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal.core.moments import utc_now
from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.texts.refusals import explain
from journal.ui.kit.tasks import Task, run_task
from journal.ui.shell.journal_step import JournalStep, Surroundings

if TYPE_CHECKING:
    from journal.logbook import Logbook


class _Outcome(NamedTuple):
    """The journal, open again, and where it is kept as it was, or why it still is so."""

    logbook: Logbook
    came_of_it: Path | Refused


class MendingSearch(JournalStep):
    """Where the journal cannot be opened again, its place is looked at anew."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._window.on_mend_search = self.mend

    def mend(self) -> None:
        """From the open journal; what is typed is kept in it first, or the person is asked."""
        words = self._texts("What you typed could not be kept, and closing the journal now would lose it.")
        self._journal.once_kept(words, self._texts("Close it anyway"), self._close_and_mend)

    def _close_and_mend(self) -> None:
        from journal.ui.shell.cannot_open_page import MendingPage

        logbook = self._journal.logbook
        assert logbook is not None
        passphrase = logbook.passphrase
        self._journal.leave_pages(self._texts("Closing the journal…"))
        self._journal.let_go()
        task = run_task(lambda task: self._mended(task, passphrase), self._opened, lambda _problem: self._begin())
        task.to_the_end = True
        self._window.body.show_page(MendingPage(self._texts, task))

    def _mended(self, task: Task, passphrase: str | None) -> _Outcome:
        from journal.logbook.search_index import build_search_anew

        path, computer, now = self._place.path, self._window.computer, utc_now(self._place.clock)
        came_of_it: Path | Refused
        try:
            came_of_it = build_search_anew(
                path, passphrase, now, lambda salts: computer.keep_salts(path, salts),
                Watched(task.report, task.cancelled),
            )  # fmt: skip
        except Refused as refused:
            came_of_it = refused
        return _Outcome(self._place.unlock(passphrase, task), came_of_it)

    def _opened(self, outcome: _Outcome) -> None:
        self._show(outcome.logbook)
        self._journal.tell(self._words(outcome.came_of_it))

    def _words(self, came_of_it: Path | Refused) -> str:
        if isinstance(came_of_it, Refused):
            return explain(self._texts, came_of_it)
        words = "The search index was built anew from your entries. The journal as it was before is kept: {path}"
        return self._texts(words, path=came_of_it)
