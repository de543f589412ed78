"""What is done with copies of the journal that its passphrase does not protect: encrypted, given it, or deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journal.core.refusal import Refused
from journal.core.updating import Watched
from journal.texts.refusals import explain
from journal.ui.kit.bridge import Bridge
from journal.ui.kit.computer import Computer
from journal.ui.kit.tab_order import bring_into_sight
from journal.ui.kit.tasks import Task, run_in_background, while_alive
from journal.ui.settings.job_page import JobPage


class CopiesOfJournal:
    """Jobs of a page, one at a time; what became of them is said there."""

    def __init__(self, page: JobPage, bridge: Bridge, computer: Computer) -> None:
        self._page, self._bridge, self._computer, self._texts = page, bridge, computer, page.texts
        self._looked_at: object = None  # at what other copies were looked for last

    def plain(self) -> list[Path]:
        """The copies that anyone can read, where the journal itself is encrypted."""
        from journal.logbook.passphrases import plain_copies

        logbook = self._bridge.logbook
        return plain_copies(logbook.path, self._second()) if logbook.encrypted else []

    def exported(self) -> list[Path]:
        """The files that it was exported into on this computer and that are there still, where it is encrypted."""
        logbook = self._bridge.logbook
        known = self._computer.exports_of(logbook.path) if logbook.encrypted else ()
        return [file for file in known if file.is_file()]

    def look_for_others(self, show: Callable[[list[Path]], object]) -> None:
        """The copies that have another passphrase: in a worker, which tries each once until anything changes there."""
        from journal.logbook.passphrases import as_they_are, other_passphrase_copies

        logbook, second = self._bridge.logbook, self._second()
        key = logbook.passphrase
        now = (logbook.salt, as_they_are(logbook.path, second))
        if now == self._looked_at:
            return
        self._looked_at = now
        if key is None:
            show([])
            return
        path = logbook.path

        def found(copies: list[Path]) -> None:
            if self._looked_at == now:  # else a later look is under way
                show(copies)

        run_in_background(lambda: other_passphrase_copies(path, key, second), while_alive(self._page, found))

    def encrypt(self, copies: list[Path]) -> None:
        """Put encrypted copies in their places, in a worker."""
        self._give(copies, None, self._texts("Encrypting copies and verifying them"))

    def give_passphrase(self, copies: list[Path], old: str) -> None:
        """Put copies with the journal's passphrase in the places of these, which have that old one."""
        self._give(copies, old, self._texts("Giving copies the passphrase and verifying them"))

    def _give(self, copies: list[Path], old: str | None, words: str) -> None:
        from journal.logbook.passphrases import rekey_copies

        new = self._bridge.logbook.passphrase
        assert new is not None

        def work(task: Task) -> dict[Path, Refused]:
            return rekey_copies(copies, old, new, task.report, Watched(lambda _step: None, task.cancelled))

        self._page.run_job(words, work, self._given, total=len(copies), can_cancel=True)

    def _given(self, refused: dict[Path, Refused]) -> None:
        texts = self._texts
        if refused:
            why = "\n".join(f"{copy.name}: {explain(texts, problem)}" for copy, problem in refused.items())
            self._page.tell(texts("These copies could not be encrypted, and are as they were:\n{why}", why=why))
        else:
            self._page.tell(texts("Done. They open with the journal’s passphrase now."))

    def ask_delete(self, copies: list[Path]) -> None:
        """It cannot be undone, so it is asked."""
        texts, message = self._texts, self._page.message
        names = ", ".join(copy.name for copy in copies)
        message.show_message(
            texts("Delete {names} for good? This cannot be undone.", names=names),
            [(texts("Delete for good"), lambda: self._delete(copies)), (texts("Keep it"), message.dismiss)],
        )
        bring_into_sight(message)

    def _delete(self, copies: list[Path]) -> None:
        from journal.logbook.passphrases import delete_copies

        left = delete_copies(copies)
        self._page.refresh()
        if left:
            names = ", ".join(str(path) for path in left)
            self._page.tell(self._texts("These files could not be deleted: {names}", names=names))

    def _second(self) -> Path | None:
        return self._computer.second_path_of(self._bridge.logbook.path)
