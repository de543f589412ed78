"""The open journal goes to another place, or is erased with all its files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journal import paths
from journal.device import Device
from journal.ui.kit.tasks import run_in_background
from journal.ui.shell.journal_step import JournalStep
from journal.ui.shell.open_journal import why_not

if TYPE_CHECKING:
    from journal.logbook import Logbook
    from journal.logbook.erasing import Erased


class MovingAndErasing(JournalStep):
    """Once nothing is left, what lies in the usual place is begun with.

    ``words``: what is said there of what was erased; empty if nothing was.
    """

    words = ""

    def move(self, path: Path) -> None:
        """A verified copy lies there: open it, and only then let the old files go."""
        from journal.logbook.moving import open_moved

        assert self._journal.logbook is not None
        old = self._journal.logbook
        self._journal.keep_drafts()
        run_in_background(lambda: open_moved(old, path), lambda there: self._moved(old, there), self._not_moved)

    def _moved(self, old: Logbook, there: Logbook) -> None:
        """Nothing shows the old journal any more; a worker closes it and deletes its files."""
        from journal.logbook.moving import let_old_go

        path = there.path
        self._place.go_to(path)
        self._window.computer.remember_move(old.path, path)
        refused = self._journal.keep_drafts_in(there)
        self._show(there)
        self._window.computer.remember_writes(old.path, None)
        words = self._texts("The journal lies here now: {path}", path=path)
        if refused is not None:
            why = why_not(self._texts, refused)
            words = self._texts("{said} What you typed meanwhile could not be kept. {why}", said=words, why=why)
        self._journal.tell(words)
        task = run_in_background(lambda: let_old_go(old, path), lambda left: self._tell_left(words, left))
        task.to_the_end = True

    def _tell_left(self, words: str, left: tuple[Path, ...]) -> None:
        if left:
            names = ", ".join(str(path) for path in left)
            self._journal.tell(
                self._texts("{said} These old files could not be deleted: {names}", said=words, names=names)
            )

    def _not_moved(self, problem: Exception) -> None:
        self._journal.tell(why_not(self._texts, problem))

    def erase(self, others: Sequence[Path]) -> None:
        """Close the journal and delete its files in a worker; the word was typed."""
        from journal.logbook.erasing import delete_and_count

        path = self._place.path
        second = self._window.computer.second_path_of(path)
        self._journal.leave_pages(self._texts("Erasing"))
        self._journal.let_go()
        task = run_in_background(lambda: delete_and_count(path, others, second), self._erased)
        task.to_the_end = True

    def _erased(self, erased: Erased) -> None:
        """Nothing is left: begin as on the first day, with what became of the old journal above it."""
        from journal.ui.shell.cannot_open_page import FilesLeftPage

        # What is still in memory must not be written again when the window closes.
        self._window.computer.settings = Device()
        self.words = "" if erased.left else " ".join(self._of_erased(erased))
        if erased.left:
            self._window.body.show_page(FilesLeftPage(self._texts, erased.left, self._begin_anew))
        else:
            self._begin_anew()

    def _of_erased(self, erased: Erased) -> Iterator[str]:
        texts = self._texts
        yield texts("The journal was erased, and the settings and the log of this program on this computer.")
        if erased.copies:
            yield texts.plural("{n} copy of it was deleted, too.", "{n} copies of it were deleted, too.", erased.copies)
        if erased.in_second:
            yield texts.plural("{n} of them lay in the second folder.", "{n} of them lay in the second folder.",
                               erased.in_second)  # fmt: skip
        yield texts("Copies in other places, exported files and printed pages are as they were.")

    def _begin_anew(self) -> None:
        self._place.go_to(paths.default_journal())
        self._begin()
