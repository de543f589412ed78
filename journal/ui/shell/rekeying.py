"""The open journal gets another passphrase: it is closed, a copy with the new key takes its place and is opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.texts.refusals import explain
from journal.ui.kit.tasks import Task, run_in_background, run_task
from journal.ui.shell.journal_step import JournalStep
from journal.ui.shell.places import SETTINGS

if TYPE_CHECKING:
    from journal.logbook import Logbook


class _Outcome(NamedTuple):
    """The journal, open again, and why its passphrase is still the one before, if so."""

    logbook: Logbook
    refused: Refused | None


class Rekeying(JournalStep):
    """Where the journal cannot be opened again, its place is looked at anew."""

    def to(self, new: str | None) -> None:
        """From the open journal; what is typed is kept in it first, or the person is asked."""
        words = self._texts("What you typed could not be kept, and changing the passphrase now would lose it.")
        self._journal.once_kept(words, self._texts("Go on anyway"), lambda: self._close_and_change(new))

    def _close_and_change(self, new: str | None) -> None:
        """In a worker, which the person can stop; the end of the program waits for it."""
        from journal.ui.shell.cannot_open_page import RekeyingPage

        logbook = self._journal.logbook
        assert logbook is not None
        old = logbook.passphrase
        self._journal.leave_pages(self._texts("Closing the journal…"))
        self._journal.let_go()
        task = run_task(
            lambda task: self._change(task, old, new),
            lambda outcome: self._changed(outcome, new),
            lambda _problem: self._begin(),
        )
        task.to_the_end = True
        self._window.body.show_page(RekeyingPage(self._texts, task))

    def _change(self, task: Task, old: str | None, new: str | None) -> _Outcome:
        from journal.logbook.passphrases import change_passphrase

        path, computer = self._place.path, self._window.computer
        try:
            change_passphrase(
                path, old, new, lambda salts: computer.keep_salts(path, salts), Watched(task.report, task.cancelled)
            )
        except Refused as refused:
            return _Outcome(self._place.unlock(old, task), refused)
        return _Outcome(self._place.unlock(new, task), None)

    def _changed(self, outcome: _Outcome, new: str | None) -> None:
        """Open again; the person comes back to where the copies that anyone can read are listed."""
        self._show(outcome.logbook)
        if outcome.refused is None:
            self._journal.passphrase_is_new()
        self._window.body.reach(SETTINGS).come_to("journal")
        words = self._words(outcome.refused, new)
        self._journal.tell(words)
        if new is not None and outcome.refused is None:
            self._tell_of_copies(words, outcome.logbook)

    def _words(self, refused: Refused | None, new: str | None) -> str:
        texts = self._texts
        if refused is not None:
            return explain(texts, refused)
        if new is None:
            return texts("The journal has no passphrase now. Backups made before open as they did.")
        return texts("The journal is encrypted now, and opens only with the new passphrase.")

    def _tell_of_copies(self, words: str, logbook: Logbook) -> None:
        """After these ``words``: a worker counts them, as the second folder's disk may have to wake up."""
        from journal.logbook.passphrases import other_passphrase_copies, plain_copies

        path, passphrase = logbook.path, logbook.passphrase
        assert passphrase is not None
        second = self._window.computer.second_path_of(path)

        def count() -> tuple[int, int]:
            return len(plain_copies(path, second)), len(other_passphrase_copies(path, passphrase, second))

        def tell(counted: tuple[int, int]) -> None:
            if any(counted) and self._journal.logbook is logbook:
                self._journal.tell(" ".join((words, *self._of_copies(*counted))))

        run_in_background(count, tell)

    def _of_copies(self, left: int, earlier: int) -> Iterator[str]:
        texts = self._texts
        if left:
            yield texts.plural(
                "{n} copy can still be read without it. It is listed under Your journal.",
                "{n} copies can still be read without it. They are listed under Your journal.",
                left,
            )
        if earlier:
            yield texts.plural(
                "{n} backup has an earlier passphrase. Under Your journal it can be given the new one.",
                "{n} backups have earlier passphrases. Under Your journal they can be given the new one.",
                earlier,
            )
