"""What is done with copies of the journal that its passphrase does not protect: encrypted, given it, or deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journal.core.updating import Watched
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.computer import Computer
from journal.ui.kit.event_loop import once_laid_out
from journal.ui.kit.last_request import LastRequest, Request
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.tasks import Task
from journal.ui.settings.copy_names import CopyNames
from journal.ui.settings.job_page import JobPage
from journal.ui.settings.rekeyed_words import came_of_it

if TYPE_CHECKING:
    from journal.logbook.passphrases import Rekeyed


class SeenCopies(NamedTuple):
    """Copies that anyone can read, those that have another passphrase, and files that the journal was exported into."""

    plain: list[Path]
    others: list[Path]
    exported: list[Path]


class CopiesOfJournal:
    """Jobs of a page, one at a time; what became of them is said there."""

    def __init__(self, page: JobPage, bridge: Bridge, computer: Computer) -> None:
        self._page, self._bridge, self._computer, self._texts = page, bridge, computer, page.texts
        self.names = CopyNames(page.texts, bridge.clock, bridge.logbook.path)
        self._looks = LastRequest(page)
        self.done: tuple[Path, ...] = ()  # what opens with the journal's passphrase since the last job
        self._last: tuple[object, list[Path]] = (None, [])  # at what other copies were looked for last, and which

    def look(self, show: Callable[[SeenCopies], object]) -> None:
        """What there is of the journal beside itself: in a worker, one at a time, as a disk may have to wake up."""
        self._looks.ask(Request(self._looking(), show))

    def _looking(self) -> Callable[[Task], SeenCopies]:
        """Copies with another passphrase are tried again only once anything has changed there."""
        from journal.logbook.passphrases import as_they_are, other_passphrase_copies, plain_copies

        logbook, second = self._bridge.logbook, self._second()
        path, salt, key = logbook.path, logbook.salt, logbook.passphrase
        exports = self._computer.exports_of(path)

        def look_there(_task: Task) -> SeenCopies:
            if key is None:
                return SeenCopies([], [], [])  # anyone can read the journal itself
            now = (salt, as_they_are(path, second))
            if now != self._last[0]:
                self._last = now, other_passphrase_copies(path, key, second)
            return SeenCopies(plain_copies(path, second), self._last[1], [file for file in exports if file.is_file()])

        return look_there

    def encrypt(self, copies: list[Path]) -> None:
        """Put encrypted copies in their places, in a worker."""
        self._give(copies, None, self._texts("Encrypting copies and verifying them"))

    def give_passphrase(self, copies: list[Path], old: str) -> None:
        """Put copies with the journal's passphrase in the places of these, which have that old one."""
        self._give(copies, old, self._texts("Giving copies the passphrase and verifying them"))

    def _give(self, copies: list[Path], old: str | None, words: str) -> None:
        """The computer knows of it until it has ended: where the program is closed before, the next start says so."""
        from journal.logbook.passphrases import rekey_copies

        journal, new = self._bridge.logbook.path, self._bridge.logbook.passphrase
        assert new is not None

        def work(task: Task) -> Rekeyed:
            return rekey_copies(copies, old, new, task.report, Watched(lambda _step: None, task.cancelled))

        self._computer.remember_copies(journal, len(copies))
        task = self._page.run_job(words, work, self._given, total=len(copies), can_cancel=True)
        task.finished.connect(lambda: None if task.cut_short else self._computer.remember_copies(journal, 0))

    def _given(self, outcome: Rekeyed) -> None:
        self.done = outcome.done
        self._page.tell("\n".join(came_of_it(self._texts, outcome, self.names.of)))

    def ask_delete(self, copies: list[Path]) -> None:
        """It cannot be undone, so it is asked."""
        texts, message = self._texts, self._page.message
        names = ", ".join(self.names.of(copy) for copy in copies)
        message.ask(
            texts("Delete for good: {names}? This cannot be undone.", names=names),
            [(texts("Keep it"), message.dismiss), (texts("Delete for good"), lambda: self._delete(copies))],
        )
        once_laid_out(message, lambda: bring_into_sight(message))

    def _delete(self, copies: list[Path]) -> None:
        from journal.logbook.passphrases import delete_copies

        self._page.run_job(self._texts("Deleting"), lambda _task: delete_copies(copies), self._deleted)

    def _deleted(self, left: tuple[Path, ...]) -> None:
        if left:
            names = ", ".join(str(path) for path in left)
            self._page.tell(self._texts("These files could not be deleted: {names}", names=names))

    def _second(self) -> Path | None:
        return self._computer.second_path_of(self._bridge.logbook.path)
